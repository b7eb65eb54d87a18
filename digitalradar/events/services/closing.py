"""End a date: whoever had a place and was not checked in counts as not come."""

from datetime import datetime

from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from ..models import Booking, Occurrence
from ..models.booking import State
from .log import note
from .places import locked

BECOMES = {
    State.CONFIRMED: State.NO_SHOW,
    State.OFFERED: State.LAPSED,
    State.WAITING: State.LAPSED,
    State.REQUESTED: State.LAPSED,
}


def close(occurrence: Occurrence, *, by: User | None = None, at: datetime | None = None) -> Occurrence:
    """Close a date that has begun; afterwards attendance changes by corrections only. Closing again changes nothing.

    Raises:
        DomainError: it has not begun, is a draft or cancelled.
    """
    with locked(occurrence.pk, at=at) as date:
        current = date.occurrence
        if current.state == Occurrence.State.CLOSED:
            return current
        if current.state != Occurrence.State.PUBLISHED or current.starts_at > date.at:
            raise DomainError(_("Abschließen lässt sich nur ein Termin, der stattfindet und begonnen hat."))
        ended = dict.fromkeys(map(str, BECOMES), 0)
        for booking in Booking.objects.filter(offer__in=date.offers, state__in=BECOMES).order_by("pk"):
            ended[booking.state] += 1
            date.move(booking, BECOMES[State(booking.state)], held_until=None, offered_until=None)
        current.state = Occurrence.State.CLOSED
        current.save(update_fields=["state", "changed_at"])
        note(current, "occurrence.closed", by=by, **ended)
        return current
