"""The page with the whole programme."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from digitalradar.events.presentation.rows import foreign, where
from digitalradar.events.presentation.times import when

from ..change_words import sentences
from ..queries.programme import Released, released
from ..queries.versions import version_before
from ..rules.snapshots import compare
from .programme import programme, tracks
from .structured_data import structured_data

BY_ROOM = "raum"


def programme_page(shown: Released, track: str, order: str) -> dict[str, Any]:
    """Return what the page shows; a track that is not there narrows nothing."""
    occurrence = shown.version.occurrence
    track = track if track in tracks(shown.entries) else ""
    url = reverse("programmes:programme", args=[occurrence.slug])
    return {
        "occurrence": occurrence,
        "lang": foreign(occurrence),
        "when": when(occurrence),
        "where": where(occurrence),
        "programme": programme(shown, track=track, by_room=order == BY_ROOM),
        "filters": _filters(url, shown, track, order),
        "orders": _orders(url, track, order),
        "changes": changes_of(shown),
        "canonical": settings.PUBLIC_URL + url,
        "structured_data": structured_data(shown),
    }


def changes_of(shown: Released) -> list[str]:
    """Return what is different from the version before, in sentences; the first version has nothing to tell."""
    before = version_before(shown.version)
    earlier = released(shown.version.occurrence, before) if before else None
    if earlier is None:
        return []
    zone = shown.version.occurrence.zone
    return [line for change in compare(earlier.entries, shown.entries) for line in sentences(change, zone)]


def _filters(url: str, shown: Released, track: str, order: str) -> list[dict[str, Any]]:
    names = tracks(shown.entries)
    choices = [("", _("Alles")), *((name, name) for name in names)] if names else []
    return [{"label": label, "url": _address(url, name, order), "is_current": name == track} for name, label in choices]


def _orders(url: str, track: str, order: str) -> list[dict[str, Any]]:
    return [
        {"label": _("nach Uhrzeit"), "url": _address(url, track, ""), "is_current": order != BY_ROOM},
        {"label": _("nach Raum"), "url": _address(url, track, BY_ROOM), "is_current": order == BY_ROOM},
    ]


def _address(url: str, track: str, order: str) -> str:
    asked = {"strang": track, "nach": BY_ROOM if order == BY_ROOM else ""}
    words = urlencode({name: value for name, value in asked.items() if value})
    return f"{url}?{words}" if words else url
