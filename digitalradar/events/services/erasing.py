"""Erase what is known of somebody at a date; that a place was booked, and what became of it, stays for the figures.

Who came to a funded date is evidence that the region has to keep: of them the name, the firm and the names of their
company stay until ``EVENTS_EVIDENCE_YEARS`` are over, and nothing else does (I-17; forgetting.py).
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from digitalradar.accounts.models import User
from digitalradar.accounts.people import forget_if_unknown
from digitalradar.mail.services.forgetting import forget_messages

from ..models import Attendance, Booking, PersonalFeed, Registration
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
EVIDENCE = frozenset({"name", "organisation", "companions"})


def erase(registration: Registration, *, by: User | None = None, at: datetime | None = None) -> None:
    """Give back what is booked and empty a registration; its link leads nowhere useful afterwards.

    A person of whom nothing else is known goes too. Places of a date that has begun stay as they are, and so does the
    evidence of a funded one (:func:`is_evidence`). No mail is sent.
    """
    with locked(registration.occurrence_id, at=at) as date:
        if date.occurrence.starts_at > date.at:
            for booking in own_bookings(date, registration, state__in=AFTER):
                release(date, booking, AFTER[booking.state], by=by)
        current = Registration.objects.select_related("person").get(pk=registration.pk)
        if empty(current, date.at):
            note(date.occurrence, "registration.erased", by=by, registration=current.pk)


def is_evidence(registration: Registration) -> bool:
    """Tell whether somebody came to a funded date, so that their participation has to be shown for some years."""
    came = Attendance.objects.filter(registration=registration, persons__gt=0)
    return registration.occurrence.is_funded and came.exists()


def empty(registration: Registration, at: datetime, *, keeps: Collection[str] = ()) -> bool:
    """Empty the texts of a registration and let go of its person; return False if that was done before.

    Messages to them that are still to be sent would lead nowhere and are withdrawn; of others address and text go.

    ``keeps`` names fields that stay besides those that are evidence.
    """
    if registration.erased_at is not None:
        return False
    person = registration.person
    kept = {*keeps, *(EVIDENCE if is_evidence(registration) else ())}
    for name, value in EMPTIED.items():
        if name not in kept:
            setattr(registration, name, value)
    registration.erased_at = at
    registration.save(update_fields=[*EMPTIED, "erased_at"])
    Booking.objects.filter(registration=registration).update(person=None)
    Attendance.objects.filter(registration=registration).update(correction="")
    if person is not None:
        forget_messages(to=person.email, about=str(registration.uid))
        if not person.registrations.exists():
            PersonalFeed.objects.filter(person=person).delete()
        forget_if_unknown(person)
    return True
