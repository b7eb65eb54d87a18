"""Who asks for a place gets it, waits, or is refused."""

from ..models import Booking
from ..models.booking import State
from ..queries.places import closing_time, has_waiting_list
from .places import LockedDate
from .waiting_list import promote, settle


def decide(date: LockedDate, booking: Booking) -> State:
    """Give a booking, which may be new, its place or put it on the waiting list; LAPSED means there was neither.

    Whoever waits already comes first (I-7). A place that was kept for the booking is its own.
    """
    offer = date.offers[booking.offer_id]
    settle(date, offer)
    is_kept = date.is_kept(booking)
    if date.can_seat(booking) and (is_kept or not date.counts[offer.pk].waiting):
        date.move(booking, State.CONFIRMED, held_until=None)
    elif has_waiting_list(offer) and date.at < closing_time(offer, date.occurrence):
        date.move(booking, State.WAITING, held_until=None, joined_at=date.at)
        if offer.smaller_may_pass:
            promote(date, offer)
            booking.refresh_from_db(fields=["state", "changed_at", "offered_until"])
    else:
        date.move(booking, State.LAPSED, held_until=None)
    return State(booking.state)
