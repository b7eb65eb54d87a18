"""What has to hold before somebody gets a place. Each check raises :class:`PlaceRefused` with the reason in words."""

from collections.abc import Collection, Sequence
from datetime import datetime
from http import HTTPStatus

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.accounts.models import Person
from digitalradar.core.errors import DomainError

from ..models import Booking, Occurrence, Offer, Registration
from ..models.booking import ACTIVE, State
from ..queries.places import closed_because, waits_for_date
from ..rules.places import Shown, first_overlap, overlap, persons_of, same_organisation
from .places import LockedDate


class PlaceRefused(DomainError):
    """There is no place, or a rule of the date says no."""

    status = HTTPStatus.CONFLICT


def choose(date: LockedDate, offers: Collection[int] | None) -> list[Offer]:
    """Return the offers that are meant, by ascending id; None means the date itself."""
    if offers is None:
        whole = [offer for offer in date.offers.values() if not offer.title]
        chosen = whole[:1] or (list(date.offers.values()) if len(date.offers) == 1 else [])
    else:
        chosen = [date.offers[pk] for pk in sorted(set(offers)) if pk in date.offers]
    if not chosen or (offers is not None and len(chosen) != len(set(offers))):
        raise PlaceRefused(_("Bitte wählen Sie aus, was Sie buchen möchten."))
    return chosen


def check_open(date: LockedDate, offers: Sequence[Offer]) -> None:
    """Refuse what nobody can sign up for at this moment (X10)."""
    for offer in offers:
        why = closed_because(offer, date.occurrence, date.at)
        if why is not None:
            raise PlaceRefused(_why_closed(why, date.occurrence))


def check_not_begun(date: LockedDate) -> None:
    """Refuse what does not take place or has begun; closing times do not count."""
    if date.occurrence.state != Occurrence.State.PUBLISHED or date.occurrence.starts_at <= date.at:
        why = Shown.PAST if date.occurrence.starts_at <= date.at else Shown.CLOSED
        raise PlaceRefused(_why_closed(why, date.occurrence))


def check_party(offers: Sequence[Offer], persons: int) -> None:
    """Refuse parties that are larger than a host wants."""
    most = min(offer.max_party for offer in offers)
    if persons > most:
        raise PlaceRefused(
            ngettext(
                "Mit einer Anmeldung ist hier nur ein Platz zu haben.",
                "Mit einer Anmeldung sind hier höchstens %(count)d Plätze zu haben.",
                most,
            )
            % {"count": most}
        )


def check_together(offers: Sequence[Offer]) -> None:
    """Refuse two exclusive offers of one date at the same time (T-1, I-10)."""
    exclusive = [offer for offer in offers if offer.is_exclusive]
    clash = first_overlap([time_of(offer) for offer in exclusive])
    if clash:
        raise _clash(exclusive[clash[0]], exclusive[clash[1]])


def check_own_time(date: LockedDate, person: Person | None, offers: Sequence[Offer]) -> None:
    """Refuse exclusive offers at a time at which the person has booked, or waits for, another of this date."""
    for offer in offers:
        if offer.is_exclusive and (other := own_clash(offer, person, ACTIVE)):
            raise _clash(other, offer)


def own_clash(offer: Offer, person: Person | None, states: Collection[State]) -> Offer | None:
    """Return another exclusive offer of the date that a person has in one of the states at the same time."""
    if person is None:
        return None
    booked = Booking.objects.filter(person=person, state__in=states, offer__occurrence=offer.occurrence_id)
    for booking in booked.exclude(offer=offer).filter(offer__is_exclusive=True).select_related("offer__occurrence"):
        if overlap(time_of(booking.offer), time_of(offer)):
            return booking.offer
    return None


def check_has_date(registration: Registration) -> None:
    """Refuse parts of a date to whoever has no place at the date itself yet (parts.py)."""
    if waits_for_date(registration):
        raise PlaceRefused(_("Das können Sie buchen, sobald Sie einen Platz am Termin selbst haben."))


def check_organisation(offers: Sequence[Offer], organisation: str, persons: int) -> None:
    """Refuse more persons of one firm than the host wants; firms are told apart by their names alone."""
    if not same_organisation(organisation):
        return
    for offer in offers:
        if offer.max_per_organisation is None:
            continue
        active = Booking.objects.filter(offer=offer, state__in=ACTIVE)
        parties = active.values_list("registration__organisation", "party_size")
        if persons_of(organisation, parties) + persons > offer.max_per_organisation:
            raise PlaceRefused(_("Aus einem Betrieb können hier nicht mehr Personen teilnehmen."))


def no_place(persons: int) -> PlaceRefused:
    """Return the refusal where there is no waiting list."""
    if persons > 1:
        return PlaceRefused(_("So viele Plätze sind nicht mehr frei, und es gibt keine Warteliste."))
    return PlaceRefused(_("Der letzte Platz war gerade weg, und es gibt keine Warteliste."))


def lapsed() -> PlaceRefused:
    """Return the refusal for a registration of which nothing counts any more."""
    return PlaceRefused(_("Diese Anmeldung gilt nicht mehr. Sie können sich gern neu anmelden."))


def time_of(offer: Offer) -> tuple[datetime, datetime]:
    """Return from when to when an offer takes; without times of its own, as long as the date."""
    return offer.starts_at or offer.occurrence.starts_at, offer.ends_at or offer.occurrence.ends_at


def _clash(one: Offer, other: Offer) -> PlaceRefused:
    names = {"one": one.title or one.occurrence.title, "other": other.title or other.occurrence.title}
    return PlaceRefused(
        _("„%(one)s“ und „%(other)s“ sind zur selben Zeit. Bitte entscheiden Sie sich für eines davon.") % names
    )


def _why_closed(why: Shown, occurrence: Occurrence) -> str:
    if occurrence.state == Occurrence.State.CANCELLED:
        return _("Dieser Termin ist abgesagt.")
    if why == Shown.PAST:
        return _("Dieser Termin hat schon begonnen. Anmelden können Sie sich nicht mehr.")
    if why == Shown.NOT_YET:
        return _("Die Anmeldung hat noch nicht begonnen.")
    return _("Die Anmeldung ist geschlossen.")
