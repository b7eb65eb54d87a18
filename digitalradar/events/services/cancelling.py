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
from .parts import whole_offer
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

    Who gives the date itself up gives up all of it (:mod:`parts`). Possible until the beginning, also from the waiting
    list and when everything is full; twice changes nothing (I-8).
    What becomes free goes to the waiting list in the same transaction (I-5). Side effects: one mail, and the log.

    Raises:
        TooLate: all that could be cancelled has begun.
    """
    with locked(registration.occurrence_id, at=at) as date:
        bookings = own_bookings(date, registration, state__in=AFTER)
        in_time = [booking for booking in bookings if conditions.time_of(booking.offer)[0] > date.at]
        asked = [booking for booking in bookings if offers is None or booking.offer_id in offers]
        given = [booking for booking in asked if booking in in_time]
        if asked and not given:
            raise TooLate(_("Der Termin hat schon begonnen und lässt sich nicht mehr absagen."))
        whole = whole_offer(date)
        if whole and any(booking.offer_id == whole.pk for booking in given):
            given = in_time
        for booking in given:
            release(date, booking, AFTER[State(booking.state)], by=by)
        if given:
            _tell(given[0].registration)
        return given


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
