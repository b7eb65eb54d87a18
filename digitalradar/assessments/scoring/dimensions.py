"""The score of a group of questions: a dimension, or a dimension of the export."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from .answers import Answer
from .catalogue import Question
from .constants import RELEVANCE_FACTORS, SCORED
from .coverage import Coverage, status_of
from .sheet import Sheet
from .stages import question_score

ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """One question within a score; ``answer`` is None if it is hidden, ``score`` if it does not count."""

    question: Question
    answer: Answer | None
    factor: Fraction
    score: int | None

    @property
    def weighted(self) -> Fraction:
        """Return weight times relevance factor."""
        return self.question.weight * self.factor


@dataclass(frozen=True, slots=True)
class GroupScore:
    """What a group of questions comes to.

    ``score`` = ``points`` / ``weights`` with the company's own relevance, ``score_unweighted`` =
    ``points_unweighted`` / ``weights_unweighted`` without; both None unless ``status`` is scored.
    """

    status: str
    coverage: Coverage
    questions: tuple[QuestionScore, ...]
    points: Fraction
    weights: Fraction
    points_unweighted: Fraction
    weights_unweighted: Fraction
    score: Fraction | None
    score_unweighted: Fraction | None


def score_group(questions: Iterable[Question], sheet: Sheet) -> GroupScore:
    """Score questions by the 60 % rule, with and without relevance."""
    rows = tuple(_score_question(question, sheet.visible.get(question.id)) for question in questions)
    shown = [row.answer for row in rows if row.answer is not None]
    counted = [row for row in rows if row.score is not None]
    coverage = Coverage(len(counted), sum(answer.is_applicable for answer in shown))
    status = status_of(coverage, len(shown))
    points = weights = points_unweighted = weights_unweighted = ZERO
    for row in counted:
        weight, score = row.question.weight, row.score or 0
        weights_unweighted += weight
        points_unweighted += weight * score
        weights += row.weighted
        points += row.weighted * score
    is_scored = status == SCORED
    return GroupScore(
        status=status,
        coverage=coverage,
        questions=rows,
        points=points,
        weights=weights,
        points_unweighted=points_unweighted,
        weights_unweighted=weights_unweighted,
        score=points / weights if is_scored else None,
        score_unweighted=points_unweighted / weights_unweighted if is_scored else None,
    )


def _score_question(question: Question, answer: Answer | None) -> QuestionScore:
    if answer is None:
        return QuestionScore(question, None, RELEVANCE_FACTORS[None], None)
    score = None if answer.stage is None else question_score(answer.stage)
    return QuestionScore(question, answer, RELEVANCE_FACTORS[answer.relevance], score)
