"""Makes answers that differ from question to question, the same in every run of the tests."""

from typing import Any

from digitalradar.assessments.answers import CHOICES, stored_value
from digitalradar.assessments.questionnaire import Questionnaire

UNKNOWN_EVERY, NA_EVERY, RELEVANCE_EVERY = 11, 17, 7


def mixed_answers(texts: Questionnaire) -> dict[str, dict[str, Any]]:
    """Return an answer to every question, as a run stores it: all choices, „weiß ich nicht“, „trifft nicht zu“."""
    return {key: _answer(question, place) for place, (key, question) in enumerate(texts.question.items())}


def mixed_relevance(texts: Questionnaire) -> dict[str, int]:
    """Return the relevance of every second dimension, all four steps."""
    return {dimension: place // 2 % 4 for place, dimension in enumerate(texts.dimension) if place % 2 == 0}


def _answer(question: dict[str, Any], place: int) -> dict[str, Any]:
    offered = CHOICES[question["kind"]]
    value = stored_value(offered[place * 7 % 11 % len(offered)])
    if place % UNKNOWN_EVERY == UNKNOWN_EVERY - 1:
        value = "unknown"
    if question.get("na") and place % NA_EVERY == NA_EVERY - 1:
        value = "na"
    has_relevance = question["kind"] == "staged" and place % RELEVANCE_EVERY == 0
    return {"value": value} | ({"relevance": place % 4} if has_relevance else {})
