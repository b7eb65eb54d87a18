"""The result of the instruments that speak of stages: main check, short check, AI check."""

from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.topics.queries import Contacts

from ..queries import scoring_catalogue
from ..questionnaire import Questionnaire
from ..scoring import condition_holds
from .benchmark import OVERALL, comparison_view
from .dimensions import dimension_views
from .guides import lead_to_guides
from .levels import level_text
from .official import ai_use_view
from .radar import Spoke, radar
from .steps import measure_facts, next_steps


def staged_result(
    texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any], kept_steps: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return what the template ``staged_result.html`` shows; ``kept_steps`` are the engine's reasons."""
    dimensions = dimension_views(texts, inputs, outcome)
    comparison = comparison_view(texts, inputs, outcome, dimensions)
    dimensions = [view | _middle(comparison, view["id"]) for view in dimensions]
    by_id = {view["id"]: view for view in dimensions}
    focus = outcome["gaps"][0] if outcome["gaps"] else None
    contacts = Contacts()
    steps = next_steps(texts, kept_steps, len(outcome["measures"]), by_id, contacts)
    page = {
        "overall": _overall(texts, inputs, outcome) | _middle(comparison, OVERALL),
        "comparison": comparison,
        "headline": _headline([by_id[key] for key in outcome["gaps"][:2]]),
        "dimensions": dimensions,
        "strengths": [by_id[key] for key in outcome["strengths"]],
        "gaps": [by_id[key] for key in outcome["gaps"]],
        "clarify": [texts.question[key] for key in outcome["clarify"]],
        "planned": [texts.question[key] for key in inputs["planned"] if key in texts.question],
        "done": [texts.measure[key] for key in inputs["done"] if key in texts.measure],
        **steps,
        "notices": _notices(texts, inputs, steps["steps"]),
        "contact": contacts.for_dimension(focus or texts.dimensions[0]["id"]),
        "chart": radar(_spokes(dimensions, focus)),
        "chart_description": _description(dimensions),
        "ai_use": ai_use_view() if texts.data["family"] == "ai" else None,
        "is_first_impression": texts.data["family"] == "short",
        "is_employee_view": inputs["profile"].get("role") == "beschaeftigt",
    }
    return lead_to_guides(page)


def _middle(comparison: dict[str, Any] | None, name: str) -> dict[str, Any]:
    """Return the middle of the comparison group as ``median`` (level as a number, or None) and ``median_text``."""
    found = comparison["by_id"].get(name, {}) if comparison and comparison["is_visible"] else {}
    return {"median": found.get("median"), "median_text": found.get("median_text", "")}


def _overall(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any]) -> dict[str, Any]:
    overall = outcome["overall"]
    stage = overall["stage"]
    hidden = set(outcome["hidden_questions"])
    values = [answer.get("value") for key, answer in inputs["answers"].items() if key not in hidden]
    return {
        **overall,
        "dimensions_total": len(texts.dimensions),
        "level_text": level_text(overall["level_shown"]),
        "level": float(overall["level_shown"]) if overall["level_shown"] else None,
        "stage_name": texts.stage_name(stage) if stage else "",
        "stage_description": texts.data["stages"][stage - 1]["description"] if stage else "",
        "unknown_count": values.count("unknown"),
        "na_count": values.count("na"),
    }


def _headline(gaps: list[dict[str, Any]]) -> str:
    if not gaps:
        return _("Sie haben Ihre Ziele erreicht.")
    if len(gaps) == 1:
        return _("Am meisten gewinnen Sie jetzt beim Thema %(first)s.") % {"first": gaps[0]["short"]}
    return _("Am meisten gewinnen Sie jetzt bei den Themen %(first)s und %(second)s.") % {
        "first": gaps[0]["short"],
        "second": gaps[1]["short"],
    }


def spokes(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any], *, with_values: bool) -> list[Spoke]:
    """Return the axes of the radar for a result, without numbers and targets for a mere picture."""
    found = _spokes(dimension_views(texts, inputs, outcome), outcome["gaps"][0] if outcome["gaps"] else None)
    return found if with_values else [replace(spoke, level_text="", target=None) for spoke in found]


def _spokes(dimensions: list[dict[str, Any]], focus: str | None) -> list[Spoke]:
    return [
        Spoke(
            label=view["short"],
            level=view["level"],
            level_text=view["level_text"] or _("keine Angabe"),
            target=view["target_stage"] if view["status"] == "scored" else None,
            is_focus=view["id"] == focus,
            median=view.get("median"),
        )
        for view in dimensions
    ]


def _description(dimensions: list[dict[str, Any]]) -> str:
    scored = [view for view in dimensions if view["level_text"]]
    parts = "; ".join(f"{view['title']} {view['level_text']}" for view in scored)
    return ngettext("%(count)s Thema mit Wert: %(parts)s.", "%(count)s Themen mit Wert: %(parts)s.", len(scored)) % {
        "count": len(scored),
        "parts": parts,
    }


def _notices(texts: Questionnaire, inputs: dict[str, Any], steps: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """„Zuerst absichern“ and the like: shown above the steps unless a measure of theirs is among them anyway."""
    shown = {step["id"] for step in steps}
    catalogue = scoring_catalogue(texts.version_id)
    return [
        {
            **notice,
            "measures": [measure_facts(texts, key) for key in notice.get("measures", []) if key in texts.measure],
        }
        for notice in texts.data.get("notices", [])
        if not shown & set(notice.get("measures", []))
        and condition_holds(catalogue, notice["show_if"], inputs["profile"], inputs["answers"])
    ]
