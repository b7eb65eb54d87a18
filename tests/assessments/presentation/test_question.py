"""Questions are rendered once and marked: the stored answer is chosen, and nothing else."""

import re

import pytest
from django.utils.translation import override

from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.open_run import OpenRun
from digitalradar.assessments.presentation.question import question_html
from digitalradar.assessments.presentation.suggestions import LAST_TIME, SHORT_CHECK, Suggestion
from digitalradar.assessments.services.catalogues import load_shipped
from digitalradar.assessments.services.runs import start_run

pytestmark = pytest.mark.django_db


def html_of(catalogue: str, question: str, answer: dict, suggestion: Suggestion | None = None) -> str:
    load_shipped()
    version = CatalogueVersion.objects.get(catalogue=catalogue, is_active=True)
    run, token = start_run(version=version, answers={question: answer} if answer else {})
    with override("de"):
        return question_html(OpenRun(run, token, "de"), question, suggestion)


def chosen(html: str) -> list[tuple[str, str]]:
    """What is chosen, apart from „wie beim Thema“, which stands where nothing else is told."""
    found = re.findall(r'name="([^"]+)" value="([^"]*)" checked', html)
    relevance = [choice for choice in found if choice[0].startswith("relevance.")]
    assert len(relevance) == ("relevance." in html)
    return [choice for choice in found if choice[1]]


@pytest.mark.parametrize("value", [1, 5, "unknown", "na"])
def test_question_has_the_stored_value_chosen(value):
    html = html_of("digital-check", "strategie.angebot", {"value": value})
    assert chosen(html) == [("value.strategie.angebot", str(value))]
    assert f'name="was.strategie.angebot" value="{value}||"' in html
    assert '<details class="question-extras">' in html


def test_question_opens_its_extras_when_something_is_chosen_there():
    html = html_of("digital-check", "strategie.ziel", {"value": 2, "relevance": 0, "planned": True})
    assert sorted(chosen(html)) == [
        ("planned.strategie.ziel", "1"),
        ("relevance.strategie.ziel", "0"),
        ("value.strategie.ziel", "2"),
    ]
    assert '<details class="question-extras" open>' in html


@pytest.mark.parametrize(
    ("catalogue", "question", "value"),
    [("cyber-check", "cyber-sicherung.taeglich", "met"), ("dii", "dii.website", "no")],
)
def test_question_of_other_kinds_has_the_stored_value_chosen(catalogue, question, value):
    assert chosen(html_of(catalogue, question, {"value": value})) == [(f"value.{question}", value)]


@pytest.mark.parametrize(
    ("catalogue", "question", "suggestion", "words"),
    [
        ("digital-check", "strategie.ziel", Suggestion(3, SHORT_CHECK), "Im Kurz-Check haben Sie Stufe 3 angegeben: „"),
        ("digital-check", "strategie.ziel", Suggestion(2, LAST_TIME), "Beim letzten Mal: Stufe 2, „"),
        ("dii", "dii.website", Suggestion("no", LAST_TIME), "Beim letzten Mal: „Nein“. Bitte wählen Sie, was heute"),
        (
            "cyber-check",
            "cyber-sicherung.taeglich",
            Suggestion("met", LAST_TIME),
            "Beim letzten Mal: „Ja, das trifft heute vollständig zu“. Bitte wählen Sie",
        ),
    ],
)
def test_question_without_answer_has_nothing_chosen_and_may_show_a_suggestion(catalogue, question, suggestion, words):
    html = html_of(catalogue, question, {}, suggestion=suggestion)
    assert chosen(html) == []
    assert words in html


def test_question_with_an_answer_shows_no_suggestion():
    html = html_of("digital-check", "strategie.ziel", {"value": 2}, suggestion=Suggestion(3, LAST_TIME))
    assert "Beim letzten Mal" not in html
