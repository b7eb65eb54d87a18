"""Erase what is known of somebody at a date; that a place was booked, and what became of it, stays for the figures."""

from datetime import datetime
from typing import Any

from digitalradar.accounts.models import User
from digitalradar.accounts.people import forget_if_unknown

from ..models import Attendance, Booking, Registration
from .cancelling import AFTER, release
from .log import note
from .places import locked
from .waiting_list import own_bookings

EMPTIED: dict[str, Any] = {
    "person": None,
    "name": "",
    "organisation": "",
    "companions": "",
    "access_needs": "",
    "food_needs": "",
    "answers": {},
    "photo_consent_at": None,
    "listing_consent_at": None,
    "consent_version": "",
}


def erase(registration: Registration, *, by: User | None = None, at: datetime | None = None) -> None:
    """Give back what is booked and empty a registration; its link leads nowhere useful afterwards.

    A person of whom nothing else is known goes too. Places of a date that has begun stay as they are. No mail is sent.
    """
    with locked(registration.occurrence_id, at=at) as date:
        if date.occurrence.starts_at > date.at:
            for booking in own_bookings(date, registration, state__in=AFTER):
                release(date, booking, AFTER[booking.state], by=by)
        current = Registration.objects.select_related("person").get(pk=registration.pk)
        if empty(current, date.at):
            note(date.occurrence, "registration.erased", by=by, registration=current.pk)


def empty(registration: Registration, at: datetime) -> bool:
    """Empty the texts of a registration and let go of its person; return False if that was done before."""
    if registration.erased_at is not None:
        return False
    person = registration.person
    for name, value in EMPTIED.items():
        setattr(registration, name, value)
    registration.erased_at = at
    registration.save(update_fields=[*EMPTIED, "erased_at"])
    Booking.objects.filter(registration=registration).update(person=None)
    Attendance.objects.filter(registration=registration).update(correction="")
    if person is not None:
        forget_if_unknown(person)
    return True
