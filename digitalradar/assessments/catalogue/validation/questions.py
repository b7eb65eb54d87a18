"""Do the parts of a question fit its kind and each other?"""

from collections.abc import Iterator
from typing import Any

from ..paths import Path
from . import Findings

STAGED, YES_NO, REQUIREMENT = "staged", "yes_no", "requirement"

# Keys that mean something for one kind of question only.
KIND_OF_KEY = {
    "stages": STAGED,
    "variants": STAGED,
    "level": REQUIREMENT,
    "evidence": REQUIREMENT,
    "measure": REQUIREMENT,
    "asks": REQUIREMENT,
    "counts": YES_NO,
    "counts_not": YES_NO,
    "implies": YES_NO,
    "suggest_yes_from_stage": YES_NO,
}


def each_question(data: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield every question with its place, in catalogue order."""
    for row, dimension in enumerate(data["dimensions"]):
        for column, question in enumerate(dimension["questions"]):
            yield ("dimensions", row, "questions", column), question


def kind_of(question: dict[str, Any]) -> str:
    """Return the kind of a question; without one it is staged."""
    return str(question.get("kind", STAGED))


def check(data: dict[str, Any]) -> Findings:
    """Yield every question whose keys contradict each other."""
    sectors = {sector["id"] for sector in data.get("sectors", [])}
    criteria: dict[str, Path] = {}
    for path, question in each_question(data):
        yield from _keys_fit_the_kind(path, question)
        yield from _variants_are_sectors(path, question, sectors)
        yield from _guides_stand_once(path, question)
        if "na_when" in question and not question.get("na"):
            yield (*path, "na_when"), "This explains „trifft nicht zu“, which na: true has to offer."
        if kind_of(question) == YES_NO:
            criteria[question["id"]] = path
    yield from _implied_are_criteria(data, set(criteria))


def _keys_fit_the_kind(path: Path, question: dict[str, Any]) -> Findings:
    kind = kind_of(question)
    if kind == STAGED and "stages" not in question:
        yield path, "A staged question needs its five stages."
    for key, only_for in KIND_OF_KEY.items():
        if key in question and kind != only_for:
            yield (*path, key), f"Only a question of kind {only_for} has {key}, this one is {kind}."


def _variants_are_sectors(path: Path, question: dict[str, Any], sectors: set[str]) -> Findings:
    for sector in question.get("variants", {}):
        if sector not in sectors:
            yield (*path, "variants", sector), f"The list of sectors does not have {sector}."


def _guides_stand_once(path: Path, question: dict[str, Any]) -> Findings:
    seen = set()
    for place, guide in enumerate(question.get("guides", [])):
        if guide["slug"] in seen:
            yield (*path, "guides", place), f"The guide {guide['slug']} stands in this list twice."
        seen.add(guide["slug"])


def _implied_are_criteria(data: dict[str, Any], criteria: set[str]) -> Findings:
    for path, question in each_question(data):
        for place, implied in enumerate(question.get("implies", [])):
            if implied not in criteria or implied == question["id"]:
                yield (*path, "implies", place), f"There is no other yes/no question {implied}."
