"""Give free places to those who wait, in their order, and let offered places lapse.

Everything here that takes a ``LockedDate`` belongs inside :func:`places.locked`.
"""

from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.timezone import now
from django.utils.translation import gettext as _

from .. import emails
from ..models import Booking, Occurrence, Offer, Registration
from ..models.booking import State
from ..queries.places import closing_time
from .conditions import PlaceRefused, check_not_begun, own_clash
from .log import note
from .places import LockedDate, locked

HAVING = (State.CONFIRMED, State.OFFERED, State.ATTENDED)


def promote(date: LockedDate, offer: Offer) -> list[Booking]:
    """Give what is free to the first of the waiting list who can take it, and so on (I-4); return who got a place.

    A party gets all its places or none (T-4). One that does not fit stops those behind it, unless the host lets
    smaller ones pass. Nothing happens after the closing time or when the date does not take place (I-6).
    Side effects: a mail to each who got a place or an offer, and an entry in the log for whom was passed over.
    """
    count = date.counts[offer.pk]
    if not count.waiting or count.free == 0 or not _gives_away(date, offer):
        return []
    given: list[Booking] = []
    passed: list[tuple[Booking, str]] = []
    for booking in queue(offer):
        if not date.has_room(offer, 1):
            break
        reason = _why_not(date, offer, booking)
        if reason == "party" and not offer.smaller_may_pass:
            break
        if reason:
            passed.append((booking, reason))
            continue
        for other, why in passed:
            note(date.occurrence, "booking.passed_over", other, reason=why, by_booking=booking.pk)
        passed.clear()
        given.append(_give(date, offer, booking))
    return given


def give_away(occurrence: Occurrence, *, at: datetime | None = None) -> list[Booking]:
    """Give free places of all offers to those who wait, after a rule of theirs was changed; return who got one."""
    with locked(occurrence.pk, at=at) as date:
        return [booking for offer in date.offers.values() for booking in promote(date, offer)]


def settle(date: LockedDate, offer: Offer) -> None:
    """Bring an offer up to date before anything is decided: lapse offered places, then promote."""
    if offer.policy == Offer.Policy.OFFER:
        lapse_overdue(date, offer)
    promote(date, offer)


def lapse_overdue(date: LockedDate, offer: Offer) -> int:
    """Take offered places back whose deadline is over; return how many bookings.

    Who hears that a date does not take place is not told of deadlines besides.
    """
    overdue = Booking.objects.filter(offer=offer, state=State.OFFERED, offered_until__lte=date.at)
    lapsed = [_of(date, booking) for booking in overdue.select_related("registration__person")]
    for booking in lapsed:
        date.move(booking, State.LAPSED)
        note(date.occurrence, "booking.offer_lapsed", booking)
        if date.occurrence.state == Occurrence.State.PUBLISHED:
            emails.offer_lapsed(booking)
    return len(lapsed)


def lapse_offers(at: datetime | None = None) -> int:
    """Take back all offered places whose deadline is over and offer them to the next (X5); return how many."""
    at, count = at or now(), 0
    overdue = Booking.objects.filter(state=State.OFFERED, offered_until__lte=at).order_by()
    for occurrence_id in overdue.values_list("offer__occurrence", flat=True).distinct():
        with locked(occurrence_id, at=at) as date:
            for offer in date.offers.values():
                count += lapse_overdue(date, offer)
                promote(date, offer)
    return count


def accept(booking: Booking, *, at: datetime | None = None) -> Booking:
    """Take an offered place; once taken, asking again changes nothing.

    Raises:
        PlaceRefused: the deadline is over, and the place goes to the next at once; or the date has begun or is
            cancelled.
    """
    with locked(booking.offer.occurrence_id, at=at) as date:
        current = fresh(date, booking)
        offer = date.offers[current.offer_id]
        if current.state == State.OFFERED:
            check_not_begun(date)
            lapse_overdue(date, offer)
            promote(date, offer)
            current = fresh(date, booking)
        if current.state == State.OFFERED:
            date.move(current, State.CONFIRMED, offered_until=None)
            note(date.occurrence, "booking.accepted", current)
            emails.registered(current.registration)
    if current.state not in (State.CONFIRMED, State.ATTENDED):
        raise PlaceRefused(
            _("Die Frist für diesen Platz ist abgelaufen. Er ist an die Nächsten auf der Warteliste gegangen.")
        )
    return current


def decline(booking: Booking, *, at: datetime | None = None) -> Booking:
    """Give an offered place back; it goes to the next. Of a booking in another state nothing changes."""
    with locked(booking.offer.occurrence_id, at=at) as date:
        current = fresh(date, booking)
        if current.state == State.OFFERED:
            date.move(current, State.DECLINED, offered_until=None)
            note(date.occurrence, "booking.declined", current)
            promote(date, date.offers[current.offer_id])
    return current


def queue(offer: Offer) -> QuerySet[Booking]:
    """Return those who wait, in the order of I-4: falling priority, then since when, then id."""
    waiting = Booking.objects.filter(offer=offer, state=State.WAITING).select_related("registration__person", "person")
    return waiting.order_by("-priority", "joined_at", "pk")


def position(booking: Booking) -> int:
    """Return the place of somebody on the waiting list, from 1; 0: they do not wait."""
    if booking.state != State.WAITING:
        return 0
    longer = Q(joined_at__lt=booking.joined_at) | Q(joined_at=booking.joined_at, pk__lte=booking.pk)
    before = Q(priority__gt=booking.priority) | Q(longer, priority=booking.priority)
    return Booking.objects.filter(before, offer=booking.offer_id, state=State.WAITING).count()


def fresh(date: LockedDate, booking: Booking) -> Booking:
    """Return a booking as it is under the lock."""
    return _of(date, Booking.objects.select_related("registration__person").get(pk=booking.pk))


def own_bookings(date: LockedDate, registration: Registration, **narrowed: Any) -> list[Booking]:
    """Return the bookings of a registration as they are under the lock, by ascending offer."""
    rows = Booking.objects.filter(registration=registration, offer__in=date.offers, **narrowed)
    return [_of(date, booking) for booking in rows.select_related("registration__person").order_by("offer_id")]


def _of(date: LockedDate, booking: Booking) -> Booking:
    """Let a booking know the date and offer that are in memory already."""
    booking.offer = date.offers[booking.offer_id]
    booking.registration.occurrence = date.occurrence
    return booking


def _gives_away(date: LockedDate, offer: Offer) -> bool:
    return date.occurrence.state == Occurrence.State.PUBLISHED and date.at < closing_time(offer, date.occurrence)


def _why_not(date: LockedDate, offer: Offer, booking: Booking) -> str:
    """Return why a booking cannot have a place now, as the log says it; empty: it can."""
    if not date.can_seat(booking):
        return "party"
    return "overlap" if offer.is_exclusive and own_clash(offer, booking.person, HAVING) else ""


def _give(date: LockedDate, offer: Offer, booking: Booking) -> Booking:
    booking = _of(date, booking)
    if offer.policy == Offer.Policy.OFFER:
        until = min(date.at + timedelta(hours=offer.offer_hours), closing_time(offer, date.occurrence))
        date.move(booking, State.OFFERED, offered_until=until)
        note(date.occurrence, "booking.offered", booking, until=until.isoformat())
        emails.place_offered(booking)
    else:
        date.move(booking, State.CONFIRMED)
        note(date.occurrence, "booking.promoted", booking)
        emails.promoted(booking)
    return booking
