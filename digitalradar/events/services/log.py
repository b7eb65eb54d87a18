"""Write down what happened to a date; see :class:`models.LogEntry`."""

from typing import Any

from digitalradar.accounts.models import User

from ..models import Booking, LogEntry, Occurrence
from ..webhooks.announcing import announce_occurrence


def note(
    occurrence: Occurrence, action: str, booking: Booking | None = None, by: User | None = None, **detail: Any
) -> LogEntry:
    """Add an entry in the caller's transaction.

    ``action`` is dotted past tense (``booking.promoted``). ``detail`` is kept longer than names are: states and numbers
    only, never a name or what somebody wrote (X21). Side effect: other programs hear of some acts (webhooks).
    """
    announce_occurrence(occurrence, action)
    return LogEntry.objects.create(
        occurrence=occurrence,
        booking_number=booking.pk if booking else None,
        action=action,
        by=by,
        detail=detail,
    )
