"""The grid of slots and stations as the page shows it, and the tour beside it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models import Slot, Station
from ..queries.timetable import Cell, Timetable
from . import times
from .choice import Choice, name_of, value_of

MOST_DOTS = 8


@dataclass(frozen=True)
class Shown:
    """One cell. ``kind`` is free, wait, closed or none; ``words`` are its lines, ``label`` says everything at once."""

    kind: str
    station: Station
    words: tuple[str, ...] = ()
    label: str = ""
    value: str = ""
    is_chosen: bool = False
    free_dots: range = range(0)
    taken_dots: range = range(0)


def grid(table: Timetable, choice: Choice, refusals: Mapping[int, str] | None = None) -> dict[str, Any]:
    """Return everything the template shows; ``refusals`` are sentences by slot."""
    occurrence = table.occurrence
    return {
        "stations": table.stations,
        "rows": [_row(slot, table, choice, refusals or {}) for slot in table.slots],
        "persons": choice.persons,
        "party_choices": party_choices(table.most_persons),
        "tour": tour(table, choice),
        "button": book_words(len(choice.cells), choice.persons),
        "book_words": {"none": book_words(0, 1), "one": book_words(1, choice.persons), "many": _many(choice.persons)},
        "strip_words": strip_words(len(choice.cells), choice.persons),
        "strip_none": strip_words(0, 1),
        "as_of": date_format(table.at.astimezone(occurrence.zone), "H:i"),
        "action": reverse("tastings:tour", args=[occurrence.slug]),
        "is_open": table.is_open,
    }


def tour(table: Timetable, choice: Choice) -> list[dict[str, Any]]:
    """Return the chosen rounds and the breaks between them in their order."""
    slots = [slot for slot in table.slots if slot.is_break or slot.pk in choice.cells]
    stations = {station.pk: station for station in table.stations}
    return [_stop(slot, stations, choice) for slot in _without_outer_breaks(slots)]


def party_choices(most: int) -> list[tuple[int, str]]:
    words = [
        ngettext("%(count)d Person", "%(count)d Personen", count) % {"count": count} for count in range(1, most + 1)
    ]
    return list(enumerate(words, 1))


def book_words(stations: int, persons: int) -> str:
    """Return what the button says."""
    if not stations:
        return _("Auswahl buchen")
    words = ngettext("%(count)d Station für %(persons)d buchen", "%(count)d Stationen für %(persons)d buchen", stations)
    return words % {"count": stations, "persons": persons}


def strip_words(stations: int, persons: int) -> str:
    """Return what the bar on phones says."""
    if not stations:
        return _("Noch keine Station gewählt")
    chosen = ngettext("%(count)d Station", "%(count)d Stationen", stations) % {"count": stations}
    people = ngettext("%(count)d Person", "%(count)d Personen", persons) % {"count": persons}
    return _("%(stations)s, %(persons)s") % {"stations": chosen, "persons": people}


def gone_words(cell: Cell, station: Station, persons: int) -> str:
    """Return the sentence at a row whose chosen place is gone."""
    free = cell.count.free or 0
    if cell.can_wait():
        if 0 < free < persons and not cell.count.waiting:
            words = ngettext(
                "An „%(station)s“ ist nur noch %(count)d Platz frei. Wählen Sie etwas anderes oder die Warteliste.",
                "An „%(station)s“ sind nur noch %(count)d Plätze frei. Wählen Sie etwas anderes oder die Warteliste.",
                free,
            )
            return words % {"station": station.title, "count": free}
        return _("„%(station)s“ ist inzwischen vergeben. Wählen Sie etwas anderes oder die Warteliste.") % {
            "station": station.title
        }
    return _("„%(station)s“ ist inzwischen vergeben. Wählen Sie bitte etwas anderes.") % {"station": station.title}


def _many(persons: int) -> str:
    """The words for two and more with a gap for the number: the script fills it in."""
    words = ngettext("%(count)s Station für %(persons)d buchen", "%(count)s Stationen für %(persons)d buchen", 2)
    return words % {"count": "#", "persons": persons}


def _row(slot: Slot, table: Timetable, choice: Choice, refusals: Mapping[int, str]) -> dict[str, Any]:
    return {
        "pk": slot.pk,
        "name": name_of(slot.pk),
        "begin": times.begin(slot),
        "until": times.until(slot),
        "span": times.span(slot),
        "break": slot.title if slot.is_break else "",
        "refusal": refusals.get(slot.pk, ""),
        "cells": [] if slot.is_break else [_cell(slot, station, table, choice) for station in table.stations],
        "has_choice": slot.pk in choice.cells,
    }


def _cell(slot: Slot, station: Station, table: Timetable, choice: Choice) -> Shown:
    cell = table.cells.get((slot.pk, station.pk))
    if cell is None:
        return Shown("none", station, label=_("%(station)s: läuft in dieser Runde nicht") % {"station": station.title})
    if cell.closed or not (cell.has_place(choice.persons) or cell.can_wait()):
        words = _("geschlossen") if cell.closed else _("ausgebucht")
        label = _("%(station)s: %(places)s") % {"station": station.title, "places": words}
        return Shown("closed", station, (words,), label)
    waits = not cell.has_place(choice.persons)
    words = places_words(cell, choice.persons)
    capacity, free = cell.count.capacity or 0, cell.count.free or 0
    has_dots = not waits and 0 < capacity <= MOST_DOTS
    return Shown(
        "wait" if waits else "free",
        station,
        words,
        _label(slot, station, words),
        value_of(cell, waits=waits),
        _is_chosen(slot, cell, choice, waits=waits),
        range(min(free, capacity)) if has_dots else range(0),
        range(capacity - min(free, capacity)) if has_dots else range(0),
    )


def _is_chosen(slot: Slot, cell: Cell, choice: Choice, *, waits: bool) -> bool:
    """A place that turned into a waiting list is not chosen any more: nobody is put on it unasked."""
    chosen = choice.cells.get(slot.pk)
    return chosen is not None and chosen.offer.pk == cell.offer.pk and (not waits or slot.pk in choice.waits)


def places_words(cell: Cell, persons: int) -> tuple[str, ...]:
    """Return what is free for a party, in one line or two."""
    free = cell.count.free
    if cell.has_place(persons):
        return (_("Plätze frei"),) if free is None else (_("%(count)d frei") % {"count": free},)
    if free and not cell.count.waiting:
        return (_("nur %(count)d frei") % {"count": free}, _("Warteliste"))
    return (_("Warteliste"),)


def _label(slot: Slot, station: Station, words: Collection[str]) -> str:
    return _("%(time)s, %(station)s, %(places)s") % {
        "time": times.span(slot),
        "station": station.title,
        "places": ", ".join(words),
    }


def _stop(slot: Slot, stations: Mapping[int, Station], choice: Choice) -> dict[str, Any]:
    if slot.is_break:
        return {"begin": times.begin(slot), "break": slot.title}
    station = stations[choice.cells[slot.pk].round.station_id]
    return {
        "slot": slot.pk,
        "begin": times.begin(slot),
        "span": times.span(slot),
        "title": station.title,
        "room": station.room,
        "waits": slot.pk in choice.waits,
    }


def _without_outer_breaks(slots: list[Slot]) -> list[Slot]:
    """A break before the first or after the last own round is no part of the tour."""
    rounds = [position for position, slot in enumerate(slots) if not slot.is_break]
    return slots[rounds[0] : rounds[-1] + 1] if rounds else []
