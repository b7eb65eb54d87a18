"""A message from the host to those who come or wait."""

from enum import StrEnum

from django.db import transaction
from django.db.models import QuerySet

from digitalradar.accounts.models import User

from .. import emails
from ..models import Booking, Occurrence, Registration
from .log import note

State = Booking.State


class Audience(StrEnum):
    """Whom a message is for; nobody who cancelled or has not confirmed their address is in any of them."""

    COMING = "coming"
    WAITING = "waiting"
    ALL = "all"


STATES = {
    Audience.COMING: (State.CONFIRMED, State.ATTENDED),
    Audience.WAITING: (State.WAITING, State.OFFERED),
    Audience.ALL: (State.CONFIRMED, State.ATTENDED, State.WAITING, State.OFFERED),
}


def recipients(occurrence: Occurrence, audience: str) -> QuerySet[Registration]:
    """Return the registrations whose people get a message, each once; without those who gave no address."""
    booked = Booking.objects.filter(offer__occurrence=occurrence, state__in=STATES[Audience(audience)])
    found = occurrence.registrations.filter(pk__in=booked.values("registration"), person__isnull=False)
    return found.select_related("person").order_by("pk")


@transaction.atomic
def notify(*, occurrence: Occurrence, audience: str, subject: str, text: str, by: User | None = None) -> int:
    """Queue a message to each and return to how many; who got the same words before does not get them again."""
    told = list(recipients(occurrence, audience))
    for registration in told:
        registration.occurrence = occurrence
        emails.host_message(registration, subject, text)
    note(occurrence, "message.sent", by=by, audience=str(audience), count=len(told))
    return len(told)
