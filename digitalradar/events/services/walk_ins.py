"""People who come without having signed up, and places of those who signed up and did not come (T-3)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User

from ..models import Booking, Occurrence, Offer, Registration
from ..models.booking import ACTIVE, State
from ..queries.places import allowed, closing_time
from . import conditions
from .conditions import PlaceRefused
from .log import note
from .parts import end_parts
from .people import person_of
from .places import LockedDate, locked
from .signing_up import SignUp, active_registration, new_booking, new_registration
from .waiting_list import fresh, queue


def walk_in(*, offer: Offer, entry: SignUp, by: User | None = None, at: datetime | None = None) -> Booking:
    """Enter somebody who stands at the door: they get a free place, or wait there for one that nobody claims.

    ``entry.email`` may be empty. Somebody who is registered already keeps their booking, which is returned. Who gets a
    place has to be checked in like everybody else. No mail is sent.

    Raises:
        PlaceRefused: it is not the time for walk-ins, or a rule of the date says no.
    """
    with locked(offer.occurrence_id, offers=[offer.pk], at=at) as date:
        current = date.offers[offer.pk]
        _check_time(date)
        person = person_of(entry.email, language=entry.language) if entry.email else None
        existing = active_registration(date, person) if person else None
        if existing and (booked := existing.bookings.filter(offer=current, state__in=ACTIVE).first()):
            return booked
        conditions.check_party([current], entry.party_size)
        conditions.check_own_time(date, person, [current])
        source = Registration.Source.WALK_IN
        registration = existing or new_registration(date, person, entry, source=source, confirmed_at=date.at)
        booking = new_booking(registration, current)
        if date.can_seat(booking) and not _others_wait(date, current):
            date.move(booking, State.CONFIRMED)
        else:
            date.move(booking, State.WAITING, joined_at=date.at)
        note(date.occurrence, "booking.walked_in", booking, by=by, state=booking.state, persons=booking.party_size)
        return booking


def release_unclaimed(offer: Offer, *, by: User | None = None, at: datetime | None = None) -> list[Booking]:
    """Give places nobody claimed to the walk-ins, in the order of their queue; return who got one.

    Earliest ``EVENTS_UNCLAIMED_MINUTES`` after the beginning of the offer. Only as many places are taken back as the
    walk-ins need, those of the latest sign-ups first: who is merely late keeps theirs as long as nobody waits. A party
    gets all its places or none (T-4). Whoever loses a place this way counts as lapsed, not as not come; who loses the
    date itself loses what they have in it (:mod:`parts`).

    Raises:
        PlaceRefused: it is too early, or the date does not take place.
    """
    with locked(offer.occurrence_id, at=at) as date:
        current = date.offers[offer.pk]
        _check_time(date)
        if date.at < conditions.time_of(current)[0] + timedelta(minutes=settings.EVENTS_UNCLAIMED_MINUTES):
            raise PlaceRefused(
                _("Plätze von Angemeldeten werden erst %(count)d Minuten nach dem Beginn frei.")
                % {"count": settings.EVENTS_UNCLAIMED_MINUTES}
            )
        admitted = []
        for waiting in walk_in_queue(current):
            if not _make_room(date, current, waiting.party_size, by):
                if current.smaller_may_pass:
                    continue
                break
            booking = fresh(date, waiting)
            date.move(booking, State.CONFIRMED)
            note(date.occurrence, "booking.walk_in_admitted", booking, by=by, persons=booking.party_size)
            admitted.append(booking)
        return admitted


def walk_in_queue(offer: Offer) -> Sequence[Booking]:
    """Return those who wait at the door, in the order in which they came."""
    return list(queue(offer).filter(registration__source=Registration.Source.WALK_IN))


def _others_wait(date: LockedDate, offer: Offer) -> bool:
    """Before the beginning the whole waiting list comes first (I-7), afterwards those who are there."""
    if date.at < closing_time(offer, date.occurrence):
        return date.counts[offer.pk].waiting > 0
    return bool(walk_in_queue(offer))


def _make_room(date: LockedDate, offer: Offer, persons: int, by: User | None) -> bool:
    """Take unclaimed places back until a party fits; if it never would, take none."""
    count = date.counts[offer.pk]
    if count.free is None or persons <= count.free:
        return True
    unclaimed = Booking.objects.filter(offer=offer, state=State.CONFIRMED, uses_reserved=False)
    candidates = list(
        unclaimed.exclude(registration__source=Registration.Source.WALK_IN).order_by("-changed_at", "-pk")
    )
    if count.free + sum(booking.party_size for booking in candidates) < persons:
        return False
    for booking in candidates:
        if date.has_room(offer, persons):
            break
        date.move(booking, State.LAPSED)
        note(date.occurrence, "booking.unclaimed", booking, by=by, persons=booking.party_size)
        end_parts(date, booking)
    return True


def _check_time(date: LockedDate) -> None:
    published = date.occurrence.state == Occurrence.State.PUBLISHED
    if not (published and "walk_in" in allowed(date.occurrence, date.at)):
        raise PlaceRefused(_("Gäste ohne Anmeldung trägt man ein, wenn der Termin beginnt."))
