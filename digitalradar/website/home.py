"""What the start page shows: texts from the page, facts from the catalogues that are loaded."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.utils.translation import get_language

from digitalradar.assessments.outcome import compute
from digitalradar.assessments.presentation.sample import has_sample, sample_inputs, sample_radar
from digitalradar.assessments.presentation.steps import FIRST, measure_facts
from digitalradar.assessments.queries.catalogues import active_questionnaires, questionnaire
from digitalradar.assessments.questionnaire import Questionnaire
from digitalradar.assessments.views.opening import remembered_token
from digitalradar.topics.queries import Contacts

if TYPE_CHECKING:
    from .models import HomePage

MAIN = "digital-check"
OTHERS = ("kurz-check", "cyber-check", "ki-check", "dii")


def home_content(page: "HomePage", request: HttpRequest) -> dict[str, Any]:
    """Return everything the template shows; a part without data is empty and left out there."""
    language = get_language() or "de"
    checks = active_questionnaires(language)
    main = checks.get(MAIN)
    sample = _sample(main.version_id, language) if main and has_sample(MAIN) else None
    contacts = Contacts()
    return {
        "can_resume": bool(remembered_token(request)),
        "main": _facts(main) if main else None,
        "radar": sample["radar"] if sample else None,
        "question": _question(main, page.sample_question) if main else None,
        "measure": _measure(main, page, sample, contacts) if main else None,
        "instruments": [_instrument(checks[name]) for name in OTHERS if name in checks],
        "points": page.points.all(),
        "sentences": page.sentences.select_related("dimension") if main else [],
        "gains": page.gains.all(),
        "people": contacts.people,
    }


def _facts(main: Questionnaire) -> dict[str, Any]:
    return {
        "questions": len(main.question),
        "topics": len(main.dimensions),
        "minutes": main.data["minutes"]["typical"],
        "stages": main.data["stages"],
    }


@lru_cache(maxsize=8)
def _sample(version_id: int, language: str) -> dict[str, Any]:
    """Return radar and places of the measures of the sample firm; scored once, as a loaded version never changes."""
    main = questionnaire(version_id, language)
    ranked = compute(version_id, sample_inputs(main)).outcome["measures"]
    return {"radar": sample_radar(main), "places": {measure["id"]: place for place, measure in enumerate(ranked, 1)}}


def _question(main: Questionnaire, question_id: str) -> dict[str, Any] | None:
    """Return a staged question in the form of a short form, or None when the catalogue has no such question."""
    question = main.question.get(question_id)
    if question is None or question["kind"] != "staged":
        return None
    return {
        "id": question_id,
        "text": question["text"],
        "help": question.get("help", ""),
        "options": [{"value": value, "text": text} for value, text in enumerate(question["stages"], 1)],
    }


def _measure(
    main: Questionnaire, page: "HomePage", sample: dict[str, Any] | None, contacts: Contacts
) -> dict[str, Any] | None:
    """Return a measure as a result shows it, with chance and risk from its question.

    ``place`` is the place it takes in the sample result if it is among the first three steps, else None.
    """
    measure, question = main.measure.get(page.sample_measure), main.question.get(page.sample_question)
    if measure is None or question is None:
        return None
    place = sample["places"].get(measure["id"]) if sample else None
    facts = measure_facts(main, measure["id"])
    return {
        "place": place if place and place <= FIRST else None,
        "title": measure["title"],
        "promise": measure["promise"],
        "first_step": measure["key_steps"][0],
        "hours": facts["hours_label"],
        "cost": facts["cost_label"],
        "chance": question.get("opportunity", ""),
        "risk": question.get("risk", ""),
        "person": contacts.for_dimension(measure["dimension"]),
    }


def _instrument(check: Questionnaire) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": check.title,
        "purpose": check.data["purpose"],
        "minutes": check.data["minutes"]["typical"],
        "language": check.text_language,
    }
