"""The end of a run: what is answered, what is missing, and whether a result can be shown."""

from typing import Any

from ..answers import scored_answers
from ..open_run import OpenRun
from ..outcome import compute
from ..queries import scoring_catalogue
from ..scoring import readiness
from .progress import progress, rule_html


def finish_page(opened: OpenRun) -> dict[str, Any]:
    """Return what the closing page shows: per dimension what is open and how many answers a score still needs."""
    needs = _needs(opened)
    dimensions = [
        {**part, "missing": part["ticks_total"] - part["ticks_done"], "needed": needs["answers_needed"].get(key, 0)}
        for key, part in zip(opened.questionnaire.dimension, progress(opened), strict=True)
    ]
    return {
        "opened": opened,
        "rule": rule_html(opened),
        **needs,
        "dimensions": dimensions,
        "next_open": None if needs["can_show"] else _next_open(dimensions),
        "open_count": len(opened.open_questions()),
        "answered_count": len(opened.visible) - len(opened.open_questions()),
        "total": len(opened.visible),
        "asks_profile": opened.questionnaire.data.get("profile_at") == "end" and not opened.run.size,
    }


def _next_open(dimensions: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return where to go on: the first dimension that needs answers for a value, else the first with open questions."""
    waiting = [part for part in dimensions if part["missing"]]
    return next((part for part in waiting if part["needed"]), waiting[0] if waiting else None)


def _needs(opened: OpenRun) -> dict[str, Any]:
    catalogue = scoring_catalogue(opened.run.catalogue_version_id)
    answers = scored_answers(opened.questionnaire, opened.run.answers, opened.run.dimension_relevance)
    if opened.questionnaire.has_stages:
        ready = readiness(catalogue, opened.run.profile, answers)
        return {
            "can_show": ready["can_score"],
            "dimensions_scored": ready["dimensions_scored"],
            "dimensions_needed": ready["dimensions_needed"],
            "answers_needed": {key: item["answers_needed"] for key, item in ready["dimensions"].items()},
        }
    inputs = {"profile": opened.run.profile, "answers": answers, "targets": {}, "done": []}
    return {"can_show": compute(opened.run.catalogue_version_id, inputs).is_scored, "answers_needed": {}}
