"""A date as one row of a list, and in a few lines."""

from collections.abc import Iterable, Set
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..formats import for_members
from ..models import Occurrence
from ..rules.places import Shown
from .places import chip, shown_of
from .times import date_block, weekday_and_span, when


def rows(occurrences: Iterable[Occurrence], members: Set[int] | None = None) -> list[dict[str, Any]]:
    """Return what the rows of a list show; one query for all their places, one for whose they are.

    ``members``: the ids of those for members only, where that is known already.
    """
    occurrences = list(occurrences)
    shown = shown_of(occurrences)
    members = for_members(occurrences) if members is None else members
    return [row(occurrence, shown[occurrence.pk], for_members=occurrence.pk in members) for occurrence in occurrences]


def row(occurrence: Occurrence, shown: Shown | None, *, for_members: bool = False) -> dict[str, Any]:
    """Return what a row shows."""
    return {
        **date_block(occurrence, short=True),
        "month_of": occurrence.local_start.date().replace(day=1),
        "kind": occurrence.format.title,
        "title": occurrence.title,
        "lang": foreign(occurrence),
        "url": url_of(occurrence),
        "when": weekday_and_span(occurrence),
        "whole_when": when(occurrence),
        "where": where(occurrence),
        "where_icon": "link" if occurrence.mode == Occurrence.Mode.ONLINE else "map-pin",
        "chip": chip(occurrence, shown, for_members=for_members),
        "is_example": occurrence.is_example,
    }


def by_month(occurrences: Iterable[Occurrence]) -> list[dict[str, Any]]:
    """Return the rows in groups, one for each month, in the order in which the dates come."""
    months = groupby(rows(occurrences), key=lambda row: row["month_of"])
    return [{"title": date_format(month, "YEAR_MONTH_FORMAT"), "rows": list(found)} for month, found in months]


def url_of(occurrence: Occurrence) -> str:
    """Return the address of its page in the language of the page that links there."""
    return reverse("events:event", args=[occurrence.slug])


def where(occurrence: Occurrence) -> str:
    """Return the place in one line: "Bildungszentrum, Musterstadt", "online", or both."""
    place = _place(occurrence)
    if occurrence.mode == Occurrence.Mode.ONLINE:
        return _("online")
    if occurrence.mode == Occurrence.Mode.BOTH and place:
        return _("%(place)s und online") % {"place": place}
    return place or _("Der Ort wird noch bekannt gegeben")


def _place(occurrence: Occurrence) -> str:
    """Return name and town, without the town where the name says it."""
    place = occurrence.place
    if place is None:
        return ""
    return place.name if place.town in place.name else str(place)


def foreign(occurrence: Occurrence) -> str:
    """Return the language of its texts where it is not that of the page, for ``lang``; else nothing."""
    return "" if occurrence.language == (get_language() or "de")[:2] else occurrence.language


def short(occurrence: Occurrence) -> dict[str, Any]:
    """Return a date in a few lines, as it stands above a form or on somebody's own page."""
    return {
        "occurrence": occurrence,
        "kind": occurrence.format,
        "lang": foreign(occurrence),
        "when": when(occurrence),
        "where": where(occurrence),
        "contact": occurrence.contact,
    }
