"""What is said about places: a word and an icon, never how many people wait."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..models import Occurrence, Offer
from ..queries.places import all_shown
from ..rules.places import Shown

# From the best for somebody who wants to come to the worst: a date with several offers shows the best of them.
CHIPS: dict[Shown, dict[str, Any]] = {
    Shown.FREE: {"kind": "ok", "icon": "circle-check", "label": _("Plätze frei")},
    Shown.FEW: {"kind": "warn", "icon": "users", "label": _("wenige Plätze frei")},
    Shown.WAITING: {"kind": "warn", "icon": "hourglass", "label": _("Warteliste")},
    Shown.NOT_YET: {"kind": "plain", "icon": "calendar-event", "label": _("Anmeldung noch nicht offen")},
    Shown.FULL: {"kind": "plain", "icon": "circle-minus", "label": _("ausgebucht")},
    Shown.CLOSED: {"kind": "plain", "icon": "lock", "label": _("Anmeldung geschlossen")},
    Shown.PAST: {"kind": "plain", "icon": "progress", "label": _("läuft gerade")},
}
FOR_MEMBERS = {"kind": "plain", "icon": "users", "label": _("für Mitglieder")}
CANCELLED = {"kind": "bad", "icon": "circle-x", "label": _("abgesagt")}
ORDER = list(CHIPS)


def best(shown: Iterable[Shown]) -> Shown | None:
    """Return the best of several; None for a date without offers, to which nobody has to sign up."""
    return min(shown, key=ORDER.index, default=None)


def shown_of(occurrences: Iterable[Occurrence]) -> Mapping[int, Shown | None]:
    """Return what is told of the places of each date by its id; one query. Their offers have to be there already.

    Where the date itself can be booked it decides, whatever single items of it have; else the best of all offers.
    """
    offers = {occurrence.pk: list(occurrence.offers.all()) for occurrence in occurrences}
    told = all_shown(offer for several in offers.values() for offer in several)
    return {pk: deciding(several, told) for pk, several in offers.items()}


def deciding(offers: list[Offer], told: Mapping[int, Shown]) -> Shown | None:
    """Return what is told of a date by its offers, of which ``told`` says it each by its id."""
    whole = [offer for offer in offers if not offer.title]
    return best(told[offer.pk] for offer in whole or offers)


def chip(occurrence: Occurrence, shown: Shown | None, *, for_members: bool = False) -> dict[str, Any] | None:
    """Return the chip of a date whose places are ``shown``; None where there is nothing to say.

    Free places of a date ``for_members`` are nobody's who reads this.
    """
    if occurrence.state == Occurrence.State.CANCELLED:
        return CANCELLED
    if occurrence.is_over or occurrence.state == Occurrence.State.CLOSED:
        return None
    if for_members and shown is not Shown.PAST:
        return FOR_MEMBERS
    return CHIPS[shown] if shown else None


def offer_chip(offer: Offer, told: Mapping[int, Shown]) -> dict[str, Any]:
    """Return the chip of one of several offers."""
    return CHIPS[told[offer.pk]]
