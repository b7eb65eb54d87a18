"""Parts of a date presuppose the date itself (docs/algorithms/places.md, „The date itself“).

A date can be booked as a whole, by its one offer without a title, and in parts besides, such as seats in sessions. Who
has no place at the date has none in its parts: it would stay empty, and somebody else may be waiting for it.

Everything here belongs inside :func:`places.locked`.
"""

from collections.abc import Sequence

from ..models import Booking, Offer
from ..models.booking import State
from .deciding import decide
from .log import note
from .places import LockedDate
from .waiting_list import own_bookings, promote

LOST = (State.CONFIRMED, State.OFFERED, State.WAITING)


def whole_offer(date: LockedDate) -> Offer | None:
    """Return the offer for the date itself where there are parts besides; else None."""
    whole = [offer for offer in date.offers.values() if not offer.title]
    return whole[0] if len(whole) == 1 and len(date.offers) > 1 else None


def decide_all(date: LockedDate, bookings: Sequence[Booking]) -> None:
    """Decide what was asked for together, the date itself first; whoever gets no place there gets none in its parts.

    Those parts lapse: they can be booked again as soon as there is a place.
    """
    whole = whole_offer(date)
    itself = [booking for booking in bookings if whole and booking.offer_id == whole.pk]
    for booking in itself:
        decide(date, booking)
    comes = all(booking.state == State.CONFIRMED for booking in itself)
    for booking in bookings:
        if booking in itself:
            continue
        if comes:
            decide(date, booking)
        else:
            _end(date, booking, action="booking.part_refused")


def end_parts(date: LockedDate, lost: Booking) -> None:
    """End what somebody has besides the date itself, after they have lost their place there; of a part nothing ends."""
    whole = whole_offer(date)
    if whole is None or lost.offer_id != whole.pk:
        return
    for booking in own_bookings(date, lost.registration, state__in=LOST):
        if booking.offer_id != whole.pk:
            _end(date, booking, action="booking.part_ended")


def _end(date: LockedDate, booking: Booking, *, action: str) -> None:
    date.move(booking, State.LAPSED, held_until=None, offered_until=None)
    note(date.occurrence, action, booking)
    promote(date, date.offers[booking.offer_id])
