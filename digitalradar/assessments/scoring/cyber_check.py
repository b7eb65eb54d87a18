"""The cyber check: requirements that are met or not, some of them weighing thrice both ways."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .answers import Answer
from .catalogue import Catalogue, Question
from .constants import ALL_NOT_APPLICABLE, HIDDEN, MET, SCORED, TOP, UNKNOWN, UNMET
from .errors import INVALID_CATALOGUE, ScoringError
from .numbers import decimal_text, round_half_up
from .sheet import Sheet, read_sheet

TOP_POINTS = 3
INCOMPLETE = "incomplete"


@dataclass(frozen=True, slots=True)
class Requirement:
    """A visible requirement that applies, with its answer."""

    question: Question
    answer: Answer

    @property
    def is_top(self) -> bool:
        """Tell whether it gives or takes three points."""
        return self.question.level == TOP

    def points(self, met: bool) -> int:
        """Return 1 or 0 points, for a top requirement 3 or -3."""
        if self.is_top:
            return TOP_POINTS if met else -TOP_POINTS
        return int(met)


def cyber(catalogue: Catalogue, profile: object = None, answers: object = None) -> dict[str, Any]:
    """Score a cyber check; points only when every applicable requirement has an answer.

    "Weiß nicht" is an answer here and scores like unmet: what nobody can confirm does not protect.
    """
    if not catalogue.is_cyber_check:
        raise ScoringError(INVALID_CATALOGUE, "the cyber check consists of requirements", "catalogue")
    sheet = read_sheet(catalogue, profile, answers)
    rows = _applicable(sheet)
    answered = sum(row.answer.value is not None for row in rows)
    is_scored = bool(rows) and answered == len(rows)
    highest = sum(row.points(met=True) for row in rows)
    lowest = sum(row.points(met=False) for row in rows)
    points = sum(row.points(row.answer.value == MET) for row in rows) if is_scored else None
    percent = None if points is None else Fraction(100 * (points - lowest), highest - lowest)
    return {
        "status": _status(sheet, rows, is_scored),
        "points": points,
        "points_if_unknown_met": _if_unknown_met(rows) if is_scored else None,
        "max": highest,
        "min": lowest,
        "percent": None if percent is None else decimal_text(percent),
        "shown": None if percent is None else round_half_up(percent),
        "answered": answered,
        "applicable": len(rows),
        "order": order_of_work(rows),
    }


def order_of_work(rows: Sequence[Requirement]) -> list[str]:
    """Return the open requirements: top before normal, unmet before unknown, then catalogue order."""
    unsettled = [row for row in rows if row.answer.value in (UNMET, UNKNOWN)]
    unsettled.sort(key=lambda row: (not row.is_top, row.answer.value == UNKNOWN))
    return [row.question.id for row in unsettled]


def _applicable(sheet: Sheet) -> list[Requirement]:
    known = sheet.catalogue.question_by_id
    return [Requirement(known[name], answer) for name, answer in sheet.visible.items() if answer.is_applicable]


def _if_unknown_met(rows: Sequence[Requirement]) -> int:
    return sum(row.points(row.answer.value in (MET, UNKNOWN)) for row in rows)


def _status(sheet: Sheet, rows: Sequence[Requirement], is_scored: bool) -> str:
    if not sheet.visible:
        return HIDDEN
    if not rows:
        return ALL_NOT_APPLICABLE
    return SCORED if is_scored else INCOMPLETE
