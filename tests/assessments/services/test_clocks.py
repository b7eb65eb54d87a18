"""Runs are kept for a while after the last visit and then deleted for good."""

from datetime import timedelta

import pytest

from digitalradar.assessments.models import Assessment, Result
from digitalradar.assessments.queries import find_run
from digitalradar.assessments.services.clocks import delete_expired, lifetime, wind_clock
from digitalradar.assessments.services.finishing import show_result
from tests.factories.assessments import make_answered_run, make_run

pytestmark = pytest.mark.django_db


def test_lifetime_is_90_days_open_and_24_months_finished():
    assert lifetime(is_finished=False) == timedelta(days=90)
    assert lifetime(is_finished=True) == timedelta(days=730.5)


def test_lifetime_follows_the_settings(settings):
    settings.OPEN_RUN_DAYS, settings.FINISHED_RUN_MONTHS = 7, 12
    assert lifetime(is_finished=False) == timedelta(days=7)
    assert lifetime(is_finished=True) == timedelta(days=365.25)


def test_run_is_found_until_its_clock_has_run_out(after):
    after()
    run = make_run()
    after(days=90, seconds=-1)
    assert find_run(run.token) == run.row
    after(days=90)
    assert find_run(run.token) is None


def test_finished_run_is_found_for_24_months(after):
    after()
    run = make_answered_run()
    show_result(token=run.token)
    after(days=730)
    assert find_run(run.token) == run.row
    after(days=731)
    assert find_run(run.token) is None


def test_visit_winds_the_clock_once_a_day(after, django_assert_num_queries):
    started = after()
    run = make_run().row
    after(hours=23)
    with django_assert_num_queries(0):
        wind_clock(run)
    assert Assessment.objects.get().expires_at == started + timedelta(days=90)
    later = after(hours=25)
    with django_assert_num_queries(1):
        wind_clock(run)
    assert Assessment.objects.get().expires_at == later + timedelta(days=90)
    with django_assert_num_queries(0):
        wind_clock(run)


def test_visit_keeps_the_longer_life_of_a_run_finished_meanwhile(after):
    after()
    run = make_answered_run()
    finished = after(days=2)
    show_result(token=run.token)
    wind_clock(run.row)
    assert run.stored().expires_at == finished + lifetime(is_finished=True)


def test_delete_expired_deletes_runs_with_results_and_says_how_many(after):
    after()
    old, finished = make_answered_run(), make_answered_run()
    show_result(token=finished.token)
    after(days=60)
    fresh = make_run()
    after(days=100)
    assert delete_expired() == 1
    assert set(Assessment.objects.all()) == {finished.row, fresh.row}
    after(days=800)
    assert delete_expired() == 2
    assert delete_expired() == 0
    assert not Result.objects.exists()
    assert find_run(old.token) is None
