"""Every number of a result, traced to answers and weights ("So wurde gerechnet").

Written from the same evaluation as the result. Numbers are texts with up to four decimals
(``"1.25"``); ``exact`` fields are reduced fractions.
"""

from fractions import Fraction
from typing import Any

from .catalogue import Catalogue
from .constants import EFFORT_FACTORS
from .dimensions import GroupScore, QuestionScore
from .evaluation import Evaluation, evaluate
from .measures import LiftValue
from .numbers import exact_text, plain_text
from .ranking import RankedMeasure
from .results import render
from .targets import DimensionScore


def explain(
    catalogue: Catalogue,
    profile: object = None,
    answers: object = None,
    targets: object = None,
    done: object = None,
    first_measures: int | None = None,
) -> dict[str, Any]:
    """Return the result of :func:`score` under ``result``, and how each number came about.

    ``first_measures`` limits the account to so many measures from the top; ``result`` always lists all.
    :func:`explain_steps` is the same without overall and dimensions.
    """
    evaluation = evaluate(catalogue, profile, answers, targets, done)
    return {
        "result": render(evaluation),
        "overall": _overall(evaluation),
        "dimensions": {name: _dimension(item) for name, item in evaluation.dimensions.items()},
        "measures": _measures(evaluation, first_measures),
    }


def explain_steps(
    catalogue: Catalogue,
    profile: object = None,
    answers: object = None,
    targets: object = None,
    done: object = None,
    first_measures: int | None = None,
) -> dict[str, Any]:
    """Return the result of :func:`score` under ``result``, and why the first measures stand where they stand."""
    evaluation = evaluate(catalogue, profile, answers, targets, done)
    return {"result": render(evaluation), "measures": _measures(evaluation, first_measures)}


def _measures(evaluation: Evaluation, first: int | None) -> list[dict[str, Any]]:
    return [_measure(item, place) for place, item in enumerate(evaluation.measures[:first], start=1)]


def _overall(evaluation: Evaluation) -> dict[str, Any]:
    scored = {name: item.group for name, item in evaluation.dimensions.items() if item.group.score is not None}
    own = [group.score for group in scored.values() if group.score is not None]
    unweighted = [group.score_unweighted for group in scored.values() if group.score_unweighted is not None]
    return {
        "terms": [_scores(group) | {"dimension": name} for name, group in scored.items()],
        "sum": plain_text(sum(own, Fraction(0))),
        "sum_unweighted": plain_text(sum(unweighted, Fraction(0))),
        "count": len(own),
    }


def _dimension(item: DimensionScore) -> dict[str, Any]:
    group = item.group
    return {
        "status": group.status,
        "questions": [_question(row) for row in group.questions],
        "points": plain_text(group.points),
        "weights": plain_text(group.weights),
        "points_unweighted": plain_text(group.points_unweighted),
        "weights_unweighted": plain_text(group.weights_unweighted),
        **_scores(group),
        "target_stage": item.target.stage,
        "target_source": item.target.source,
        "target_score": item.target.score,
        "gap": _text(item.gap),
        "gap_exact": None if item.gap is None else exact_text(item.gap),
    }


def _question(row: QuestionScore) -> dict[str, Any]:
    answer, weight = row.answer, row.question.weight
    counts = row.score is not None
    return {
        "id": row.question.id,
        "visible": answer is not None,
        "value": None if answer is None else answer.value,
        "stage": None if answer is None else answer.stage,
        "relevance": None if answer is None else answer.relevance,
        "counts": counts,
        "weight": plain_text(weight),
        "factor": plain_text(row.factor),
        "score": row.score,
        "weighted": plain_text(row.weighted) if counts else None,
        "product": plain_text(row.weighted * (row.score or 0)) if counts else None,
        "product_unweighted": plain_text(weight * (row.score or 0)) if counts else None,
    }


def _measure(item: RankedMeasure, place: int) -> dict[str, Any]:
    value = item.value
    return {
        "id": value.measure.id,
        "place": place,
        "reason": item.reason,
        "priority_from": item.source,
        "priority": plain_text(item.priority),
        "own_priority": plain_text(value.own),
        "benefit": plain_text(value.benefit),
        "effort": value.measure.effort,
        "effort_factor": plain_text(EFFORT_FACTORS[value.measure.effort]),
        "waits_for": list(item.waits_for),
        "needed_for": list(item.needed_for),
        "leads_to": sorted(item.leads_to),
        "lifts": [_lift(row) for row in value.lifts],
    }


def _lift(row: LiftValue) -> dict[str, Any]:
    return {
        "question": row.lift.question,
        "dimension": row.dimension,
        "from": row.lift.start,
        "to": row.lift.to,
        "is_main": row.is_main,
        "is_open": row.is_open,
        "stage": row.stage,
        "target_stage": row.target,
        "steps": row.steps,
        "share": plain_text(row.lift.share),
        "weight": plain_text(row.weight),
        "factor": plain_text(row.factor),
        "gap_factor": plain_text(row.gap_factor),
        "product": plain_text(row.product),
    }


def _scores(group: GroupScore) -> dict[str, Any]:
    return {
        "score": _text(group.score),
        "exact": None if group.score is None else exact_text(group.score),
        "score_unweighted": _text(group.score_unweighted),
        "exact_unweighted": None if group.score_unweighted is None else exact_text(group.score_unweighted),
    }


def _text(value: Fraction | None) -> str | None:
    return None if value is None else plain_text(value)
