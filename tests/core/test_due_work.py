"""``digitalradar run-jobs`` does every job, also when one of them fails, and remembers it for the doctor."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from digitalradar.core import due_work
from digitalradar.core.checkup import Level
from digitalradar.core.checkups.due_work import due_work as doctor_asks
from digitalradar.core.models import Installation, JobRun

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(due_work, "_jobs", {})


def test_every_job_runs_and_says_how_much_it_did(capsys):
    due_work.register("old reports deleted", lambda: 2)
    due_work.register("expired runs deleted", lambda: 0)
    call_command("run_jobs")
    assert capsys.readouterr().out.splitlines() == ["expired runs deleted: 0", "old reports deleted: 2"]


def test_deletions_come_first(capsys):
    due_work.register("a comparison published", lambda: 1)
    due_work.register("expired runs deleted", lambda: 2, order=due_work.DELETIONS)
    call_command("run_jobs")
    assert capsys.readouterr().out.splitlines() == ["expired runs deleted: 2", "a comparison published: 1"]


def test_a_job_that_fails_does_not_stop_the_others(capsys):
    due_work.register("a", lambda: 1 // 0)
    due_work.register("b", lambda: 1)
    with pytest.raises(CommandError, match="Failed: a"):
        call_command("run_jobs")
    assert capsys.readouterr().out.splitlines() == ["b: 1"]


def test_job_is_remembered_with_time_and_number():
    due_work.register("a", lambda: 3)
    call_command("run_jobs")
    call_command("run_jobs")
    run = JobRun.objects.get()
    assert (run.name, run.count, run.has_failed) == ("a", 3, False)
    assert now() - run.finished_at < timedelta(minutes=1)


def test_job_that_fails_later_keeps_the_time_it_last_ended_well():
    results = iter([2, None])
    due_work.register("a", lambda: next(results) + 0)
    call_command("run_jobs")
    before = JobRun.objects.get().finished_at
    with pytest.raises(CommandError):
        call_command("run_jobs")
    run = JobRun.objects.get()
    assert (run.finished_at, run.count, run.has_failed) == (before, 2, True)
    assert "The job 'a' failed" in warnings()


@pytest.mark.parametrize(
    ("installed", "done", "is_late"),
    [
        (None, None, True),
        (timedelta(days=1), None, False),
        (timedelta(days=3), None, True),
        (timedelta(days=30), timedelta(days=1), False),
        (timedelta(days=1), timedelta(days=3), True),
    ],
)
def test_doctor_warns_when_nobody_calls_a_job_for_two_days(installed, done, is_late):
    due_work.register("expired runs deleted", lambda: 0)
    if installed:
        Installation.objects.create(id=1, digest="x", version="1")
        Installation.objects.update(finished_at=now() - installed)
    if done:
        JobRun.objects.create(name="expired runs deleted", finished_at=now() - done)
    assert ("Not done for 2 days: expired runs deleted." in warnings()) is is_late


def warnings() -> str:
    return "\n".join(finding.text for finding in doctor_asks() if finding.level == Level.WARNING)
