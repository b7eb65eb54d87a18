"""More places, fewer places, places kept back: what is freed goes to the waiting list at once."""

from datetime import datetime

from django.utils.translation import ngettext

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from ..models import Booking, Offer
from .log import note
from .places import locked
from .waiting_list import promote


class TooFewPlaces(DomainError):
    """More people have a place than there would be places; ``affected`` is how many too many."""

    def __init__(self, affected: int) -> None:
        self.affected = affected
        super().__init__(
            ngettext(
                "So wenige Plätze gehen nicht: %(count)d Person hat schon einen davon. "
                "Bitte sprechen Sie erst mit ihr, und sagen Sie die Buchung dann ab.",
                "So wenige Plätze gehen nicht: %(count)d Personen haben schon einen davon. "
                "Bitte sprechen Sie erst mit ihnen, und sagen Sie die Buchungen dann ab.",
                affected,
            )
            % {"count": affected}
        )


def set_capacity(
    offer: Offer,
    capacity: int | None,
    *,
    reserved: int | None = None,
    by: User | None = None,
    at: datetime | None = None,
) -> list[Booking]:
    """Give an offer another number of places (None: unlimited), of them ``reserved`` kept back (None: as before).

    Nobody loses a place (I-9). Returns the bookings that got a place or an offer out of it (X8).

    Raises:
        TooFewPlaces: more people have a place already, or are to be kept back; it says how many are affected.
    """
    with locked(offer.occurrence_id, offers=[offer.pk], at=at) as date:
        current = date.offers[offer.pk]
        before = {"capacity": current.capacity, "reserved": current.reserved}
        current.capacity = capacity
        current.reserved = max(current.reserved if reserved is None else reserved, current.reserved_used)
        if capacity is not None:
            needed = current.seats_taken + current.reserved - current.reserved_used
            if needed > capacity:
                raise TooFewPlaces(needed - capacity)
        after = {"capacity": current.capacity, "reserved": current.reserved}
        if after == before:
            return []
        current.save(update_fields=["capacity", "reserved"])
        date.recount(current)
        note(date.occurrence, "offer.capacity_changed", by=by, offer=current.pk, before=before, after=after)
        return promote(date, current)


def release_reserved(offer: Offer, *, by: User | None = None, at: datetime | None = None) -> list[Booking]:
    """Give away what is still kept back for guests of the host; return the bookings that got something (I-5)."""
    with locked(offer.occurrence_id, offers=[offer.pk], at=at) as date:
        current = date.offers[offer.pk]
        return set_capacity(current, current.capacity, reserved=0, by=by, at=date.at)
