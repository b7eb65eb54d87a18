"""Own data of a run for download."""

from collections.abc import Iterator
from typing import Any

from ..open_run import OpenRun
from .options import answer_text


def run_data(opened: OpenRun) -> dict[str, Any]:
    """Return everything stored about a run except the hash of its secret."""
    run = opened.run
    return {
        "catalogue": opened.questionnaire.id,
        "version": opened.questionnaire.data["version"],
        "created_at": run.created_at.isoformat(),
        "deleted_after": run.expires_at.isoformat(),
        "profile": run.profile,
        "answers": run.answers,
        "dimension_relevance": run.dimension_relevance,
        "targets": run.targets,
        "done_measures": run.done_measures,
        "results": [
            {
                "number": result.number,
                "created_at": result.created_at.isoformat(),
                "scoring_version": result.scoring_version,
                "inputs": result.inputs,
                "outcome": result.outcome,
            }
            for result in run.results.all()
        ],
    }


def answer_rows(opened: OpenRun) -> Iterator[list[Any]]:
    """Yield one row per question that is asked, in catalogue order."""
    for question_id in opened.visible:
        question = opened.questionnaire.question[question_id]
        stored = opened.run.answers.get(question_id, {})
        value = stored.get("value")
        yield [
            question["dimension"],
            question_id,
            question["text"],
            value,
            answer_text(opened.questionnaire, question_id, value, opened.run.sector),
            stored.get("relevance", opened.run.dimension_relevance.get(question["dimension"])),
            "yes" if stored.get("planned") else "",
        ]
