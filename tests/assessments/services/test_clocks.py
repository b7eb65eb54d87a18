"""Runs are kept for a while after the last visit and then deleted for good."""

from datetime import timedelta

import pytest

from digitalradar.assessments.models import Assessment, Result
from digitalradar.assessments.queries import find_run
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.clocks import delete_expired, lifetime, wind_clock
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.runs import start_run
from tests.factories.assessments import Run, make_answered_run, make_run, shipped

pytestmark = pytest.mark.django_db


# Kind of run, and how long it is kept after the last visit, in days.
KINDS = [("empty", 7), ("open", 90), ("finished", 730.5)]


def make(kind: str) -> Run:
    """Make a run of one kind, visited for the last time now."""
    run = make_run() if kind == "empty" else make_answered_run()
    if kind == "finished":
        show_result(token=run.token)
        run.row.refresh_from_db()
    return run


def test_lifetime_is_7_days_empty_90_open_and_24_months_finished():
    assert lifetime(is_finished=False, is_empty=True) == timedelta(days=7)
    assert lifetime(is_finished=False) == timedelta(days=90)
    assert lifetime(is_finished=True) == timedelta(days=730.5)


def test_lifetime_follows_the_settings(settings):
    settings.EMPTY_RUN_DAYS, settings.OPEN_RUN_DAYS, settings.FINISHED_RUN_MONTHS = 3, 7, 12
    assert lifetime(is_finished=False, is_empty=True) == timedelta(days=3)
    assert lifetime(is_finished=False) == timedelta(days=7)
    assert lifetime(is_finished=True) == timedelta(days=365.25)
    settings.EMPTY_RUN_DAYS = 14
    assert lifetime(is_finished=False, is_empty=True) == timedelta(days=7)


@pytest.mark.parametrize(("kind", "days"), KINDS)
@pytest.mark.parametrize(("seconds", "is_there"), [(-1, True), (0, False), (1, False)])
def test_run_is_there_until_its_clock_has_run_out(after, kind, days, seconds, is_there):
    after()
    run = make(kind)
    after(days=days, seconds=seconds)
    assert (find_run(run.token) == run.row) is is_there
    assert delete_expired() == (0 if is_there else 1)
    assert Assessment.objects.exists() is is_there


@pytest.mark.parametrize(("kind", "days"), KINDS)
def test_visit_winds_the_clock_once_a_day(after, django_assert_num_queries, kind, days):
    started = after()
    run = make(kind).row
    after(hours=23)
    with django_assert_num_queries(0):
        assert not wind_clock(run)
    assert Assessment.objects.get().expires_at == started + timedelta(days=days)
    later = after(hours=25)
    with django_assert_num_queries(2):
        assert wind_clock(run)
    assert Assessment.objects.get().expires_at == later + timedelta(days=days)
    with django_assert_num_queries(0):
        assert not wind_clock(run)


def test_first_answer_lets_a_run_live_longer(after):
    after()
    run = make_run()
    later = after(days=6)
    save_answers(run=run.row, changes=Changes(answers={"strategie.ziel": {"value": 3}}))
    assert run.stored().expires_at == later + timedelta(days=90)
    save_answers(run=run.stored(), changes=Changes(answers={"strategie.ziel": {"value": None}}))
    after(days=8)
    wind_clock(run.stored())
    assert find_run(run.token)


@pytest.mark.parametrize("visited", ["main", "linked"])
def test_run_and_what_was_begun_out_of_its_result_are_kept_together(after, visited):
    after()
    main = make("finished").row
    linked, _token = start_run(version=shipped("dii"), origin=main, answers={"dii.1": {"value": "yes"}})
    repeated, _token = start_run(version=shipped(), origin=main, answers={"strategie.ziel": {"value": 1}})
    before = repeated.expires_at
    later = after(days=60)
    wind_clock({"main": main, "linked": linked}[visited])
    clocks = dict(Assessment.objects.values_list("pk", "expires_at"))
    assert clocks == {
        main.pk: later + timedelta(days=730.5),
        linked.pk: later + timedelta(days=90),
        repeated.pk: before,
    }


def test_visit_keeps_the_longer_life_of_a_run_finished_meanwhile(after):
    after()
    run = make_answered_run()
    finished = after(days=2)
    show_result(token=run.token)
    wind_clock(run.row)
    assert run.stored().expires_at == finished + lifetime(is_finished=True)


def test_delete_expired_deletes_runs_with_results_and_says_how_many(after):
    after()
    old, finished = make("open"), make("finished")
    after(days=60)
    fresh = make("open")
    after(days=100)
    assert delete_expired() == 1
    assert set(Assessment.objects.all()) == {finished.row, fresh.row}
    after(days=800)
    assert delete_expired() == 2
    assert delete_expired() == 0
    assert not Result.objects.exists()
    assert find_run(old.token) is None
