"""E-mails about dates, one function each; all go through the outbox, each at most once (I-14).

A function may be called again for the same reason: the key of the message holds what it tells of, so the second call
finds it there. Nobody gets one who has no address any more, nor somebody who is made up. Where a place is given, moved
or taken, a message for the calendar goes along.
"""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils.timezone import now
from django.utils.translation import override

from digitalradar.mail.models import Message
from digitalradar.mail.services import queue

from .calendar.attaching import News, calendar_files
from .mail_parts import HAS_PLACE, SignUpNow, booked_place, frame, on_the_wall, own_page
from .models import Booking, Material, Registration
from .models.booking import State

PRESSED_TWICE = timedelta(minutes=2)
"""Who sends the form again within this time pressed the button twice and has the first message on its way."""

STRANGER = {"name": ""}
"""Nobody knows yet whose address it is: no words that somebody else may have typed go there."""


def confirm_address(registration: Registration, bookings: Sequence[Booking]) -> None:
    """Ask whether the address is theirs; nothing is booked before (double opt-in). ``bookings`` are all there are."""
    current = SignUpNow.of(registration, bookings)
    held = [booking.held_until for booking in current.bookings if booking.held_until]
    until = on_the_wall(min(held), current.occurrence) if held else None
    _send("confirm_address", current, context=STRANGER | {"held_until": until})


def already_registered(registration: Registration) -> None:
    """Tell somebody who signs up again that they are in already, or still have to confirm; at most once an hour."""
    if now() - registration.created_at < PRESSED_TWICE:
        return
    context = STRANGER | {"is_confirmed": registration.confirmed_at is not None}
    _send("already_registered", SignUpNow.of(registration), f"{now():%Y-%m-%dT%H}", context=context)


def registered(registration: Registration, bookings: Sequence[Booking] | None = None) -> None:
    """Tell what is booked for certain, with the calendar entry. ``bookings`` are all, if they were read just now."""
    current = SignUpNow.of(registration, bookings)
    _send("registered", current, current.latest_change, news=News.PLACE)


def waiting(registration: Registration, bookings: Sequence[Booking] | None = None) -> None:
    """Tell that there is no place yet, and what happens when one becomes free."""
    current = SignUpNow.of(registration, bookings)
    _send("waiting", current, current.latest_change)


def promoted(booking: Booking) -> None:
    """Tell somebody on the waiting list that they have a place now, with the calendar entry."""
    _about_booking("promoted", booking, news=News.PLACE)


def place_offered(booking: Booking) -> None:
    """Offer a place until a deadline."""
    until = booking.offered_until and on_the_wall(booking.offered_until, booking.offer.occurrence)
    _about_booking("place_offered", booking, {"until": until})


def offer_lapsed(booking: Booking) -> None:
    """Tell that the deadline has passed and the place went to somebody else."""
    _about_booking("offer_lapsed", booking)


def cancelled(registration: Registration) -> None:
    """Confirm that somebody has given places back; the calendar takes the entry out, or keeps what remains."""
    current = SignUpNow.of(registration)
    context = {"had_place": current.has(State.CANCELLED)}
    _send("cancelled", current, current.latest_change, context=context, news=News.CHANGE)


def changed(registration: Registration) -> None:
    """Tell what is booked after a change; each call is a change of its own."""
    current = SignUpNow.of(registration)
    _send("changed", current, f"{now():%Y-%m-%dT%H:%M:%S.%f}", news=News.CHANGE)


def occurrence_moved(registration: Registration) -> None:
    """Tell that a date is at another time or place."""
    current = SignUpNow.of(registration)
    occurrence = current.occurrence
    before = occurrence.previous_starts_at and on_the_wall(occurrence.previous_starts_at, occurrence)
    _send("occurrence_moved", current, str(occurrence.sequence), context={"before": before}, news=News.CHANGE)


def occurrence_cancelled(registration: Registration) -> None:
    """Tell that a date does not take place, and why."""
    current = SignUpNow.of(registration)
    context = {"reason": current.occurrence.cancel_reason}
    _send("occurrence_cancelled", current, str(current.occurrence.sequence), context=context, news=News.CHANGE)


def reminder(registration: Registration) -> None:
    """Remind somebody with a confirmed place; once for each time at which the date is planned (X18)."""
    current = SignUpNow.of(registration)
    if current.has(*HAS_PLACE):
        version = f"{current.occurrence.starts_at:%Y-%m-%dT%H:%MZ}"
        _send("reminder", current, version, context={"cannot_come_url": own_page(registration, "absagen")})


def afterwards(registration: Registration) -> None:
    """Thank somebody who was there: the material, and a question how it was."""
    current = SignUpNow.of(registration)
    materials = Material.objects.filter(occurrence=current.occurrence, released_at__isnull=False)
    _send("afterwards", current, context={"url": own_page(registration, "rueckmeldung"), "materials": list(materials)})


def follow_up(registration: Registration) -> None:
    """Ask somebody who was there some months ago what became of it."""
    _send("follow_up", SignUpNow.of(registration), context={"url": own_page(registration, "danach")})


def host_message(registration: Registration, subject: str, text: str) -> None:
    """Send what the host writes to somebody; the same words reach nobody twice."""
    version = hashlib.sha256(f"{subject}\n{text}".encode()).hexdigest()[:20]
    _send("host_message", SignUpNow.of(registration), version, context={"host_subject": subject, "text": text})


def _about_booking(
    name: str, booking: Booking, context: Mapping[str, Any] | None = None, *, news: News = News.NONE
) -> None:
    version = f"{booking.pk}:{booking.changed_at.isoformat()}"
    told = {"booked": booked_place(booking), **(context or {})}
    _send(name, SignUpNow.of(booking.registration), version, context=told, news=news)


def _send(
    name: str,
    current: SignUpNow,
    version: str = "",
    *,
    context: Mapping[str, Any] | None = None,
    news: News = News.NONE,
) -> None:
    registration, contact = current.registration, current.occurrence.contact
    person, key = registration.person, f"events.{name}:{registration.uid}:{version}"
    if person is None or registration.is_example:
        return
    if news != News.NONE and Message.objects.filter(dedupe_key=key).exists():
        return  # asked before the calendar message is counted; else the outbox asks itself
    with override(registration.language):
        about = frame(registration, current.bookings)
        files = calendar_files(registration, current.bookings, news)
    queue(
        kind=f"events.{name}",
        to=person.email,
        language=registration.language,
        template=f"events/mail/{name}",
        context=about | dict(context or {}),
        dedupe_key=key,
        attachments=files,
        reply_to=contact.email if contact else "",
    )
