"""„Ihre nächsten Schritte“: measures with the reasons why just these come first."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.topics.queries import Contacts

from ..questionnaire import Questionnaire
from .spoken import sentence, spoken

FIRST = 3
EFFORT = {
    1: gettext_lazy("sehr klein"),
    2: gettext_lazy("klein"),
    3: gettext_lazy("mittel"),
    4: gettext_lazy("groß"),
    5: gettext_lazy("sehr groß"),
}
COST = {
    "K0": gettext_lazy("bis etwa 500 Euro"),
    "K1": gettext_lazy("etwa 500 bis 2.500 Euro"),
    "K2": gettext_lazy("etwa 2.500 bis 10.000 Euro"),
    "K3": gettext_lazy("etwa 10.000 bis 50.000 Euro"),
    "K4": gettext_lazy("über 50.000 Euro"),
}


def next_steps(
    texts: Questionnaire,
    ranked: list[dict[str, Any]],
    listed_count: int,
    dimensions: dict[str, dict[str, Any]],
    contacts: Contacts,
) -> dict[str, Any]:
    """Return the first three measures with reasons, the next five with one each, and how many follow after them.

    ``ranked`` are the engine's accounts of the first measures (:data:`..outcome.STEPS_KEPT`).
    """
    return {
        "steps_title": _title(len(ranked)),
        "steps": [_step(texts, item, dimensions, contacts) for item in ranked[:FIRST]],
        "further_steps": [_further_step(texts, item) for item in ranked[FIRST:]],
        "more_count": listed_count - len(ranked),
    }


def _title(count: int) -> str:
    if count == 1:
        return _("Ihr nächster Schritt")
    return _("Ihre zwei nächsten Schritte") if count == 2 else _("Ihre drei nächsten Schritte")


def measure_facts(texts: Questionnaire, measure_id: str) -> dict[str, Any]:
    """Return a measure with effort and cost in words; both are estimates."""
    measure = texts.measure[measure_id]
    low, high = measure["hours"]
    return {
        **measure,
        "effort_label": EFFORT[measure["effort"]],
        "hours_label": _("%(low)s bis %(high)s Stunden") % {"low": low, "high": high},
        "cost_label": COST[measure["cost_class"]],
    }


def _step(
    texts: Questionnaire, ranked: dict[str, Any], dimensions: dict[str, dict[str, Any]], contacts: Contacts
) -> dict[str, Any]:
    effective = _effective(ranked)
    dimension_id = effective[0]["dimension"] if effective else texts.measure[ranked["id"]]["dimension"]
    return {
        **measure_facts(texts, ranked["id"]),
        "place": ranked["place"],
        "needed_for": ranked["needed_for"],
        "reasons": list(_reasons(texts, ranked, effective, dimensions)),
        "contact": contacts.for_dimension(dimension_id),
    }


def _further_step(texts: Questionnaire, ranked: dict[str, Any]) -> dict[str, Any]:
    effective = _effective(ranked)
    reason = _reason_stage(texts, effective[0]) if effective else _reason_needed(texts, ranked["needed_for"])
    return {**measure_facts(texts, ranked["id"]), "reason": reason}


def _effective(ranked: dict[str, Any]) -> list[dict[str, Any]]:
    """Return what a measure lifts, the largest gain first."""
    return sorted((lift for lift in ranked["lifts"] if lift["steps"]), key=_product, reverse=True)


def _product(lift: dict[str, Any]) -> float:
    return float(lift["product"])  # only to sort what the engine has calculated exactly


def _reasons(texts: Questionnaire, ranked: dict[str, Any], effective: list, dimensions: dict[str, dict[str, Any]]):
    """Yield the reasons in words: gap, relevance, place in the order, what it is needed for."""
    if effective:
        yield _reason_gap(texts, effective[0], dimensions)
        relevance = dimensions[effective[0]["dimension"]]["relevance"]
        if relevance and relevance["value"] >= 2:
            yield _("Das Thema ist Ihnen %(relevance)s.") % {"relevance": relevance["label"]}
    if ranked["reason"] == "largest_gap":
        yield _("Dieser Schritt gehört zu Ihrer größten Lücke.")
    if ranked["needed_for"]:
        yield _reason_needed(texts, ranked["needed_for"])


def _reason_needed(texts: Questionnaire, waiting: list[str]) -> SafeString:
    titles = "; ".join(texts.measure[key]["title"] for key in waiting[:2])
    return sentence(_("Nötig für: %(titles)s."), titles=spoken(texts, titles))


def _reason_stage(texts: Questionnaire, lift: dict[str, Any]) -> SafeString:
    facts = {"question": spoken(texts, texts.question[lift["question"]]["text"]), "stage": lift["stage"]}
    return sentence(_("Bei „%(question)s“ stehen Sie auf Stufe %(stage)s."), **facts)


def _reason_gap(texts: Questionnaire, lift: dict[str, Any], dimensions: dict[str, dict[str, Any]]) -> str:
    dimension = dimensions[lift["dimension"]]
    facts = {
        "question": spoken(texts, texts.question[lift["question"]]["text"]),
        "stage": lift["stage"],
        "title": spoken(texts, dimension["title"]),
        "below": dimension["below_target"],
    }
    if dimension["below_target"]:
        pattern = _(
            "Bei „%(question)s“ stehen Sie auf Stufe %(stage)s; das Thema „%(title)s“ liegt %(below)s unter Ihrem Ziel."
        )
    else:
        pattern = _("Bei „%(question)s“ stehen Sie auf Stufe %(stage)s, unter Ihrem Ziel für dieses Thema.")
    return sentence(pattern, **facts)
