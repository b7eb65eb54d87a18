"""Beside a guide stands why it fits the result of this device, and the list knows which guides fit."""

import pytest
from django.test import RequestFactory
from django.utils.translation import override

from digitalradar.assessments.guide_panels import beside_guide, reasons
from digitalradar.assessments.models import Result
from digitalradar.assessments.presentation.fitting import MOST, fitting_guides
from digitalradar.assessments.queries import questionnaire
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.views.opening import COOKIE
from tests.assessments.views.page import Page
from tests.factories.assessments import INSTRUMENTS, make_answered_run, make_mixed_run, make_run
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")


@pytest.fixture
def run(client):
    """A run with a result, in which every answer is the lowest; the client remembers it."""
    made = make_answered_run(value=1, sector="handwerk", size="10-49")
    client.post(made.url("result"))
    client.cookies[COOKIE] = made.token
    return made


def first_measures() -> list[str]:
    return [measure["id"] for measure in Result.objects.get().outcome["measures"]]


def asked_by(token: str):
    request = RequestFactory().get("/leitfaeden/x/")
    request.COOKIES[COOKIE] = token
    return request


def test_guide_of_a_step_says_why_it_fits_and_leads_back(client, run):
    second = first_measures()[1]
    make_guide(second)
    page = Page(client.get(f"/leitfaeden/{second}/"))
    assert "Passt zu Ihrem Ergebnis" in page.text
    assert "Schritt 2 von Ihren drei nächsten." in page.text
    assert "stehen Sie auf Stufe 1: „" in page.text
    assert "/check/weiter/#schritte" in [attributes["href"] for attributes, _text in page.all("a")]
    assert run.token not in page.answer.content.decode()


def test_guide_that_does_not_fit_leads_back_quietly(client, run):
    make_guide("standortbestimmung-digitalisierung")
    page = Page(client.get("/leitfaeden/standortbestimmung-digitalisierung/"))
    assert "Passt zu Ihrem Ergebnis" not in page.text
    assert "Zu Ihrem Ergebnis" in page.text


def test_run_without_a_result_is_continued(client):
    client.cookies[COOKIE] = make_run().token
    make_guide()
    page = Page(client.get("/leitfaeden/pruefen/"))
    assert "Weiter im angefangenen Check" in page.text
    assert "Zu Ihrem Ergebnis" not in page.text


@pytest.mark.parametrize("token", ["", "a" * 24, "../etc", "x" * 500])
def test_unknown_runs_are_like_none(client, token):
    client.cookies[COOKIE] = token
    make_guide()
    page = Page(client.get("/leitfaeden/pruefen/"))
    assert page.answer.status_code == 200
    assert "Ihrem Ergebnis" not in page.text
    assert beside_guide(asked_by(token), page) is None
    assert reasons(asked_by(token)) == {}


def test_importance_is_told_where_it_was_given(client):
    run = make_answered_run(value=1, size="10-49")
    save_answers(run=run.stored(), changes=Changes(dimension_relevance={"sicherheit": 3}))
    client.post(run.url("result"))
    found = reasons(asked_by(run.token))
    assert any("Das Thema ist Ihnen sehr wichtig." in reason for reason in found.values())
    assert list(found) == [name for name in first_measures()[:MOST] if name in found]


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_every_check_has_reasons_that_are_sentences(client, catalogue, language):
    run = make_mixed_run(catalogue, sector="handwerk", size="10-49")
    client.post(run.url("result"))
    result = Result.objects.get()
    with override(language):
        found = fitting_guides(questionnaire(run.row.catalogue_version_id, language), result.inputs, result.outcome)
    assert bool(found) is (catalogue != "dii")
    assert len(found) <= MOST
    for reason in found.values():
        assert reason.endswith((".", "“", "”", "”.", "</span>”"))
        assert "%(" not in reason


@pytest.mark.parametrize("count", [1, 3])
def test_panel_costs_two_queries_however_many_results_there_are(client, run, count, django_assert_num_queries):
    for stage in range(2, 2 + count):
        save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"value": stage}}))
        client.post(run.url("result"))
    request = asked_by(run.token)
    with django_assert_num_queries(2):
        assert reasons(request)
        assert reasons(request) is reasons(request)
