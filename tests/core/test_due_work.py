"""``digitalradar run-jobs`` does every job, also when one of them fails."""

import pytest
from django.core.management import CommandError, call_command

from digitalradar.core import due_work


@pytest.fixture(autouse=True)
def _own_registry(monkeypatch):
    monkeypatch.setattr(due_work, "_jobs", {})


def test_every_job_runs_and_says_how_much_it_did(capsys):
    due_work.register("old reports deleted", lambda: 2)
    due_work.register("expired runs deleted", lambda: 0)
    call_command("run_jobs")
    assert capsys.readouterr().out.splitlines() == ["expired runs deleted: 0", "old reports deleted: 2"]


def test_a_job_that_fails_does_not_stop_the_others(capsys):
    due_work.register("a", lambda: 1 // 0)
    due_work.register("b", lambda: 1)
    with pytest.raises(CommandError, match="Failed: a"):
        call_command("run_jobs")
    assert capsys.readouterr().out.splitlines() == ["b: 1"]
