"""How the measures of a catalogue follow from the guide plan.

A measure stands for "do what this guide says". Its effort, its conditions and the stages it lifts are worked out
here from two sources: the guide plan (``content/guide-plan.yaml``) and the questions that name the guide. The rules
are explained in ``docs/reference/catalogue-format.md``; ``scripts/build_measures.py`` writes the result.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Guide = Mapping[str, Any]
Question = Mapping[str, Any]

# The guide that tells how to do the check itself: whoever reads a result has just done it.
CHECK_ITSELF = "standortbestimmung-digitalisierung"

SECTORS = ("industrie", "handwerk", "handel", "dienstleistung", "logistik", "landwirtschaft", "gastgewerbe")
OTHER_SECTOR = "andere"
# The guide serves own vehicles anywhere; as one of three next steps it fits nobody but a haulier.
SECTORS_OF_MEASURE: Mapping[str, Sequence[str]] = {"touren-und-frachtpapiere-digital": ("logistik",)}

SMALL = ("1-9", "10-49")
# Sizes for which a measure would be out of proportion. An unknown size excludes nothing.
NOT_FOR_SIZES = {
    "mes-einfuehren": ("1-9",),
    "betriebsrat-einbinden": SMALL,
    "campusnetz-5g": SMALL,
    "nis2-betroffenheit": SMALL,
}

# Upper ends (exclusive) of own hours for effort 1 to 4; from there on it is 5.
HOURS = (8, 24, 60, 160)
COST_CLASSES = ("K0", "K1", "K2", "K3", "K4")

EXACT, HELPS = 2, 1
HELPING_SHARE = 0.25
# What others build on is brought to a sound footing, no further: the guides that follow go on from there.
HIGHEST_STAGE_OF_A_PREREQUISITE = 3


def build_measures(guides: Sequence[Guide], questions: Sequence[Question]) -> list[dict[str, Any]]:
    """Return the measures of a catalogue in the order of the guide plan.

    One measure per guide that a question names; a prerequisite the catalogue does not ask about is left out, because
    nobody could tell whether it is met. Raises :class:`KeyError` if a question names a guide the plan does not have.
    """
    plan = {guide["slug"]: guide for guide in guides if guide["slug"] != CHECK_ITSELF}
    named = {mention["slug"] for question in questions for mention in question.get("guides", [])} - {CHECK_ITSELF}
    if unknown := named - plan.keys():
        raise KeyError(f"The guide plan has no {', '.join(sorted(unknown))}.")
    required = {slug for guide in plan.values() for slug in guide["prerequisites"]}
    return [
        _measure(guide, named, list(_lifts(guide, questions, plan, slug in required)))
        for slug, guide in plan.items()
        if slug in named
    ]


def effort(guide: Guide) -> int:
    """Return 1 (hours) to 5 (a project of a year): the higher of own hours and outside cost; weeks do not count."""
    hours = guide["effort"]
    mean: float = (hours["hours_min"] + hours["hours_max"]) / 2
    by_hours = 1 + sum(mean >= limit for limit in HOURS)
    return max(by_hours, 1 + COST_CLASSES.index(guide["cost_class"]))


def sectors_of(guide: Guide) -> list[str]:
    """Return the sectors a measure is meant for; other sectors are included unless it is a matter for few."""
    sectors = list(SECTORS_OF_MEASURE.get(guide["slug"], guide["sectors"]))
    return sectors if len(sectors) <= 3 else [*sectors, OTHER_SECTOR]


def condition(guide: Guide) -> dict[str, Any] | None:
    """Return the ``show_if`` of a measure. It excludes by name, so that a missing answer excludes nothing."""
    fits = sectors_of(guide)
    excluded = [sector for sector in (*SECTORS, OTHER_SECTOR) if sector not in fits]
    parts = []
    if excluded:
        parts.append({"not": {"profile": "sector", "in": excluded}})
    if sizes := NOT_FOR_SIZES.get(guide["slug"]):
        parts.append({"not": {"profile": "size", "in": list(sizes)}})
    if len(parts) > 1:
        return {"all": parts}
    return parts[0] if parts else None


def _measure(guide: Guide, named: set[str], lifts: list[dict[str, Any]]) -> dict[str, Any]:
    effort_plan = guide["effort"]
    show_if = condition(guide)
    return {
        "id": guide["slug"],
        "title": guide["title"],
        "promise": guide["promise"],
        "key_steps": list(guide["key_steps"]),
        "chances": list(guide["chances"]),
        "risks": list(guide["risks"]),
        "employee_involvement": guide["employee_involvement"],
        "topic_field": guide["topic_field"],
        "dimension": guide["dimension"],
        "hours": [effort_plan["hours_min"], effort_plan["hours_max"]],
        "weeks": [effort_plan["weeks_min"], effort_plan["weeks_max"]],
        "cost_class": guide["cost_class"],
        "effort": effort(guide),
        "requires": [slug for slug in guide["prerequisites"] if slug in named],
        **({"show_if": show_if} if show_if else {}),
        "lifts": lifts,
    }


def _lifts(
    guide: Guide, questions: Sequence[Question], plan: Mapping[str, Guide], is_required: bool
) -> Iterator[dict[str, Any]]:
    for question in questions:
        for mention in question.get("guides", []):
            if mention["slug"] != guide["slug"]:
                continue
            lower, upper = _reach(guide, question, mention["grade"], plan)
            if is_required:
                upper = min(upper, HIGHEST_STAGE_OF_A_PREREQUISITE)
            if lower < upper:
                share = 1 if mention["grade"] == EXACT else HELPING_SHARE
                yield {"question": question["id"], "from": lower, "to": upper, "share": share}


def _reach(guide: Guide, question: Question, grade: int, plan: Mapping[str, Guide]) -> tuple[int, int]:
    """Return the stages from which and to which the guide lifts the question."""
    lower, upper = min(guide["maturity"]), max(guide["maturity"])
    if grade == HELPS:
        return lower, lower + 1
    if _is_first_step_somewhere(guide, question, plan):
        lower = max(1, lower - 1)
    return lower, min(5, upper + 1)


def _is_first_step_somewhere(guide: Guide, question: Question, plan: Mapping[str, Guide]) -> bool:
    """Tell whether some sector has no other exact guide for the question that starts lower.

    Firms one stage below the guide would otherwise be left without any step at this question.
    """
    exact = [m["slug"] for m in question["guides"] if m["grade"] == EXACT and m["slug"] in plan]
    lower_ones = [plan[slug] for slug in exact if min(plan[slug]["maturity"]) < min(guide["maturity"])]
    return any(all(sector not in sectors_of(other) for other in lower_ones) for sector in sectors_of(guide))
