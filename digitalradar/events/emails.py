"""E-mails about dates, one function each; all go through the outbox, each at most once (I-14).

A function may be called again for the same reason: the key of the message holds what it tells of, so the second call
finds it there. Nobody gets one who has no address any more, nor somebody who is made up.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils.timezone import now
from django.utils.translation import override

from digitalradar.mail.services import queue

from .mail_parts import HAS_PLACE, booked_place, cannot_come_url, frame, on_the_wall
from .models import Booking, Material, Registration
from .models.booking import State

PRESSED_TWICE = timedelta(minutes=2)
"""Who sends the form again within this time pressed the button twice and has the first message on its way."""

STRANGER = {"name": ""}
"""Nobody knows yet whose address it is: no words that somebody else may have typed go there."""


def confirm_address(registration: Registration) -> None:
    """Ask whether the address is theirs; nothing is booked before (double opt-in)."""
    bookings = _bookings(registration)
    held = [booking.held_until for booking in bookings if booking.held_until]
    until = on_the_wall(min(held), registration.occurrence) if held else None
    _send("confirm_address", registration, bookings, context=STRANGER | {"held_until": until})


def already_registered(registration: Registration) -> None:
    """Tell somebody who signs up again that they are in already, or still have to confirm; at most once an hour."""
    if now() - registration.created_at < PRESSED_TWICE:
        return
    version = f"{now():%Y-%m-%dT%H}"
    context = STRANGER | {"is_confirmed": registration.confirmed_at is not None}
    _send("already_registered", registration, _bookings(registration), version, context=context)


def registered(registration: Registration) -> None:
    """Tell what is booked for certain, with the calendar entry."""
    bookings = _bookings(registration)
    _send("registered", registration, bookings, _latest_change(bookings))


def waiting(registration: Registration) -> None:
    """Tell that there is no place yet, and what happens when one becomes free."""
    bookings = _bookings(registration)
    _send("waiting", registration, bookings, _latest_change(bookings))


def promoted(booking: Booking) -> None:
    """Tell somebody on the waiting list that they have a place now."""
    _about_booking("promoted", booking)


def place_offered(booking: Booking) -> None:
    """Offer a place until a deadline."""
    until = booking.offered_until and on_the_wall(booking.offered_until, booking.offer.occurrence)
    _about_booking("place_offered", booking, {"until": until})


def offer_lapsed(booking: Booking) -> None:
    """Tell that the deadline has passed and the place went to somebody else."""
    _about_booking("offer_lapsed", booking)


def cancelled(registration: Registration) -> None:
    """Confirm that somebody has given their places back; the calendar takes the entry out."""
    bookings = _bookings(registration)
    context = {"had_place": any(booking.state == State.CANCELLED for booking in bookings)}
    _send("cancelled", registration, bookings, _latest_change(bookings), context=context)


def changed(registration: Registration) -> None:
    """Tell what is booked after a change."""
    bookings = _bookings(registration)
    _send("changed", registration, bookings, f"{now():%Y-%m-%dT%H:%M:%S.%f}")


def occurrence_moved(registration: Registration) -> None:
    """Tell that a date is at another time or place."""
    occurrence = registration.occurrence
    before = occurrence.previous_starts_at and on_the_wall(occurrence.previous_starts_at, occurrence)
    context = {"before": before}
    _send("occurrence_moved", registration, _bookings(registration), str(occurrence.sequence), context=context)


def occurrence_cancelled(registration: Registration) -> None:
    """Tell that a date does not take place, and why."""
    occurrence = registration.occurrence
    context = {"reason": occurrence.cancel_reason}
    _send("occurrence_cancelled", registration, _bookings(registration), str(occurrence.sequence), context=context)


def reminder(registration: Registration) -> None:
    """Remind somebody with a confirmed place; once for each time at which the date is planned (X18)."""
    bookings = _bookings(registration)
    if any(booking.state in HAS_PLACE for booking in bookings):
        version = f"{registration.occurrence.starts_at:%Y-%m-%dT%H:%MZ}"
        context = {"cannot_come_url": cannot_come_url(registration)}
        _send("reminder", registration, bookings, version, context=context)


def afterwards(registration: Registration) -> None:
    """Thank somebody who was there: the material, and a question how it was."""
    materials = Material.objects.filter(occurrence=registration.occurrence, released_at__isnull=False)
    _send("afterwards", registration, _bookings(registration), context={"materials": list(materials)})


def follow_up(registration: Registration) -> None:
    """Ask somebody who was there some months ago what became of it."""
    _send("follow_up", registration, _bookings(registration))


def host_message(registration: Registration, subject: str, text: str) -> None:
    """Send what the host writes to somebody; the same words reach nobody twice."""
    version = hashlib.sha256(f"{subject}\n{text}".encode()).hexdigest()[:20]
    context = {"host_subject": subject, "text": text}
    _send("host_message", registration, _bookings(registration), version, context=context)


def _about_booking(name: str, booking: Booking, context: Mapping[str, Any] | None = None) -> None:
    registration = booking.registration
    version = f"{booking.pk}:{booking.changed_at.isoformat()}"
    told = {"booked": booked_place(booking), **(context or {})}
    _send(name, registration, _bookings(registration), version, context=told)


def _send(
    name: str,
    registration: Registration,
    bookings: Sequence[Booking],
    version: str = "",
    *,
    context: Mapping[str, Any] | None = None,
) -> None:
    person = registration.person
    if person is None or registration.is_example:
        return
    contact = registration.occurrence.contact
    queue(
        kind=f"events.{name}",
        to=person.email,
        language=registration.language,
        template=f"events/mail/{name}",
        context=_frame(registration, bookings) | dict(context or {}),
        dedupe_key=f"events.{name}:{registration.uid}:{version}",
        reply_to=contact.email if contact else "",
    )


def _frame(registration: Registration, bookings: Sequence[Booking]) -> dict[str, Any]:
    with override(registration.language):
        return frame(registration, bookings)


def _bookings(registration: Registration) -> list[Booking]:
    """All its bookings as they are in the database now, in the order of the programme."""
    found = Booking.objects.filter(registration=registration).select_related("offer__occurrence")
    return list(found.order_by("offer__starts_at", "offer__order", "pk"))


def _latest_change(bookings: Sequence[Booking]) -> str:
    return max((booking.changed_at.isoformat() for booking in bookings), default="")
