"""Do the particulars of the whole catalogue make sense?"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from ..paths import Path
from . import Findings
from .questions import STAGED, YES_NO, each_question, kind_of


def check(data: dict[str, Any]) -> Findings:
    """Yield dates, ranges, lists and numbers that cannot be."""
    yield from _date(data)
    yield from _minutes(data)
    yield from _stages(data)
    yield from _index(data)
    yield from _ids_stand_once("sectors", (sector["id"] for sector in data.get("sectors", [])))
    yield from _ids_stand_once("open_questions", (question["id"] for question in data.get("open_questions", [])))
    if data.get("continues_with") == data["id"]:
        yield ("continues_with",), "A check does not continue with itself."
    for path, measure in _measures(data):
        for key in ("hours", "weeks"):
            if key in measure and measure[key][0] > measure[key][1]:
                yield (*path, key), "The first number of a range is the smaller one."


def _measures(data: dict[str, Any]) -> Iterable[tuple[Path, dict[str, Any]]]:
    return ((("measures", place), measure) for place, measure in enumerate(data.get("measures", [])))


def _date(data: dict[str, Any]) -> Findings:
    try:
        date.fromisoformat(data["as_of"])
    except ValueError:
        yield ("as_of",), f"There is no day {data['as_of']}."


def _minutes(data: dict[str, Any]) -> Findings:
    minutes = data.get("minutes")
    if minutes and not minutes["from"] <= minutes["typical"] <= minutes["to"]:
        yield ("minutes",), "The typical duration lies between from and to."


def _stages(data: dict[str, Any]) -> Findings:
    staged = any(kind_of(question) == STAGED for _, question in each_question(data))
    if staged and "stages" not in data:
        yield (), "A check with staged questions names its five stages under stages."
    for key in ("stages", "scale"):
        for place, stage in enumerate(data.get(key, [])):
            if stage["value"] != place + 1:
                yield (key, place, "value"), f"The values run from 1 to 5, here {place + 1} is due."


def _index(data: dict[str, Any]) -> Findings:
    if "index" not in data:
        return
    criteria = sum(kind_of(question) == YES_NO for _, question in each_question(data))
    if data["index"]["items"] != criteria:
        yield ("index", "items"), f"The index has {data['index']['items']} criteria, the questions are {criteria}."


def _ids_stand_once(key: str, ids: Iterable[str]) -> Findings:
    seen = set()
    for place, name in enumerate(ids):
        if name in seen:
            yield (key, place, "id"), f"The id {name} stands here twice."
        seen.add(name)
