"""The page with the sign-up form, and the one after it."""

from collections.abc import Mapping
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models import Occurrence, Offer
from ..rules.places import Shown
from .places import CHIPS, deciding
from .rows import short, url_of
from .signing_up import OPEN, sign_up_state


def sign_up_page(occurrence: Occurrence, told: Mapping[int, Shown]) -> dict[str, Any]:
    """Return the date in short and whether one can sign up; ``told`` is what is said of each offer by its id."""
    shown = deciding(list(occurrence.offers.all()), told)
    return {
        **_with_way_back(occurrence),
        "sign_up": sign_up_state(occurrence, shown),
        "is_waiting": shown == Shown.WAITING,
        "confirm_hours": settings.EVENTS_CONFIRM_HOURS,
        "kept_minutes": settings.EVENTS_KEPT_MINUTES,
    }


def thanks_page(occurrence: Occurrence) -> dict[str, Any]:
    """Return what stands after the form was sent."""
    hours = {"confirm_hours": settings.EVENTS_CONFIRM_HOURS, "kept_minutes": settings.EVENTS_KEPT_MINUTES}
    return _with_way_back(occurrence) | hours


def bookable(occurrence: Occurrence, told: Mapping[int, Shown]) -> list[tuple[Offer, str]]:
    """Return what can be booked at a date now, with time and places in words.

    Where one has to wait for the date itself, nothing in it is offered: nobody would get it (services/parts.py).
    """
    offers = list(occurrence.offers.all())
    whole = [offer for offer in offers if not offer.title]
    if len(whole) == 1 and told[whole[0].pk] == Shown.WAITING:
        offers = whole
    return [(offer, _label(occurrence, offer, told[offer.pk])) for offer in offers if told[offer.pk] in OPEN]


def _label(occurrence: Occurrence, offer: Offer, shown: Shown) -> str:
    title, places = offer.title or occurrence.title, CHIPS[shown]["label"]
    if not offer.starts_at:
        return _("%(title)s (%(places)s)") % {"title": title, "places": places}
    begin = date_format(offer.starts_at.astimezone(occurrence.zone), "H:i")
    return _("%(time)s Uhr: %(title)s (%(places)s)") % {"time": begin, "title": title, "places": places}


def _with_way_back(occurrence: Occurrence) -> dict[str, Any]:
    return short(occurrence) | {"event_url": url_of(occurrence)}
