"""All questions with the given answers."""

from typing import Any

from ..open_run import OpenRun
from .options import RELEVANCE_LABELS, answer_text


def answers_page(opened: OpenRun) -> dict[str, Any]:
    """Return the questions that are asked, grouped by dimension, with their answers in words."""
    texts = opened.questionnaire
    relevance_names = dict(RELEVANCE_LABELS)
    groups = []
    for dimension in texts.dimensions:
        rows = [_row(opened, item) for item in dimension["questions"] if item["id"] in opened.numbers]
        relevance = opened.run.dimension_relevance.get(dimension["id"])
        groups.append(
            {
                "dimension": dimension,
                "url": opened.url("section", dimension=dimension["id"]),
                "relevance": relevance_names.get(str(relevance), ""),
                "target": opened.run.targets.get(dimension["id"]),
                "rows": rows,
            }
        )
    return {"opened": opened, "groups": groups}


def _row(opened: OpenRun, item: dict[str, Any]) -> dict[str, Any]:
    stored = opened.run.answers.get(item["id"], {})
    value = stored.get("value")
    return {
        "number": opened.numbers[item["id"]],
        "text": item["text"],
        "stage": value if isinstance(value, int) else None,
        "answer": answer_text(opened.questionnaire, item["id"], value, opened.run.sector),
        "is_planned": stored.get("planned", False),
    }
