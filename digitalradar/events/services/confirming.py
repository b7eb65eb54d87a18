"""Somebody shows that the address is theirs: what they asked for is decided now."""

from datetime import datetime

from ..models import Booking, Registration
from ..models.booking import ACTIVE, State
from . import conditions
from .log import note
from .parts import decide_all
from .people import note_verified
from .places import locked
from .signing_up import tell_outcome
from .waiting_list import own_bookings


def confirm(registration: Registration, *, at: datetime | None = None) -> list[Booking]:
    """Confirm a registration and return its bookings that count: with a place or on the waiting list.

    Confirming again changes nothing and returns the same. Side effects: one mail with what came of it, an entry in
    the log; the person's address counts as verified.

    Raises:
        PlaceRefused: meanwhile the date has begun or is cancelled, the request has lapsed, or the place is gone and
            there is no waiting list.
    """
    refusal = None
    with locked(registration.occurrence_id, at=at) as date:
        bookings = own_bookings(date, registration)
        requested = [booking for booking in bookings if booking.state == State.REQUESTED]
        if requested:
            conditions.check_not_begun(date)
            current = requested[0].registration
            decide_all(date, requested)
            if current.confirmed_at is None:
                current.confirmed_at = date.at
                current.save(update_fields=["confirmed_at"])
            note_verified(current, date.at)
            states = {str(booking.pk): booking.state for booking in requested}
            note(date.occurrence, "registration.confirmed", registration=current.pk, states=states)
            tell_outcome(current, requested, bookings)
            registration.confirmed_at = current.confirmed_at
        counting = [booking for booking in bookings if booking.state in ACTIVE]
        if not counting:
            refusal = conditions.no_place(registration.party_size) if requested else conditions.lapsed()
    if refusal:  # outside the transaction: that the place was gone is kept
        raise refusal
    return counting
