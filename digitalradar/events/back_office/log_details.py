"""What a line of the log says besides its act, in words; what only the machine needs stays in the log."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..models.booking import State


def details(detail: Mapping[str, Any]) -> list[str]:
    """Return what is worth telling, in the order in which it was noted."""
    told = [WORDS[name](value) for name, value in detail.items() if name in WORDS and value not in (None, "")]
    if "before" in detail and "after" in detail:
        told += _places(detail["before"], detail["after"])
    return [words for words in told if words]


def _places(before: Mapping[str, int | None], after: Mapping[str, int | None]) -> list[str]:
    """Return how the number of places changed, and of those that are kept back."""
    ways = {
        "capacity": _("von %(before)s auf %(after)s"),
        "reserved": _("zurückgehalten: von %(before)s auf %(after)s"),
    }
    return [
        words % {"before": _number(before.get(name)), "after": _number(after.get(name))}
        for name, words in ways.items()
        if before.get(name) != after.get(name)
    ]


def _number(places: int | None) -> str:
    return _("unbegrenzt") if places is None else str(places)


def _persons(number: int) -> str:
    return ngettext("%(count)s Person", "%(count)s Personen", number) % {"count": number}


def _minutes(number: int) -> str:
    return ngettext("%(count)s Minute", "%(count)s Minuten", number) % {"count": number}


def _count(number: int) -> str:
    return _("Anzahl: %(count)s") % {"count": number}


def _registration(number: int) -> str:
    return _("Anmeldung %(number)s") % {"number": number}


def _state(state: str) -> str:
    return str(State(state).label) if state in State.values else ""


def _states(states: Mapping[str, str]) -> str:
    """Return how many bookings came to which end: „bestätigt: 2, Warteliste: 1“; a single one without its number."""
    counted = Counter(_state(state) for state in states.values())
    if sum(counted.values()) == 1:
        return next(iter(counted))
    return ", ".join(f"{label}: {number}" for label, number in counted.items() if label)


def _moment(text: str) -> str:
    return date_format(localtime(datetime.fromisoformat(text)), "SHORT_DATETIME_FORMAT")


def _until(text: str) -> str:
    return _("bis %(moment)s") % {"moment": _moment(text)}


def _from(text: str) -> str:
    return _("ab %(moment)s") % {"moment": _moment(text)}


WORDS: dict[str, Callable[[Any], str]] = {
    "registration": _registration,
    "persons": _persons,
    "state": _state,
    "states": _states,
    "until": _until,
    "publish_at": _from,
    "minutes": _minutes,
    "count": _count,
    "items": _count,
    "rounds": _count,
}
