"""Own targets and „Haben wir schon“ lead to a new result at once."""

import pytest

from digitalradar.assessments.models import Result
from tests.assessments.views.page import Page
from tests.factories.assessments import INSTRUMENTS, make_answered_run, make_run

pytestmark = pytest.mark.django_db


def test_targets_page_offers_stages_and_the_default_for_every_dimension(client):
    run = make_run(answers={}, size="10-49")
    client.post(run.url("targets"), {"target.technik": "4"})
    page = Page(client.get(run.url("targets")))
    selects = page.selects
    assert list(selects) == [f"target.{dimension}" for dimension in run.texts.dimension]
    assert all([value for value, _text in options] == ["", "1", "2", "3", "4", "5"] for options in selects.values())
    assert page.chosen["target.technik"] == "4"
    assert page.chosen["target.strategie"] == ""


def test_targets_change_the_result_at_once(client):
    run = make_answered_run(value=4, size="10-49")
    client.post(run.url("result"))
    assert "Sie haben Ihre Ziele erreicht" in Page(client.get(run.url("result"))).text
    answer = client.post(run.url("targets"), {"target.strategie": "5"}, follow=True)
    assert answer.redirect_chain == [(run.url("result"), 302)]
    assert run.stored().targets == {"strategie": 5}
    newest = Result.objects.filter(number=2).get()
    assert newest.outcome["dimensions"]["strategie"]["target_stage"] == 5
    assert "Am meisten gewinnen Sie jetzt beim Thema Strategie." in Page(answer).text


def test_empty_target_goes_back_to_the_default_and_a_missing_one_stays(client):
    run = make_answered_run(value=4, size="10-49")
    client.post(run.url("targets"), {"target.strategie": "5", "target.technik": "5"})
    client.post(run.url("targets"), {"target.strategie": ""})
    assert run.stored().targets == {"technik": 5}


@pytest.mark.parametrize("sent", ["0", "6", "2.5", "-1", "fünf", "1 OR 1=1", "٣", "5" * 10_000])
def test_targets_refuse_what_is_no_stage_and_save_nothing(client, sent):
    run = make_answered_run()
    before = run.stored()
    answer = client.post(run.url("targets"), {"target.strategie": "5", "target.technik": sent})
    assert answer.status_code == 400
    assert "Ein Ziel ist eine Stufe von 1 bis 5." in Page(answer).text
    assert (run.stored().targets, run.stored().finished_at, Result.objects.count()) == (before.targets, None, 0)


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_only_checks_with_stages_have_targets(client, catalogue):
    run = make_answered_run(catalogue)
    client.post(run.url("result"))
    expected = 200 if catalogue in ("digital-check", "kurz-check", "ki-check") else 404
    assert client.get(run.url("targets")).status_code == expected
    assert client.post(run.url("targets"), {}, follow=True).status_code == expected


def test_measure_we_have_already_makes_room_for_the_next(client):
    run = make_answered_run(value=2, size="10-49", sector="handwerk")
    before = client.post(run.url("result"), follow=True).context["steps"]
    answer = client.post(run.url("mark_done"), {"measure": before[0]["id"], "done": "1"})
    assert answer["Location"] == run.url("result") + "#schritte"
    page = client.get(run.url("result"))
    assert before[0]["id"] not in [step["id"] for step in page.context["steps"]]
    assert [measure["id"] for measure in page.context["done"]] == [before[0]["id"]]
    assert before[0]["title"] in Page(page).text
    client.post(run.url("mark_done"), {"measure": before[0]["id"], "done": "0"})
    assert [step["id"] for step in client.get(run.url("result")).context["steps"]] == [step["id"] for step in before]


def test_measure_nobody_suggested_is_refused(client):
    run = make_answered_run()
    answer = client.post(run.url("mark_done"), {"measure": "gibt-es-nicht", "done": "1"})
    assert answer.status_code == 400
    assert "Diesen Schritt gibt es im Check nicht." in Page(answer).text
    assert (run.stored().done_measures, Result.objects.count()) == ([], 0)


@pytest.mark.parametrize(
    ("name", "data"),
    [("targets", {"target.strategie": "5"}), ("mark_done", {"measure": "datensicherung", "done": "1"})],
)
def test_no_result_is_made_before_the_answers_allow_one(client, name, data):
    run = make_run(answers={"strategie.ziel": 2})
    answer = client.post(run.url(name), data, follow=True)
    assert answer.redirect_chain[-1][0] == run.url("finish")
    assert (Result.objects.count(), run.stored().finished_at) == (0, None)
