"""What the start page shows: texts from the page, facts from the catalogues that are loaded."""

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language

from digitalradar.assessments.outcome import compute
from digitalradar.assessments.presentation.sample import has_sample, sample_inputs, sample_radar
from digitalradar.assessments.presentation.steps import FIRST, measure_facts
from digitalradar.assessments.queries.catalogues import active_questionnaires, questionnaire
from digitalradar.assessments.questionnaire import Questionnaire
from digitalradar.assessments.views.opening import remembered_token
from digitalradar.events.presentation.rows import row
from digitalradar.events.queries.calendar import next_ahead
from digitalradar.knowledge.queries.deadlines import NextDeadline, next_deadlines
from digitalradar.knowledge.queries.references import GuideReference, guide_references
from digitalradar.knowledge.queries.shelf import guide_shelf
from digitalradar.topics.queries import Contacts

from .trouble_link import trouble_url

if TYPE_CHECKING:
    from .models import HomePage, HomeSentence

MAIN = "digital-check"
OTHERS = ("kurz-check", "cyber-check", "ki-check", "dii")
DEADLINES = 3
DATES = 3
Guides = dict[str, GuideReference]


def home_content(page: "HomePage", request: HttpRequest) -> dict[str, Any]:
    """Return everything the template shows; a part without data is empty and left out there."""
    language = get_language() or "de"
    checks = active_questionnaires(language)
    main = checks.get(MAIN)
    sample = _sample(main.version_id, language) if main and has_sample(MAIN) else None
    contacts = Contacts()
    sentences = list(page.sentences.select_related("dimension"))
    deadlines = next_deadlines(language, localdate(), DEADLINES)
    named = {page.sample_measure, *(item.guide for item in sentences), *(due.guide for due in deadlines)}
    guides = guide_references(named - {""}, language)
    return {
        "can_resume": bool(remembered_token(request)),
        "main": _facts(main) if main else None,
        "radar": sample["radar"] if sample else None,
        "question": question_view(main, page.sample_question) if main else None,
        "measure": _measure(main, page, sample, contacts, guides) if main else None,
        "instruments": [_instrument(checks[name]) for name in OTHERS if name in checks],
        "points": page.points.all(),
        "sentences": [view for item in sentences if (view := _sentence(item, main, guides))],
        "deadlines": [_deadline(due, guides[due.guide]) for due in deadlines if due.guide in guides],
        "dates": [row(occurrence, None) for occurrence in next_ahead(DATES)],
        "shelf": guide_shelf(language),
        "trouble_url": trouble_url(language),
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


def _sentence(item: "HomeSentence", main: Questionnaire | None, guides: Guides) -> dict[str, Any] | None:
    """Return where a sentence leads: to its guide, else into its theme, else nowhere, and then it is not shown."""
    if guide := guides.get(item.guide):
        return {"text": item.sentence, "url": guide.url, "label": guide.title, "language": guide.language}
    if main is None:
        return None
    theme = f"{reverse('assessments:start', args=[MAIN])}?thema={item.dimension_id}"
    return {"text": item.sentence, "url": theme, "label": item.dimension.local_title, "language": get_language()}


def _deadline(due: NextDeadline, guide: GuideReference) -> dict[str, Any]:
    return {"date": due.date, "text": due.text, "as_of": due.as_of, "language": due.language, "guide": guide}


def question_view(main: Questionnaire, question_id: str) -> dict[str, Any] | None:
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
    main: Questionnaire, page: "HomePage", sample: dict[str, Any] | None, contacts: Contacts, guides: Guides
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
        "guide": guides.get(measure["id"]),
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
