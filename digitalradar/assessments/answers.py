"""What counts as an answer to a question, and how answers reach the scoring engine."""

from typing import Any

from .questionnaire import Questionnaire

STAGES = ("1", "2", "3", "4", "5")
CHOICES = {
    "staged": STAGES,
    "agree": STAGES,
    "yes_no": ("yes", "no"),
    "requirement": ("met", "unmet"),
}
RELEVANCES = ("0", "1", "2", "3")


def allowed_values(questionnaire: Questionnaire, question_id: str) -> tuple[str, ...]:
    """Return the values a form may send for a question: always „weiß ich nicht“, „trifft nicht zu“ where offered."""
    question = questionnaire.question[question_id]
    return (*CHOICES[question["kind"]], "unknown", *(("na",) if question.get("na") else ()))


def stored_value(sent: str) -> int | str:
    """Turn a form's value into the stored one: stages are integers."""
    return int(sent) if sent in STAGES else sent


def scored_answers(
    questionnaire: Questionnaire, answers: dict[str, Any], dimension_relevance: dict[str, int]
) -> dict[str, dict[str, Any]]:
    """Return answers for the engine: the relevance of a dimension holds for its questions unless one deviates."""
    result = {}
    for question_id, question in questionnaire.question.items():
        answer = answers.get(question_id, {})
        relevance = answer.get("relevance")
        if relevance is None:
            relevance = dimension_relevance.get(question["dimension"])
        value = answer.get("value")
        if value is not None or relevance is not None:
            result[question_id] = {"value": value, "relevance": relevance}
    return result
