"""The result of the cyber check: points, what is met per area, and what to do first."""

from typing import Any

from digitalradar.topics.queries import contact_for

from ..questionnaire import Questionnaire
from .guides import question_guides

FIRST = 3


def cyber_result(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    """Return what ``cyber_result.html`` shows."""
    guides = question_guides(texts, outcome["order"])
    work = [_requirement(texts, inputs, key) | {"guide": guides.get(key)} for key in outcome["order"]]
    return {
        "areas": [_area(inputs, dimension) for dimension in texts.dimensions],
        "first_work": work[:FIRST],
        "further_work": work[FIRST:],
        "top_open": sum(item["is_top"] for item in work),
        "unknown_count": sum(item["is_unknown"] for item in work),
        "contact": contact_for("sicherheit"),
    }


def _requirement(texts: Questionnaire, inputs: dict[str, Any], question_id: str) -> dict[str, Any]:
    question = texts.question[question_id]
    return {
        "id": question_id,
        "text": question["text"],
        "risk": question.get("risk", ""),
        "measure": question.get("measure", ""),
        "evidence": question.get("evidence", ""),
        "effort": question.get("effort", ""),
        "asks": question.get("asks", ""),
        "is_top": question.get("level") == "top",
        "is_unknown": _value(inputs, question_id) == "unknown",
    }


def _area(inputs: dict[str, Any], dimension: dict[str, Any]) -> dict[str, Any]:
    values = [_value(inputs, item["id"]) for item in dimension["questions"]]
    applicable = [value for value in values if value != "na"]
    return {
        "title": dimension["title"],
        "met": applicable.count("met"),
        "met_percent": round(100 * applicable.count("met") / len(applicable)) if applicable else 0,
        "applicable": len(applicable),
        "unknown": applicable.count("unknown"),
    }


def _value(inputs: dict[str, Any], question_id: str) -> Any:
    return inputs["answers"].get(question_id, {}).get("value")
