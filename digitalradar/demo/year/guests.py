"""Who booked a date of the example year, who waits, who came, and what they said.

The rows are written as the services of dates would have left them, but all at once: nobody is written to, no other
program is told, and a year is there within a second or two. Counters are those of the rows beside them; the tests and
``digitalradar doctor`` compare both.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from digitalradar.accounts.models import Person
from digitalradar.core.tokens import hash_token
from digitalradar.events.models import Attendance, Booking, Feedback, FollowUp, Occurrence, Offer, Registration
from digitalradar.events.models.booking import SEATED, State
from digitalradar.events.services.attendance import minutes_of
from digitalradar.events.services.following_up import FEEDBACK, FOLLOW_UP, receipt
from digitalradar.events.services.links import new_code, token_for

from .people import Guest

FOOD = ("", "", "vegetarisch", "", "vegan", "")
ACCESS = {3: "Ich komme mit dem Rollstuhl.", 11: "Bitte ein Platz nah an der Leinwand."}
HELPED = ("Ein Plan, den ich morgen anfangen kann.", "Zu hören, was bei anderen schiefging.", "", "Das Ausprobieren.")
MISSING = ("", "Mehr Zeit für Fragen.", "", "Ein Beispiel aus dem Handel.")
DONE = ("Wir benutzen es jede Woche.", "Ein Kollege testet es gerade.", "Steht für das Frühjahr im Plan.", "")


@dataclass(frozen=True)
class Crowd:
    """How many registrations of each sort a date has; ``came`` of the booked ones were there."""

    booked: int = 0
    waiting: int = 0
    asked: int = 0
    came: int = 0

    @property
    def total(self) -> int:
        return self.booked + self.waiting + self.asked


def seat(offer: Offer, crowd: Crowd, guests: Sequence[Guest], people: dict[str, Person]) -> list[Registration]:
    """Write registrations, bookings and attendance for one offer, and its counter; return the registrations."""
    occurrence = offer.occurrence
    states = [_state(number, crowd, occurrence) for number in range(crowd.total)]
    sizes = _sizes(states, offer)
    registrations = [
        _registration(occurrence, guest, people[guest.email], number, states[number], sizes[number])
        for number, guest in enumerate(guests[: crowd.total])
    ]
    Registration.objects.bulk_create(registrations)
    bookings = [_booking(registration, offer, state) for registration, state in zip(registrations, states, strict=True)]
    Booking.objects.bulk_create(bookings)
    offer.seats_taken = sum(booking.party_size for booking in bookings if booking.state in SEATED)
    offer.save(update_fields=["seats_taken"])
    came = [booking for booking in bookings if booking.state == State.ATTENDED]
    Attendance.objects.bulk_create(_attendance(occurrence, booking) for booking in came)
    return registrations


def answer(
    occurrence: Occurrence, registrations: Iterable[Registration], ratings: list[int], outcomes: list[str]
) -> None:
    """Let the first of those who came say how it was, and some of them what became of it."""
    registrations = list(registrations)
    Feedback.objects.bulk_create(
        Feedback(
            occurrence=occurrence,
            receipt=receipt(registration, FEEDBACK),
            rating=rating,
            helped=HELPED[number % len(HELPED)],
            missing=MISSING[number % len(MISSING)],
            given_on=(occurrence.local_end + timedelta(days=1)).date(),
        )
        for number, (registration, rating) in enumerate(zip(registrations, ratings, strict=False))
    )
    FollowUp.objects.bulk_create(
        FollowUp(
            occurrence=occurrence,
            receipt=receipt(registration, FOLLOW_UP),
            outcome=outcome,
            text=DONE[number % len(DONE)],
            given_on=(occurrence.local_end + timedelta(days=92)).date(),
        )
        for number, (registration, outcome) in enumerate(zip(registrations, outcomes, strict=False))
    )


def _state(number: int, crowd: Crowd, occurrence: Occurrence) -> State:
    """Return what became of the n-th registration: first those with a place, then those who wait, then requests."""
    if number < crowd.booked:
        if occurrence.state == Occurrence.State.CANCELLED:
            return State.CANCELLED
        if not occurrence.is_over:
            return State.CONFIRMED
        return State.ATTENDED if number < crowd.came else State.NO_SHOW
    if occurrence.state != Occurrence.State.PUBLISHED:
        return State.LAPSED
    return State.WAITING if number < crowd.booked + crowd.waiting else State.REQUESTED


def _sizes(states: Sequence[State], offer: Offer) -> list[int]:
    """Let every fifth party be two, as long as everybody else still fits in."""
    seated = sum(state in SEATED for state in states)
    spare = (offer.capacity - seated) if offer.capacity else seated
    sizes = []
    for number, state in enumerate(states):
        is_pair = number % 5 == 4 and state in SEATED and spare > 0 and offer.max_party > 1
        spare -= is_pair
        sizes.append(1 + is_pair)
    return sizes


def _registration(
    occurrence: Occurrence, guest: Guest, person: Person, number: int, state: State, size: int
) -> Registration:
    uid, fields = uuid4(), occurrence.format.fields
    signed_up = _signed_up(occurrence, number, state)
    was_there = state == State.ATTENDED
    return Registration(
        uid=uid,
        occurrence=occurrence,
        person=person,
        name=guest.name,
        organisation=guest.firm,
        language=occurrence.language,
        party_size=size,
        companions="Kollegin Beispiel" if size > 1 else "",
        access_needs=ACCESS.get(number, ""),
        food_needs=FOOD[number % len(FOOD)] if "food_needs" in fields else "",
        photo_consent_at=signed_up if "photo_consent" in fields and number % 3 else None,
        consent_version="2026-1" if "photo_consent" in fields and number % 3 else "",
        token_hash=hash_token(token_for(uid)),
        code=new_code(),
        confirmed_at=None if state == State.REQUESTED else signed_up,
        created_at=signed_up,
        thanked_at=occurrence.ends_at + timedelta(days=1) if was_there else None,
        asked_later_at=_asked_later(occurrence) if was_there else None,
        is_example=True,
    )


def _signed_up(occurrence: Occurrence, number: int, state: State) -> datetime:
    """Return when: one after the other since the date was published, a request just now."""
    if state == State.REQUESTED:
        return occurrence.created_at - timedelta(hours=1)
    until = min(occurrence.starts_at, occurrence.created_at)
    return occurrence.publish_at + (until - occurrence.publish_at) * (number + 1) / (number + 9)


def _asked_later(occurrence: Occurrence) -> datetime | None:
    """Say that the question some months later has been asked where its time has come."""
    begins = next((phase.begins for phase in occurrence.format.phases if "follow_up" in phase.allows), None)
    if begins is None:
        return None
    asked = begins.at(occurrence.publish_at, occurrence.starts_at, occurrence.ends_at)
    return asked if asked < occurrence.created_at else None


def _booking(registration: Registration, offer: Offer, state: State) -> Booking:
    fields: dict[str, Any] = {"joined_at": registration.created_at} if state == State.WAITING else {}
    return Booking(
        registration=registration,
        offer=offer,
        person=registration.person,
        party_size=registration.party_size,
        state=state,
        changed_at=registration.created_at,
        **fields,
    )


def _attendance(occurrence: Occurrence, booking: Booking) -> Attendance:
    return Attendance(
        registration=booking.registration,
        persons=booking.party_size,
        minutes=minutes_of(occurrence, [booking]),
        way=Attendance.Way.CODE if booking.registration_id % 4 else Attendance.Way.LIST,
        arrived_at=occurrence.starts_at - timedelta(minutes=booking.registration_id % 20),
    )
