"""The programme to print, whole or as somebody picked it."""

from itertools import groupby
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from digitalradar.core.typst import Pdf
from digitalradar.core.typst.blocks import Block, column, facts, heading, table, text
from digitalradar.events.documents.frame import paper, when, where

from ..presentation.programme import Row, rows_of
from ..queries.programme import Released
from ..rules.snapshots import Entry


def programme_paper(shown: Released, entries: list[Entry], *, language: str, is_own: bool = False) -> Pdf:
    """Return the PDF: times, titles, people and rooms as a table for each day; every page names the version."""
    occurrence, version = shown.version.occurrence, shown.version
    day = date_format(version.released_at.astimezone(occurrence.zone), "DATE_FORMAT")
    eyebrow = _("Mein Programm") if is_own else _("Programm")
    status = _("%(number)s, freigegeben am %(day)s") % {"number": version.number, "day": day}
    blocks: list[Block] = [facts([(_("Wann"), when(occurrence)), (_("Wo"), where(occurrence)), (_("Version"), status)])]
    rows = rows_of(shown, entries)
    days = [(key, list(found)) for key, found in groupby(rows, key=lambda row: _day(row, shown))]
    for name, found in days:
        if len(days) > 1:
            blocks.append(heading(name, 2))
        blocks.append(_table(found))
    blocks.append(text(_("Änderungen stehen zuerst auf der Seite des Termins."), "small"))
    title = _("%(title)s – Programm, Version %(number)s") % {"title": occurrence.title, "number": version.number}
    return paper(occurrence, title, eyebrow, blocks, language=language)


def _table(rows: list[Row]) -> Block:
    head = [column(_("Zeit"), "auto"), column(_("Was"), "3fr"), column(_("Raum"), "1fr")]
    return table(head, [[_time(row), _what(row), _room(row)] for row in rows])


def _time(row: Row) -> str:
    return str(row["when"])


def _what(row: Row) -> list[Any]:
    """Say title, people and what else one has to know, one below the other."""
    title: Any = {"bold": _("Fällt aus: %(title)s") % row if row["is_cancelled"] else row["title"]}
    people = "; ".join(", ".join(filter(None, [one["name"], one["organisation"]])) for one in row["speakers"])
    kind = "" if row["is_break"] else row["kind"]
    notes = ", ".join(filter(None, [kind, row["track"], row["language"], _seats(row)]))
    lines = [title, *(line for line in (people, notes) if line)]
    return [part for line in lines for part in (line, {"br": True})][:-1]


def _seats(row: Row) -> str:
    return _("mit Platzbuchung") if row["has_seats"] else ""


def _room(row: Row) -> str:
    return row["room"] or "–"


def _day(row: Row, shown: Released) -> str:
    return date_format(row["starts_at"].astimezone(shown.version.occurrence.zone), "l, j. F")
