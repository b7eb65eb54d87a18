"""Change a registration: what was told, how many come, and what else is booked."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from digitalradar.accounts.models import User

from .. import emails
from ..models import Booking, Registration
from ..models.booking import ACTIVE, SEATED, State
from . import conditions
from .conditions import PlaceRefused
from .deciding import decide
from .log import note
from .places import LockedDate, locked
from .signing_up import CONSENT_VERSION, new_booking, refuse_if_nothing
from .waiting_list import own_bookings, promote

TOLD = frozenset({"name", "organisation", "language", "companions", "access_needs", "food_needs", "answers"})
CONSENTS = {"photo_consent": "photo_consent_at", "listing_consent": "listing_consent_at"}
CHANGEABLE = (State.REQUESTED, State.WAITING, State.OFFERED, State.CONFIRMED)


def change(
    registration: Registration,
    *,
    party_size: int | None = None,
    by: User | None = None,
    at: datetime | None = None,
    **told: Any,
) -> Registration:
    """Change how many come and what somebody told; return the registration as it is now.

    ``told`` are fields of :class:`signing_up.SignUp` except the address. Fewer people free places for the waiting
    list. More people need places that are free while nobody waits; on the waiting list a party may grow and keeps its
    turn. Side effects: one mail when the number changes, an entry in the log.

    Raises:
        PlaceRefused: the places do not suffice, or it has begun; nothing is changed then.
    """
    with locked(registration.occurrence_id, at=at) as date:
        current = Registration.objects.select_related("person").get(pk=registration.pk)
        current.occurrence = date.occurrence
        if current.erased_at is not None:  # a form that was open while somebody erased everything
            raise conditions.lapsed()
        fields = _note_told(current, told, date.at)
        resized = party_size is not None and party_size != current.party_size
        if resized:
            _resize(date, current, party_size)
            fields.append("party_size")
        if fields:
            current.save(update_fields=fields)
            note(date.occurrence, "registration.changed", by=by, registration=current.pk, fields=sorted(fields))
        if resized and current.confirmed_at:
            emails.changed(current)
    return current


def book_more(
    registration: Registration, offers: Collection[int], *, by: User | None = None, at: datetime | None = None
) -> list[Booking]:
    """Book further offers of the same date for somebody who is registered; return the new bookings.

    Those of an unconfirmed registration are decided with the rest, at the confirmation. What is booked already stays
    as it is. Side effects: one mail, an entry in the log.

    Raises:
        PlaceRefused: an offer is not open, there is neither place nor waiting list, or a rule says no; nothing is
            changed then.
    """
    with locked(registration.occurrence_id, at=at) as date:
        current = Registration.objects.select_related("person").get(pk=registration.pk)
        current.occurrence = date.occurrence
        if current.confirmed_at is None:
            raise PlaceRefused(_("Bitte bestätigen Sie zuerst Ihre Anmeldung."))
        active = Booking.objects.filter(registration=current, state__in=ACTIVE)
        if not active.exists():
            raise conditions.lapsed()
        booked = set(active.values_list("offer_id", flat=True))
        wanted = conditions.choose(date, set(offers))
        chosen = [offer for offer in wanted if offer.pk not in booked]
        if not chosen:
            return []
        conditions.check_has_date(current)
        conditions.check_open(date, chosen)
        conditions.check_party(chosen, current.party_size)
        conditions.check_together(chosen)
        conditions.check_own_time(date, current.person, chosen)
        conditions.check_organisation(chosen, current.organisation, current.party_size)
        bookings = [new_booking(current, offer) for offer in chosen]
        for booking in bookings:
            decide(date, booking)
            refuse_if_nothing([booking])
        note(date.occurrence, "registration.extended", by=by, registration=current.pk, offers=[o.pk for o in chosen])
        emails.changed(current)
    return bookings


def _resize(date: LockedDate, registration: Registration, persons: int) -> None:
    bookings = own_bookings(date, registration, state__in=CHANGEABLE)
    if not bookings:
        raise conditions.lapsed()
    conditions.check_not_begun(date)
    more = persons - registration.party_size
    if more > 0:
        offers = [booking.offer for booking in bookings]
        conditions.check_party(offers, persons)
        conditions.check_organisation(offers, registration.organisation, more)
        for booking in bookings:
            _check_growth(date, booking, more)
    for booking in bookings:
        date.move(booking, State(booking.state), party_size=persons)
        promote(date, booking.offer)
    registration.party_size = persons


def _check_growth(date: LockedDate, booking: Booking, more: int) -> None:
    """Who waits, or is not sure of a place anyway, may become more; else the places have to be there."""
    needs_places = booking.state in SEATED or date.is_kept(booking)
    others_wait = date.counts[booking.offer_id].waiting > 0
    if needs_places and (others_wait or booking.uses_reserved or not date.has_room(booking.offer, more)):
        raise PlaceRefused(_("So viele Plätze sind nicht mehr frei. Ihre Anmeldung bleibt, wie sie war."))


def _note_told(registration: Registration, told: Mapping[str, Any], at: datetime) -> list[str]:
    """Set the fields that differ and return their names; a consent keeps its time and the version of its words."""
    if unknown := told.keys() - TOLD - CONSENTS.keys():
        raise TypeError(f"Unknown fields: {sorted(unknown)}")
    changed = []
    for name in TOLD & told.keys():
        if getattr(registration, name) != told[name]:
            setattr(registration, name, told[name])
            changed.append(name)
    for name in CONSENTS.keys() & told.keys():
        field = CONSENTS[name]
        if told[name] != (getattr(registration, field) is not None):
            setattr(registration, field, at if told[name] else None)
            changed.append(field)
            if told[name] and registration.consent_version != CONSENT_VERSION:
                registration.consent_version = CONSENT_VERSION
                changed.append("consent_version")
    return changed
