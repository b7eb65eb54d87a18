"""How much was answered, and how much a number can carry.

All comparisons are made in whole numbers: answered/applicable >= 60 % is
5 * answered >= 3 * applicable.
"""

from dataclasses import dataclass
from typing import Any

from .constants import ALL_NOT_APPLICABLE, HIDDEN, NO_SCORE, SCORED


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the applicable visible questions were answered."""

    answered: int
    applicable: int

    def is_at_least(self, percent: int) -> bool:
        """Tell whether the share of answers reaches a percentage, exactly."""
        return 100 * self.answered >= percent * self.applicable

    @property
    def label(self) -> str:
        """Return ``complete``, ``good``, ``sufficient``, ``too_low``, or ``none`` if nothing applies."""
        if not self.applicable:
            return "none"
        for percent, label in ((100, "complete"), (80, "good"), (60, "sufficient")):
            if self.is_at_least(percent):
                return label
        return "too_low"

    def as_result(self) -> dict[str, Any]:
        """Return the documented fields; the percentage is cut, so that 60 never stands beside a refusal."""
        percent = 100 * self.answered // self.applicable if self.applicable else None
        return {
            "answered": self.answered,
            "applicable": self.applicable,
            "percent": percent,
            "label": self.label,
        }

    @property
    def answers_needed(self) -> int:
        """Return how many further answers are needed for a score, 0 if there are enough."""
        return max(0, -(-3 * self.applicable // 5) - self.answered)


def status_of(coverage: Coverage, visible: int) -> str:
    """Return the state of a group of questions, ``visible`` of which are shown."""
    if not visible:
        return HIDDEN
    if not coverage.applicable:
        return ALL_NOT_APPLICABLE
    return SCORED if coverage.is_at_least(60) else NO_SCORE


def dimension_confidence(coverage: Coverage, status: str) -> str:
    """Return ``high``, ``medium``, ``low``, or ``none`` without a score."""
    if status != SCORED:
        return "none"
    if coverage.answered >= 4 and coverage.is_at_least(90):
        return "high"
    return "medium" if coverage.answered >= 3 else "low"


def overall_confidence(coverage: Coverage, is_scored: bool, has_gap_in_dimensions: bool) -> str:
    """Return the same for the whole check; a dimension without score rules out ``high``."""
    if not is_scored:
        return "none"
    if coverage.answered >= 20 and coverage.is_at_least(90) and not has_gap_in_dimensions:
        return "high"
    return "medium" if coverage.answered >= 10 and coverage.is_at_least(75) else "low"
