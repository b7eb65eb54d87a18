"""Where a result leads: the guides that tell how to do what it proposes. Measures and guides share their ids."""

from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from digitalradar.knowledge.queries.references import (
    GuideReference,
    Reason,
    guide_references,
    prerequisite_reasons,
)

from ..questionnaire import Questionnaire
from .dates import add_dates


def page_language() -> str:
    """Return the language in which this page or document speaks."""
    return get_language() or settings.LANGUAGE_CODE


def lead_to_guides(page: dict[str, Any]) -> dict[str, Any]:
    """Return the page of a result with steps, with ``guide`` at each measure it names: a reference or None.

    A step that others wait for says why, in the words of the guide that waits; one with a guide names the next date on
    its topic (``event``). Three queries at most.
    """
    noticed = (measure for notice in page["notices"] for measure in notice["measures"])
    measures = [*page["steps"], *page["further_steps"], *noticed]
    found = guide_references((measure["id"] for measure in measures), page_language())
    for measure in measures:
        measure["guide"] = found.get(measure["id"])
    _say_why_first([step for step in page["steps"] if step["needed_for"] and step["guide"]])
    add_dates(page["steps"])
    return page


def _say_why_first(steps: list[dict[str, Any]]) -> None:
    """Add the reason of the first measure that waits for a step; every other one would repeat it in other words."""
    if not steps:
        return
    reasons = prerequisite_reasons((step["id"] for step in steps), page_language())
    for step in steps:
        told = (reasons[later, step["id"]] for later in step["needed_for"] if (later, step["id"]) in reasons)
        step["reasons"] += [_in_its_language(reason) for reason in list(told)[:1]]


def _in_its_language(reason: Reason) -> SafeString | str:
    if reason.language == page_language():
        return reason.text
    return format_html('<span lang="{}">{}</span>', reason.language, reason.text)


def question_guides(texts: Questionnaire, question_ids: Iterable[str]) -> dict[str, GuideReference]:
    """Return for each question the published guide that fits it best, if there is one; one query."""
    named = {key: [link["slug"] for link in _by_grade(texts.question[key])] for key in question_ids}
    found = guide_references({slug for slugs in named.values() for slug in slugs}, page_language())
    best = {key: next((found[slug] for slug in slugs if slug in found), None) for key, slugs in named.items()}
    return {key: guide for key, guide in best.items() if guide}


def _by_grade(question: dict[str, Any]) -> list[dict[str, Any]]:
    """Guides a question names, those made for it before those that touch it."""
    return sorted(question.get("guides", []), key=lambda link: -link["grade"])


def guide_addresses(outcome: dict[str, Any] | None) -> dict[str, str]:
    """Return the whole address of the guide of each measure of an outcome that has one; one query."""
    measures = (outcome or {}).get("measures", [])
    found = guide_references((measure["id"] for measure in measures), page_language())
    return {measure["id"]: absolute(found[measure["id"]]) for measure in measures if measure["id"] in found}


def language_note(guide: GuideReference) -> str:
    """Return in the language of the page that a guide speaks another one; empty where both are the same."""
    if not guide.is_foreign(page_language()):
        return ""
    return _("auf Deutsch") if guide.language == "de" else _("auf Englisch")


def absolute(guide: GuideReference) -> str:
    """Return the whole address of a guide, for files that are read elsewhere."""
    return guide.url if guide.url.startswith("http") else settings.PUBLIC_URL + guide.url
