"""One date as its host sees it: offers, who comes, who waits, what they need and answered."""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Q

from ..models import Booking, Occurrence, Offer, Question, Registration
from ..models.booking import ACTIVE, SEATED

State = Booking.State


@dataclass
class OfferFigures:
    """What is taken of one offer. ``waiting`` and ``pending`` are persons, not parties."""

    offer: Offer
    waiting: int = 0
    pending: int = 0
    arrived: int = 0

    @property
    def percent(self) -> int | None:
        """How full it is; None without a limit."""
        return round(100 * self.offer.seats_taken / self.offer.capacity) if self.offer.capacity else None


@dataclass
class Participant:
    """One registration with its bookings, as far as they still say something."""

    registration: Registration
    bookings: list[Booking] = field(default_factory=list)

    @property
    def is_coming(self) -> bool:
        return any(booking.state in SEATED for booking in self.bookings)

    @property
    def is_waiting(self) -> bool:
        return any(booking.state == State.WAITING for booking in self.bookings)

    @property
    def is_active(self) -> bool:
        return any(booking.state in ACTIVE for booking in self.bookings)

    @property
    def is_unconfirmed(self) -> bool:
        return any(booking.state == State.REQUESTED for booking in self.bookings)


def participants_of(occurrence: Occurrence) -> list[Participant]:
    """Return everybody who ever signed up, in two queries, in the order in which they did.

    Erased ones are left out, and forms that are only open yet. Of funded dates the evidence who came stays for years.
    """
    known = Q(erased_at=None) | ~Q(name="")
    rows = {
        registration.pk: Participant(registration)
        for registration in occurrence.registrations.filter(known).select_related("person", "attendance")
    }
    for booking in Booking.objects.filter(registration__in=rows).select_related("offer"):
        booking.registration = rows[booking.registration_id].registration
        rows[booking.registration_id].bookings.append(booking)
    return [row for row in rows.values() if any(booking.state != State.HELD for booking in row.bookings)]


def offers_of(occurrence: Occurrence, participants: list[Participant]) -> list[OfferFigures]:
    """Return the offers with their figures, counted from bookings already read."""
    figures = {offer.pk: OfferFigures(offer) for offer in occurrence.offers.all()}
    for booking in (booking for row in participants for booking in row.bookings):
        one = figures[booking.offer_id]
        one.waiting += booking.party_size if booking.state == State.WAITING else 0
        one.pending += booking.party_size if booking.state in (State.HELD, State.REQUESTED) else 0
        one.arrived += booking.party_size if booking.state == State.ATTENDED else 0
    return list(figures.values())


def waiting_lists(participants: list[Participant]) -> list[tuple[Offer, list[Booking]]]:
    """Return each offer's waiting list in the order of promotion (I-4); offers without one are left out."""
    waiting = [booking for row in participants for booking in row.bookings if booking.state == State.WAITING]
    offers = {booking.offer_id: booking.offer for booking in waiting}
    return [
        (offer, sorted((one for one in waiting if one.offer_id == pk), key=promotion_order))
        for pk, offer in sorted(offers.items())
    ]


def promotion_order(booking: Booking) -> tuple[int, float, int]:
    """Order of a waiting list: falling priority, since when, id."""
    return (-booking.priority, booking.joined_at.timestamp() if booking.joined_at else 0, booking.pk)


def passed_over(occurrence: Occurrence) -> dict[int, str]:
    """Return why bookings were passed over when places became free, the latest reason by id: party or overlap."""
    entries = occurrence.log.filter(action="booking.passed_over").order_by("at", "pk")
    return {entry.booking_number: entry.detail.get("reason", "") for entry in entries}


@dataclass(frozen=True)
class Needs:
    """What the kitchen and the house have to know, without names; food is counted in registrations."""

    food: list[tuple[str, int]]
    access: list[str]


def needs_of(participants: list[Participant]) -> Needs:
    """Sum up the needs of those who come."""
    coming = [row.registration for row in participants if row.is_coming]
    food = Counter(one.food_needs.strip() for one in coming if one.food_needs.strip())
    return Needs(food=food.most_common(), access=[one.access_needs for one in coming if one.access_needs.strip()])


def answers_of(
    questions: list[Question], participants: list[Participant]
) -> list[tuple[Question, list[tuple[str, int]]]]:
    """Return for each question its answers with how often they were given, by those who come or wait."""
    asked = [row.registration for row in participants if row.is_active or row.is_coming]
    return [(question, _counted(question, asked)) for question in questions]


def _counted(question: Question, asked: list[Registration]) -> list[tuple[str, int]]:
    given = (str(one.answers.get(str(question.pk), "")).strip() for one in asked)
    return Counter(answer for answer in given if answer).most_common()
