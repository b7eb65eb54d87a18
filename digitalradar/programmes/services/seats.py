"""Seats in single items: offers of the kernel that follow what is released (E-5).

All places are given and taken by ``events``; here offers are only made, moved along with their items, and shut.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from django.utils.translation import ngettext

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError
from digitalradar.events.models import Booking, Occurrence, Offer
from digitalradar.events.models.booking import ACTIVE, State
from digitalradar.events.services.cancelling import AFTER, release
from digitalradar.events.services.capacity import set_capacity
from digitalradar.events.services.places import locked

from ..models import ProgrammeItem

DEFAULT_PARTY = 4
SHUT = datetime(1990, 1, 1, tzinfo=UTC)
"""The closing time of what does not take place: it stays long past however far the date is moved."""
ENDING = (State.WAITING, State.REQUESTED, State.OFFERED, State.CONFIRMED)
"""In this order bookings end, so that a seat that becomes free goes to nobody who is about to lose it."""


def follow(occurrence: Occurrence, items: Iterable[ProgrammeItem], *, by: User | None = None) -> None:
    """Bring offers in line with items that are about to be released; inside the transaction of the release.

    Raises:
        DomainError: an item has no seats to book any more but people who booked some, or fewer than are taken.
    """
    for item in items:
        if item.state != ProgrammeItem.State.READY:
            _end(item, by)
        elif item.seats is None:
            _take_away(item)
        else:
            _give(occurrence, item, by)


def _give(occurrence: Occurrence, item: ProgrammeItem, by: User | None) -> None:
    times = {"title": item.title, "starts_at": item.starts_at, "ends_at": item.ends_at}
    offer = item.offer
    if offer is None:
        whole = occurrence.offers.filter(title="").first()
        item.offer = Offer.objects.create(
            occurrence=occurrence,
            capacity=item.seats,
            is_exclusive=True,
            max_party=whole.max_party if whole else DEFAULT_PARTY,
            order=1,
            **times,
        )
        item.save(update_fields=["offer"])
        return
    if offer.closes_at and offer.closes_at <= occurrence.created_at:
        times["closes_at"] = None  # it was shut, and the item takes place after all
    changed = [name for name, value in times.items() if getattr(offer, name) != value]
    for name in changed:
        setattr(offer, name, times[name])
    if changed:
        offer.save(update_fields=changed)
    set_capacity(offer, item.seats, by=by)


def _take_away(item: ProgrammeItem) -> None:
    """Let an item go without booking, unless somebody relies on a seat."""
    offer = item.offer
    if offer is None:
        return
    if count := Booking.objects.filter(offer=offer, state__in=ACTIVE).count():
        raise DomainError(
            ngettext(
                "Für „%(item)s“ gibt es schon %(count)s Buchung. Lassen Sie die Plätze stehen, oder sagen Sie sie ab.",
                "Für „%(item)s“ gibt es schon %(count)s Buchungen. Lassen Sie sie stehen, oder sagen Sie sie ab.",
                count,
            )
            % {"item": item.title, "count": count}
        )
    if offer.bookings.exists():
        _shut(offer)
    else:
        offer.delete()


def _end(item: ProgrammeItem, by: User | None) -> None:
    """Shut the offer of an item that does not take place and end its bookings; the mail about it is the caller's."""
    if item.offer is None:
        return
    _shut(item.offer)
    with locked(item.occurrence_id, offers=[item.offer.pk]) as date:
        for state in ENDING:
            rows = Booking.objects.filter(offer=item.offer, state=state).order_by("pk")
            for booking in rows.select_related("registration__person", "person"):
                booking.offer = date.offers[item.offer.pk]
                release(date, booking, AFTER[state], action="booking.session_cancelled", by=by)


def _shut(offer: Offer) -> None:
    """Close an offer before it opened: nobody books it, and nothing of it is given away (I-6)."""
    Offer.objects.filter(pk=offer.pk).update(closes_at=SHUT)
    offer.closes_at = SHUT
