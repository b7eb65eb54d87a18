"""The score of the whole check: the plain mean of its scored dimensions."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from .constants import NO_SCORE, SCORED
from .coverage import Coverage, overall_confidence
from .dimensions import GroupScore


@dataclass(frozen=True, slots=True)
class Overall:
    """The overall result; both scores are None with fewer scored dimensions than needed."""

    status: str
    dimensions_scored: int
    dimensions_needed: int
    score: Fraction | None
    score_unweighted: Fraction | None
    coverage: Coverage
    confidence: str


def plain_mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean in which each value counts the same."""
    return sum(values, Fraction(0)) / len(values)


def score_overall(groups: Sequence[GroupScore], needed: int) -> Overall:
    """Average the scored dimensions if there are at least ``needed``, whatever their number of questions."""
    own = [group.score for group in groups if group.score is not None]
    unweighted = [group.score_unweighted for group in groups if group.score_unweighted is not None]
    is_scored = len(own) >= needed
    coverage = Coverage(
        sum(group.coverage.answered for group in groups),
        sum(group.coverage.applicable for group in groups),
    )
    return Overall(
        status=SCORED if is_scored else NO_SCORE,
        dimensions_scored=len(own),
        dimensions_needed=needed,
        score=plain_mean(own) if is_scored else None,
        score_unweighted=plain_mean(unweighted) if is_scored else None,
        coverage=coverage,
        confidence=overall_confidence(coverage, is_scored, any(group.status == NO_SCORE for group in groups)),
    )
