"""A released programme as pages show it: by time or by room, all of it or one track."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import get_language, get_language_info
from django.utils.translation import gettext as _

from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.presentation.places import CHIPS
from digitalradar.events.queries.places import all_shown
from digitalradar.events.rules.places import Shown

from ..change_words import span_of
from ..models import ProgrammeItem, Speaker
from ..queries.programme import Released
from ..rules.snapshots import Entry, is_for

Row = dict[str, Any]


def programme(shown: Released, *, track: str = "", by_room: bool = False) -> dict[str, Any]:
    """Return what the templates of a programme show; with ``track`` only that one, and what is for everybody."""
    occurrence = shown.version.occurrence
    entries = [entry for entry in shown.entries if not track or entry.track in ("", track)]
    rows = rows_of(shown, entries)
    return {
        "version": shown.version.number,
        "released_on": shown.version.released_at.astimezone(occurrence.zone).date(),
        "note": shown.version.note,
        "tracks": tracks(shown.entries),
        "groups": _rooms(rows) if by_room else _times(rows, occurrence),
        "is_by_room": by_room,
        "has_seats": any(row["chip"] for row in rows),
        "is_outdated": not is_for(shown.version.data, (occurrence.starts_at, occurrence.ends_at)),
    }


def rows_of(shown: Released, entries: Sequence[Entry]) -> list[Row]:
    """Return one row for each item, with what is told of its seats; one query for all."""
    occurrence = shown.version.occurrence
    places = seats_shown(occurrence)
    return [_row(entry, occurrence, shown.speakers, places) for entry in entries]


def tracks(entries: Sequence[Entry]) -> list[str]:
    """Return the names of all tracks in the order in which they begin."""
    return list(dict.fromkeys(entry.track for entry in entries if entry.track))


def seats_shown(occurrence: Occurrence) -> dict[str, Shown]:
    """Return what is told of the seats of each item that has some, by its key."""
    offers = list(Offer.objects.filter(occurrence=occurrence, programme_item__isnull=False))
    for offer in offers:
        offer.occurrence = occurrence
    told = all_shown(offers) if offers else {}
    keys = ProgrammeItem.objects.filter(offer__in=told).values_list("offer", "uid") if told else []
    return {uid.hex: told[pk] for pk, uid in keys}


def speakers_of(entry: Entry, named: Mapping[str, Speaker]) -> list[dict[str, str]]:
    """Return names with organisation; who has not agreed to be named is „Name folgt“, once for all of them."""
    known = [named[uid] for uid in entry.speakers if uid in named]
    people = [{"name": one.name, "organisation": one.organisation, "text": one.text} for one in known]
    return people if len(known) == len(entry.speakers) else [*people, {"name": _("Name folgt"), "organisation": ""}]


def kind_word(entry: Entry) -> str:
    """Return what kind of item it is, in the reader's language."""
    return str(ProgrammeItem.Kind(entry.kind).label)


def _row(entry: Entry, occurrence: Occurrence, named: Mapping[str, Speaker], places: Mapping[str, Shown]) -> Row:
    is_foreign = entry.language != occurrence.language
    return {
        "key": entry.key,
        "anchor": f"punkt-{entry.key[:8]}",
        "starts_at": entry.starts_at,
        "begin": date_format(entry.starts_at.astimezone(occurrence.zone), "H:i"),
        "when": span_of(entry, occurrence.zone),
        "kind": kind_word(entry),
        "is_break": entry.kind == ProgrammeItem.Kind.BREAK,
        "title": entry.title,
        "text": entry.text,
        "lang": "" if entry.language == (get_language() or "de")[:2] else entry.language,
        "language": str(get_language_info(entry.language)["name_translated"]) if is_foreign else "",
        "room": entry.room,
        "room_note": entry.room_note,
        "track": entry.track,
        "speakers": speakers_of(entry, named),
        "is_cancelled": entry.is_cancelled,
        "chip": CHIPS[places[entry.key]] if entry.key in places and not entry.is_cancelled else None,
        "has_seats": entry.seats is not None,
    }


def _times(rows: Sequence[Row], occurrence: Occurrence) -> list[dict[str, Any]]:
    """Return the rows in groups of what begins at the same time; of several days each begins with its name."""
    days = {row["starts_at"].astimezone(occurrence.zone).date() for row in rows}
    groups, last = [], None
    for moment, found in groupby(rows, key=lambda row: row["starts_at"]):
        local = moment.astimezone(occurrence.zone)
        day = date_format(local, "l, j. F") if len(days) > 1 and local.date() != last else ""
        groups.append({"title": date_format(local, "H:i"), "day": day, "rows": list(found)})
        last = local.date()
    return groups


def _rooms(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Return the rows in groups by room; what has none, such as breaks, stands last."""
    names = sorted({row["room"] for row in rows}, key=lambda name: (not name, name))
    groups = []
    for name in names:
        found = [row for row in rows if row["room"] == name]
        groups.append({"title": name or _("Ohne Raum"), "note": found[0]["room_note"], "rows": found})
    return groups
