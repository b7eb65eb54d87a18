"""The loop does what is queued, sweeps only an empty queue, and ends when told."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from digitalradar.core import jobs
from digitalradar.core.checkup import Level
from digitalradar.core.checkups.jobs import jobs as findings
from digitalradar.core.jobs import loop
from digitalradar.core.jobs.loop import JobLoop
from digitalradar.core.jobs.pruning import prune_tasks

from . import tasks

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture(autouse=True)
def _fresh(monkeypatch):
    tasks.done.clear()
    monkeypatch.setattr(jobs, "_sweeps", {})


def test_queued_work_is_done_in_order_and_once():
    for number in (1, 2, 3):
        jobs.enqueue(tasks.remember, number)
    job_loop = JobLoop()
    job_loop.work()
    job_loop.work()
    assert tasks.done == [1, 2, 3]
    assert job_loop.done == 3


def test_work_is_queued_only_when_its_rows_are_committed():
    with transaction.atomic():
        jobs.enqueue(tasks.remember, 1)
        assert DBTaskResult.objects.count() == 0
    assert DBTaskResult.objects.count() == 1


def test_work_of_a_rolled_back_transaction_is_never_queued():
    with transaction.atomic():
        jobs.enqueue(tasks.remember, 1)
        transaction.set_rollback(True)
    assert DBTaskResult.objects.count() == 0


def test_task_that_fails_does_not_stop_the_others():
    jobs.enqueue(tasks.fail, 1)
    jobs.enqueue(tasks.remember, 2)
    JobLoop().work()
    assert tasks.done == [2]


def test_sweep_waits_for_an_empty_queue():
    swept = []
    jobs.register_sweep("things", lambda: swept.append(1) or 1)
    jobs.enqueue(tasks.remember, 1)
    job_loop = JobLoop()
    job_loop.sweep()
    assert swept == []
    job_loop.work()
    job_loop.sweep()
    job_loop.sweep()
    assert swept == [1], "and not again within the pause"


def test_loop_ends_when_nobody_wants_it_and_after_its_share(monkeypatch):
    monkeypatch.setattr(loop.signal, "signal", lambda *_handler: None)
    JobLoop(is_wanted=lambda: False).run()
    monkeypatch.setattr(loop, "MOST_TASKS", 2)
    monkeypatch.setattr(loop, "POLL_SECONDS", 0)
    for number in (1, 2, 3):
        jobs.enqueue(tasks.remember, number)
    JobLoop().run()
    assert tasks.done == [1, 2]


def test_old_task_rows_are_pruned_and_fresh_ones_kept():
    for number in range(4):
        jobs.enqueue(tasks.remember, number)
    JobLoop().work()
    jobs.enqueue(tasks.remember, 9)
    ended, lost, *_fresh = DBTaskResult.objects.filter(finished_at__isnull=False)
    long_ago = now() - timedelta(days=2)
    DBTaskResult.objects.filter(pk=ended.pk).update(finished_at=long_ago)
    DBTaskResult.objects.filter(pk=lost.pk).update(status="RUNNING", started_at=long_ago, finished_at=None)
    assert prune_tasks() == 2
    assert DBTaskResult.objects.count() == 3


def test_doctor_tells_of_work_that_nobody_begins(capsys):
    assert [finding.level for finding in findings()] == [Level.OK]
    jobs.enqueue(tasks.remember, 1)
    assert [finding.level for finding in findings()] == [Level.OK]
    DBTaskResult.objects.update(enqueued_at=now() - timedelta(seconds=90))
    [finding] = findings()
    assert finding.level is Level.WARNING
    assert finding.text.startswith("1 jobs have been waiting for more than a minute")


def test_run_jobs_prunes(capsys):
    call_command("run_jobs")
    assert "old task rows deleted: 0" in capsys.readouterr().out
