"""The result of a scored check, in the documented fields."""

from fractions import Fraction
from typing import Any

from .catalogue import Catalogue
from .constants import UNKNOWN
from .coverage import dimension_confidence
from .evaluation import Evaluation, evaluate
from .numbers import decimal_text, exact_text, level_shown, round_half_up
from .overall import Overall
from .ranking import RankedMeasure
from .stages import stage_of_score
from .targets import DimensionScore


def score(
    catalogue: Catalogue,
    profile: object = None,
    answers: object = None,
    targets: object = None,
    done: object = None,
) -> dict[str, Any]:
    """Score one filled-in check.

    ``profile`` {key: text}, ``answers`` {question id: {value, relevance}}, ``targets`` {dimension id:
    stage 1..5}, ``done`` ids of measures; all optional. Raises :class:`ScoringError`.
    """
    return render(evaluate(catalogue, profile, answers, targets, done))


def render(evaluation: Evaluation) -> dict[str, Any]:
    """Round the numbers of an evaluation and return them as a result."""
    sheet = evaluation.sheet
    return {
        "overall": _overall(evaluation.overall),
        "dimensions": {name: _dimension(item) for name, item in evaluation.dimensions.items()},
        "strengths": evaluation.strengths,
        "gaps": evaluation.gaps,
        "clarify": [name for name, answer in sheet.visible.items() if answer.value == UNKNOWN],
        "hidden_questions": [q.id for q in sheet.catalogue.questions if q.id not in sheet.visible],
        "ignored_answers": sheet.ignored,
        "measures": [_measure(item) for item in evaluation.measures],
    }


def score_fields(own: Fraction | None, unweighted: Fraction | None) -> dict[str, Any]:
    """Return the fields of the two scores of a dimension or of the whole check."""
    return {
        "score": None if own is None else decimal_text(own),
        "exact": None if own is None else exact_text(own),
        "shown": None if own is None else round_half_up(own),
        "level_shown": None if own is None else level_shown(own),
        "stage": None if own is None else stage_of_score(own),
        "score_unweighted": None if unweighted is None else decimal_text(unweighted),
        "exact_unweighted": None if unweighted is None else exact_text(unweighted),
        "shown_unweighted": None if unweighted is None else round_half_up(unweighted),
        "level_shown_unweighted": None if unweighted is None else level_shown(unweighted),
    }


def _overall(overall: Overall) -> dict[str, Any]:
    return {
        "status": overall.status,
        "dimensions_scored": overall.dimensions_scored,
        "dimensions_needed": overall.dimensions_needed,
        **score_fields(overall.score, overall.score_unweighted),
        "coverage": overall.coverage.as_result(),
        "confidence": overall.confidence,
    }


def _dimension(item: DimensionScore) -> dict[str, Any]:
    group = item.group
    return {
        "status": group.status,
        **score_fields(group.score, group.score_unweighted),
        "coverage": group.coverage.as_result(),
        "confidence": dimension_confidence(group.coverage, group.status),
        "target_stage": item.target.stage,
        "gap": None if item.gap is None else decimal_text(item.gap),
    }


def _measure(item: RankedMeasure) -> dict[str, Any]:
    value = item.value
    return {
        "id": value.measure.id,
        "priority": decimal_text(item.priority),
        "own_priority": decimal_text(value.own),
        "benefit": decimal_text(value.benefit),
        "effort": value.measure.effort,
        "waits_for": list(item.waits_for),
        "needed_for": list(item.needed_for),
    }
