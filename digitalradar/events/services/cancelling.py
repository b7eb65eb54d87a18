"""Give places back."""

from collections.abc import Collection
from datetime import datetime

from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from .. import emails
from ..models import Booking, Registration
from ..models.booking import ACTIVE, State
from . import conditions
from .log import note
from .places import LockedDate, locked
from .waiting_list import own_bookings, promote

AFTER = {
    State.CONFIRMED: State.CANCELLED,
    State.OFFERED: State.DECLINED,
    State.WAITING: State.WITHDRAWN,
    State.REQUESTED: State.WITHDRAWN,
}


class TooLate(DomainError):
    """It has begun: who does not come can no longer give the place back."""


def cancel(
    registration: Registration,
    *,
    offers: Collection[int] | None = None,
    by: User | None = None,
    at: datetime | None = None,
) -> list[Booking]:
    """Cancel all bookings of a registration, or those for some offers, and return those that were cancelled now.

    Possible until the beginning, also from the waiting list and when everything is full; twice changes nothing (I-8).
    What becomes free goes to the waiting list in the same transaction (I-5). Side effects: one mail, and the log.

    Raises:
        TooLate: all that could be cancelled has begun.
    """
    with locked(registration.occurrence_id, offers=offers, at=at) as date:
        bookings = own_bookings(date, registration, state__in=AFTER)
        in_time = [booking for booking in bookings if conditions.time_of(booking.offer)[0] > date.at]
        if bookings and not in_time:
            raise TooLate(_("Der Termin hat schon begonnen und lässt sich nicht mehr absagen."))
        for booking in in_time:
            release(date, booking, AFTER[State(booking.state)], by=by)
        if in_time:
            _tell(in_time[0].registration)
        return in_time


def release(
    date: LockedDate, booking: Booking, state: State, *, action: str = "booking.cancelled", by: User | None = None
) -> None:
    """Take a booking out and give its places to those who wait; inside :func:`places.locked`."""
    before = booking.state
    date.move(booking, state, held_until=None, offered_until=None)
    note(date.occurrence, action, booking, by=by, before=before)
    promote(date, date.offers[booking.offer_id])


def _tell(registration: Registration) -> None:
    if registration.confirmed_at is None:
        return  # the address may belong to somebody else
    if registration.bookings.filter(state__in=ACTIVE).exists():
        emails.changed(registration)
    else:
        emails.cancelled(registration)
