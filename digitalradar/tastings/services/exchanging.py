"""Exchange one round for another at the same time, in one step: nobody loses a place on the way."""

from datetime import datetime

from django.utils.translation import gettext as _

from digitalradar.events import emails
from digitalradar.events.models import Booking, Registration
from digitalradar.events.models.booking import State
from digitalradar.events.services import conditions
from digitalradar.events.services.cancelling import AFTER, release
from digitalradar.events.services.changing import book_more
from digitalradar.events.services.conditions import PlaceRefused
from digitalradar.events.services.deciding import decide
from digitalradar.events.services.log import note
from digitalradar.events.services.places import LockedDate, locked
from digitalradar.events.services.signing_up import new_booking
from digitalradar.events.services.waiting_list import fresh

from ..models import Round


def take_round(
    registration: Registration, wanted: Round, *, may_wait: bool = False, at: datetime | None = None
) -> Booking:
    """Book a round for somebody who is registered; what they have in the same slot is given back for it.

    A place is given up for a waiting list only with ``may_wait``. Side effects: one mail, entries in the log; what
    becomes free goes to those who wait for it.

    Raises:
        PlaceRefused: the place is gone, the round is not open, or the registration does not count any more. Nothing
            is changed then.
    """
    with locked(registration.occurrence_id, at=at) as date:
        offer = date.offers.get(wanted.offer_id)
        if offer is None:  # struck from the plan in this moment
            raise _gone(wanted)
        own = _own_in_slot(date, registration, wanted)
        same = next((booking for booking in own if booking.offer_id == offer.pk), None)
        if same is not None:
            return same
        has_place = not date.counts[offer.pk].waiting and date.has_room(offer, registration.party_size)
        if not has_place and not may_wait:
            raise _gone(wanted)
        if not own:
            return book_more(registration, [offer.pk], at=date.at)[0]
        return _exchange(date, registration, own, wanted)


def _exchange(date: LockedDate, registration: Registration, own: list[Booking], wanted: Round) -> Booking:
    offer, current = date.offers[wanted.offer_id], own[0].registration
    if current.confirmed_at is None:
        raise PlaceRefused(_("Bitte bestätigen Sie zuerst Ihre Anmeldung."))
    conditions.check_open(date, [offer])
    conditions.check_party([offer], current.party_size)
    for booking in own:
        release(date, booking, AFTER[State(booking.state)])
    new = new_booking(current, offer)
    if decide(date, new) == State.LAPSED:
        raise conditions.no_place(current.party_size)
    note(date.occurrence, "booking.exchanged", new, state=new.state)
    emails.changed(current)
    return new


def _own_in_slot(date: LockedDate, registration: Registration, wanted: Round) -> list[Booking]:
    """Return what somebody has, or waits for, in the slot of a round."""
    rows = Booking.objects.filter(registration=registration, state__in=AFTER, offer__round__slot=wanted.slot_id)
    return [fresh(date, booking) for booking in rows.order_by("offer_id")]


def _gone(wanted: Round) -> PlaceRefused:
    return PlaceRefused(
        _("„%(title)s“ ist inzwischen vergeben. Ihr Rundgang bleibt, wie er war.") % {"title": wanted.station.title}
    )
