"""Do the conditions ask for values that a profile can have, and do notices point to something?

Whether a condition of a question or a measure is well formed is left to the scoring engine, which evaluates it.
"""

from collections.abc import Iterator
from typing import Any

from ...scoring.conditions import parse_condition
from ...scoring.constants import SIZES
from ...scoring.errors import ScoringError
from ..paths import Path, parse, render
from . import Findings
from .engine import sentence
from .questions import each_question


def check(data: dict[str, Any]) -> Findings:
    """Yield conditions that can never come true, and notices that lead nowhere."""
    known = {"size": set(SIZES), "solo": {"yes", "no"}, "sector": {sector["id"] for sector in data.get("sectors", [])}}
    for path, condition in _conditions(data):
        for place, leaf in _leaves(path, condition):
            yield from _values_exist(place, leaf, known)
    yield from _notices(data)


def _conditions(data: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    places = [*each_question(data)]
    for part in ("measures", "notices"):
        places += [((part, place), item) for place, item in enumerate(data.get(part, []))]
    for path, item in places:
        if "show_if" in item:
            yield (*path, "show_if"), item["show_if"]


def _leaves(path: Path, condition: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    for key in ("all", "any"):
        for place, part in enumerate(condition.get(key, [])):
            yield from _leaves((*path, key, place), part)
    if "not" in condition:
        yield from _leaves((*path, "not"), condition["not"])
    if "profile" in condition:
        yield path, condition


def _values_exist(path: Path, leaf: dict[str, Any], known: dict[str, set[str]]) -> Findings:
    values = known.get(leaf["profile"])
    for place, value in enumerate(leaf["in"]):
        if values is not None and value not in values:
            allowed = f"; it has {', '.join(sorted(values))}" if values else ""
            yield (*path, "in", place), f"The profile has no {leaf['profile']} {value}{allowed}."


def _notices(data: dict[str, Any]) -> Findings:
    questions = {question["id"] for _, question in each_question(data)}
    measures = {measure["id"] for measure in data.get("measures", [])}
    seen = set()
    for place, notice in enumerate(data.get("notices", [])):
        path = ("notices", place)
        if notice["id"] in seen:
            yield (*path, "id"), f"The notice {notice['id']} stands here twice."
        seen.add(notice["id"])
        try:
            parse_condition(notice["show_if"], render((*path, "show_if")), questions)
        except ScoringError as refusal:
            yield parse(refusal.path), sentence(refusal)
        for position, measure in enumerate(notice.get("measures", [])):
            if measure not in measures:
                yield (*path, "measures", position), f"There is no measure {measure}."
