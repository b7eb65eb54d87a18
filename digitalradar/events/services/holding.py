"""Keep places while somebody fills in the form behind a choice of rounds (T3)."""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.conf import settings

from ..models import Booking, Occurrence, Registration
from ..models.booking import State
from . import conditions
from .places import LockedDate, locked
from .signing_up import new_booking, new_registration, take_over
from .waiting_list import promote, settle


def hold(
    *,
    occurrence: Occurrence,
    offers: Collection[int],
    party_size: int = 1,
    instead_of: Registration | None = None,
    at: datetime | None = None,
) -> Registration:
    """Keep places at some offers for ``EVENTS_HOLD_MINUTES`` and return the shell of a registration.

    The shell has neither person nor name; its token (:func:`links.personal_token`) goes into the form, and
    :func:`signing_up.sign_up` takes its places over. Offers where one has to wait keep nothing and are no obstacle;
    the form says so. ``instead_of`` is an earlier hold of the same person: what it still keeps and is wanted again
    stays theirs, the rest goes to those who wait.

    Raises:
        PlaceRefused: nobody can sign up now, there is neither place nor waiting list, or a rule of the date says no.
    """
    with locked(occurrence.pk, offers=None if instead_of else offers, at=at) as date:
        chosen = conditions.choose(date, offers)
        conditions.check_open(date, chosen)
        conditions.check_party(chosen, party_size)
        conditions.check_together(chosen)
        kept = take_over(date, instead_of)
        shell = new_registration(date, None, None, party_size=party_size)
        until = date.at + timedelta(minutes=settings.EVENTS_HOLD_MINUTES)
        for offer in chosen:
            is_own = kept.get(offer.pk, 0) >= party_size
            if not is_own:
                settle(date, offer)
            if (is_own or not date.counts[offer.pk].waiting) and date.has_room(offer, party_size):
                date.move(new_booking(shell, offer), State.HELD, held_until=until)
            elif offer.policy == offer.Policy.OFF:
                raise conditions.no_place(party_size)
        _give_on(date, kept)
        return shell


def release_hold(shell: Registration, *, at: datetime | None = None) -> None:
    """Let the places of a hold go at once; one that is gone or became a sign-up stays as it is."""
    with locked(shell.occurrence_id, at=at) as date:
        held = Booking.objects.filter(registration=shell, state=State.HELD).order_by("offer_id")
        for booking in held:
            date.remove(booking)
            promote(date, date.offers[booking.offer_id])
        Registration.objects.filter(pk=shell.pk, person=None, bookings=None).delete()


def _give_on(date: LockedDate, kept: Collection[int]) -> None:
    """Let what an earlier hold gave up go to those who wait."""
    for pk in sorted(kept):
        promote(date, date.offers[pk])
