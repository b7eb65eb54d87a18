"""A result is frozen when somebody asks for it; the same answers give the same revision, other answers a new one."""

import pytest
from django.db import IntegrityError, transaction

from digitalradar.assessments.models import Assessment, Result
from digitalradar.assessments.queries import scoring_catalogue
from digitalradar.assessments.scoring import SCORING_VERSION, score
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.clocks import lifetime
from digitalradar.assessments.services.finishing import KEPT_REVISIONS, NotEnoughAnswers, mark_measure, show_result
from digitalradar.assessments.services.runs import change_profile
from digitalradar.assessments.tokens import new_token
from tests.assessments.together import together
from tests.factories.assessments import make_answered_run, make_run

pytestmark = pytest.mark.django_db


def results() -> list[dict]:
    return list(Result.objects.order_by("number").values())


def test_show_result_freezes_inputs_and_outcome(after):
    moment = after(hours=1)
    run = make_answered_run(value=2, sector="handwerk", size="10-49")
    save_answers(
        run=run.stored(),
        changes=Changes(
            answers={"strategie.ziel": {"planned": True, "relevance": 1}, "technik.netz": {"value": None}},
            dimension_relevance={"strategie": 3},
            targets={"technik": 4},
        ),
    )
    shown, result = show_result(token=run.token)
    assert shown == run.row
    assert (result.number, result.scoring_version) == (1, SCORING_VERSION)
    stored = Result.objects.get()
    answers = stored.inputs.pop("answers")
    assert stored.inputs == {
        "profile": {"sector": "handwerk", "size": "10-49"},
        "targets": {"technik": 4},
        "done": [],
        "planned": ["strategie.ziel"],
    }
    assert answers["strategie.ziel"] == {"value": 2, "relevance": 1}
    assert answers["strategie.nutzen"] == {"value": 2, "relevance": 3}
    assert answers["prozesse.auftrag"] == {"value": 2, "relevance": None}
    assert "technik.netz" not in answers
    assert stored.outcome == score(
        scoring_catalogue(run.row.catalogue_version_id),
        profile={"sector": "handwerk", "size": "10-49"},
        answers=answers,
        targets={"technik": 4},
        done=[],
    )
    run_now = run.stored()
    assert (run_now.finished_at, run_now.expires_at) == (moment, moment + lifetime(is_finished=True))


def test_show_result_with_the_same_answers_shows_the_same_revision():
    run = make_answered_run()
    _run, first = show_result(token=run.token)
    before = results()
    _run, second = show_result(token=run.token)
    assert second == first
    assert results() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda run: save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"value": 5}})),
        lambda run: save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"planned": True}})),
        lambda run: save_answers(run=run.stored(), changes=Changes(dimension_relevance={"strategie": 3})),
        lambda run: save_answers(run=run.stored(), changes=Changes(targets={"strategie": 5})),
        lambda run: mark_measure(token=run.token, measure="datensicherung", done=True),
        lambda run: change_profile(run=run.row, profile={"size": "50-249"}),
    ],
    ids=["answer", "plan", "relevance", "target", "measure done", "profile"],
)
def test_show_result_after_a_change_makes_a_new_revision_and_keeps_the_old_one(change):
    run = make_answered_run()
    show_result(token=run.token)
    before = results()
    change(run)
    assert results() == before
    _run, second = show_result(token=run.token)
    assert second.number == 2
    assert results()[:1] == before
    assert run.stored().results.first() == second


def test_show_result_keeps_the_time_of_the_first_one(after):
    run = make_answered_run()
    first = after(days=1)
    show_result(token=run.token)
    later = after(days=40)
    show_result(token=run.token)
    assert (run.stored().finished_at, run.stored().expires_at) == (first, later + lifetime(is_finished=True))


def test_show_result_of_a_run_that_is_gone_is_none(after):
    run = make_answered_run()
    assert show_result(token=new_token()) is None
    after(days=91)
    assert show_result(token=run.token) is None
    assert results() == []


def test_show_result_keeps_the_newest_revisions_and_their_numbers():
    run = make_answered_run(value=2)
    for number in range(1, KEPT_REVISIONS + 3):
        save_answers(run=run.stored(), changes=Changes(targets={"technik": 2 + number % 2}))
        _run, newest = show_result(token=run.token)
        assert newest.number == number
    assert [row["number"] for row in results()] == list(range(3, KEPT_REVISIONS + 3))


def test_mark_measure_notes_and_takes_back():
    run = make_run()
    for measure in ("ki-regeln", "datensicherung", "datensicherung"):
        mark_measure(token=run.token, measure=measure, done=True)
    assert run.stored().done_measures == ["datensicherung", "ki-regeln"]
    mark_measure(token=run.token, measure="ki-regeln", done=False)
    assert run.stored().done_measures == ["datensicherung"]


def test_measures_of_a_run_that_is_gone_change_nothing():
    mark_measure(token=new_token(), measure="datensicherung", done=True)
    assert not Assessment.objects.exists()


@pytest.mark.database
def test_database_holds_each_result_number_once_per_run():
    run = make_answered_run()
    _run, result = show_result(token=run.token)
    result.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        result.save(force_insert=True)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_clicks_at_the_same_time_make_one_revision():
    run = make_answered_run()
    shown = together(*[lambda: show_result(token=run.token)] * 4)
    assert [(one.pk, result.number) for one, result in shown] == [(run.row.pk, 1)] * 4
    assert Result.objects.count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_measures_marked_at_the_same_time_are_all_noted():
    run = make_run()
    measures = sorted(run.texts.measure)[:4]
    together(*[lambda one=one: mark_measure(token=run.token, measure=one, done=True) for one in measures])
    assert run.stored().done_measures == measures


@pytest.mark.parametrize("catalogue", ["digital-check", "cyber-check", "dii"])
def test_show_result_refuses_while_the_rules_allow_no_overall_value(catalogue):
    run = make_run(catalogue)
    with pytest.raises(NotEnoughAnswers):
        show_result(token=run.token)
    assert results() == []
    assert run.stored().finished_at is None
