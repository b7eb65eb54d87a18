"""The one place that gives and takes places. The order of locks and all states: docs/algorithms/places.md.

Whoever changes places does it inside :func:`locked`: one transaction that locks the row of the date first and reads
what it decides by afterwards (I-2). One lock covers all offers of a date. On SQLite transactions begin as writers,
which is a lock on everything; on PostgreSQL dates do not wait for each other.
"""

import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.timezone import now

from digitalradar.core.page_cache import forget

from ..cache_tags import EVENTS, event_tag
from ..formats import shows_numbers
from ..models import Booking, Occurrence, Offer
from ..models.booking import PENDING, SEATED, State
from ..queries import places as queries
from ..rules.places import Count, Shown
from ..webhooks.announcing import announce_booking

PAUSE_SECONDS = 0.05  # between check and act while the guard is off, so that the control of X1 sees the race


def lock(occurrence_id: int) -> Occurrence:
    """Return a date as it is now and let nobody else change its places until the end of the transaction.

    Raises:
        Occurrence.DoesNotExist: it is gone.
    """
    found = Occurrence.objects.select_related("place", "contact")
    if not settings.EVENTS_UNGUARDED:
        found = found.select_for_update(of=("self",), no_key=True)
    return found.get(pk=occurrence_id)


def free(offer: Offer) -> int | None:
    """Return how many places can be given away now; None: without limit. True only for an offer read after the lock."""
    return queries.counts([offer])[offer.pk].free


@dataclass
class LockedDate:
    """A date whose places nobody else changes, with the offers and counts that were read under the lock."""

    occurrence: Occurrence
    offers: dict[int, Offer]
    counts: dict[int, Count]
    at: datetime

    def has_room(self, offer: Offer, persons: int) -> bool:
        """Tell whether a party fits into what is free."""
        return self._after_pause(self.counts[offer.pk].has_room(persons))

    def can_seat(self, booking: Booking) -> bool:
        """Tell whether there is room for a booking; one whose places are kept has it unless the host took it away."""
        count = self.counts[booking.offer_id]
        if self.is_kept(booking):
            return count.free is None or booking.party_size <= count.room
        return self._after_pause(count.has_room(booking.party_size))

    def is_kept(self, booking: Booking) -> bool:
        """Tell whether places are kept for a booking that is not confirmed yet."""
        return bool(booking.pk) and self._bucket(booking) == "kept"

    def move(self, booking: Booking, state: State, **fields: Any) -> Booking:
        """Bring a booking, which may be new, into a state, and set ``fields``; the counts follow.

        The database refuses more persons than there are places (IntegrityError): whoever calls this has to ask first.
        """
        before = self._weight(booking) if booking.pk else {}
        state_before = booking.state if booking.pk else None
        booking.state, booking.changed_at = state, self.at
        for name, value in fields.items():
            setattr(booking, name, value)
        self._count(booking.offer_id, before, self._weight(booking))
        booking.save()
        announce_booking(self.occurrence, self.offers[booking.offer_id], booking, state_before)
        return booking

    def remove(self, booking: Booking) -> None:
        """Delete a booking that was only a hold."""
        self._count(booking.offer_id, self._weight(booking), {})
        booking.delete()

    def shown(self) -> dict[int, Shown]:
        """Return what everybody is told of each offer."""
        return {
            offer.pk: queries.shown(offer, self.occurrence, self.counts[offer.pk], self.at)
            for offer in self.offers.values()
        }

    def recount(self, offer: Offer) -> None:
        """Read the counts of an offer again after its capacity or reserved places were changed."""
        self.counts |= queries.counts([offer], self.at)

    def _bucket(self, booking: Booking) -> str:
        if booking.state in SEATED:
            return "taken"
        if booking.state in PENDING and booking.held_until and booking.held_until > self.at:
            return "kept"
        return "waiting" if booking.state == State.WAITING else ""

    def _weight(self, booking: Booking) -> dict[str, int]:
        """Return what a booking adds to the counts; what it takes of the reserved places is no longer unused."""
        bucket = self._bucket(booking)
        weight = {bucket: booking.party_size} if bucket else {}
        if bucket == "taken" and booking.uses_reserved:
            weight["unused_reserved"] = -booking.party_size
        return weight

    def _count(self, offer_id: int, before: dict[str, int], after: dict[str, int]) -> None:
        change = {name: after.get(name, 0) - before.get(name, 0) for name in before | after}
        count = self.counts[offer_id]
        self.counts[offer_id] = replace(count, **{name: getattr(count, name) + by for name, by in change.items()})
        seats, reserved = change.get("taken", 0), -change.get("unused_reserved", 0)
        if seats or reserved:
            _write(self.offers[offer_id], seats, reserved)

    def _after_pause(self, answer: bool) -> bool:
        if settings.EVENTS_UNGUARDED:
            time.sleep(PAUSE_SECONDS)
        return answer


@contextmanager
def locked(
    occurrence_id: int, *, offers: Collection[int] | None = None, at: datetime | None = None
) -> Iterator[LockedDate]:
    """Lock a date in a transaction; kept pages are forgotten when what they tell of its places has changed.

    ``offers`` are the ids of those that may be touched, None: all. ``at`` is the moment that counts as now.

    Raises:
        Occurrence.DoesNotExist: it is gone.
    """
    # EVENTS_UNGUARDED is for the control of the tests alone: each statement stands for itself, as without a guard.
    with nullcontext() if settings.EVENTS_UNGUARDED else transaction.atomic():
        occurrence = lock(occurrence_id)
        date = _read(occurrence, offers, at or now())
        before, counts = date.shown(), dict(date.counts)
        yield date
        if date.shown() != before:
            forget(EVENTS, event_tag(occurrence.pk))
        elif shows_numbers(occurrence.kind) and date.counts != counts:
            forget(event_tag(occurrence.pk))


def forget_pages_before(date: LockedDate, late: Iterable[Booking]) -> None:
    """Forget kept pages made while places were kept for these bookings: the clock alone has made them untrue."""
    told = dict(date.counts)
    for booking in late:
        count = told[booking.offer_id]
        told[booking.offer_id] = replace(count, kept=count.kept + booking.party_size)
    if replace(date, counts=told).shown() != date.shown():
        forget(EVENTS, event_tag(date.occurrence.pk))
    elif shows_numbers(date.occurrence.kind) and told != date.counts:
        forget(event_tag(date.occurrence.pk))


def _read(occurrence: Occurrence, ids: Collection[int] | None, at: datetime) -> LockedDate:
    rows = Offer.objects.filter(occurrence=occurrence).order_by("pk")
    offers = {offer.pk: offer for offer in (rows if ids is None else rows.filter(pk__in=ids))}
    for offer in offers.values():
        offer.occurrence = occurrence
    return LockedDate(occurrence, offers, queries.counts(offers.values(), at), at)


def _write(offer: Offer, seats: int, reserved: int) -> None:
    """Change the counters of an offer: in the database by what is there, as the second net below the lock."""
    rows = Offer.objects.filter(pk=offer.pk)
    offer.seats_taken += seats
    offer.reserved_used += reserved
    if settings.EVENTS_UNGUARDED:
        rows.update(seats_taken=offer.seats_taken, reserved_used=offer.reserved_used)
    else:
        rows.update(seats_taken=F("seats_taken") + seats, reserved_used=F("reserved_used") + reserved)
