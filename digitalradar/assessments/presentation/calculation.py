"""„So wurde gerechnet“: the engine's own account of every number, with the questions in words."""

from typing import Any

from ..outcome import account_of
from ..questionnaire import Questionnaire
from .official import rank_account
from .options import answer_text
from .result import result_kind

# What one answer adds to the sum: cyber check (scoring.md, section 14), where not knowing counts like unmet, and index
# (section 13), where it is not measured.
PLAIN_POINTS = {
    "normal": {"met": 1, "unmet": 0, "unknown": 0},
    "top": {"met": 3, "unmet": -3, "unknown": -3},
    "yes_no": {"yes": 1, "no": 0},
}


def calculation_page(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    """Return what ``calculation.html`` shows; points and criteria of cyber check and index add up on their pages."""
    kind = result_kind(texts)
    page = {"kind": kind, "catalogue": texts, "outcome": outcome, "inputs": inputs}
    if kind != "staged":
        rows = [_plain_row(texts, inputs, key) for key in texts.question]
        return page | {"rows": rows, "rank": rank_account(inputs, outcome)}
    account = account_of(texts.version_id, inputs)
    return page | {
        "overall": account["overall"]
        | {
            "terms": [
                {**term, "title": texts.dimension[term["dimension"]]["title"]} for term in account["overall"]["terms"]
            ]
        },
        "dimensions": [
            {
                **account["dimensions"][dimension["id"]],
                "title": dimension["title"],
                "scored": outcome["dimensions"][dimension["id"]],
                "questions": [
                    _question(texts, inputs, row) for row in account["dimensions"][dimension["id"]]["questions"]
                ],
            }
            for dimension in texts.dimensions
        ],
        "measures": [_measure(texts, item) for item in account["measures"]],
    }


def _question(texts: Questionnaire, inputs: dict[str, Any], row: dict[str, Any]) -> dict[str, Any]:
    words = answer_text(texts, row["id"], row["value"], inputs["profile"].get("sector", ""))
    return {**row, "text": texts.question[row["id"]]["text"], "answer": words}


def _measure(texts: Questionnaire, item: dict[str, Any]) -> dict[str, Any]:
    lifts = [{**lift, "text": texts.question[lift["question"]]["text"]} for lift in item["lifts"] if lift["steps"]]
    return {
        **item,
        "title": texts.measure[item["id"]]["title"],
        "lifts": lifts,
        "from_title": texts.measure[item["priority_from"]]["title"],
    }


def _plain_row(texts: Questionnaire, inputs: dict[str, Any], question_id: str) -> dict[str, Any]:
    value = inputs["answers"].get(question_id, {}).get("value")
    question = texts.question[question_id]
    return {
        "text": question["text"],
        "answer": answer_text(texts, question_id, value, ""),
        "points": PLAIN_POINTS[_points_of(question)].get(value, "–"),
    }


def _points_of(question: dict[str, Any]) -> str:
    return "yes_no" if question["kind"] == "yes_no" else question.get("level", "normal")
