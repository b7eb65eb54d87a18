"""Sessions that ended go, and what was deleted can no longer be read in the database file."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import connection
from django.utils.timezone import now

from digitalradar.core import due_work, housekeeping
from digitalradar.core.models import Installation


@pytest.mark.django_db
@pytest.mark.parametrize(("seconds", "is_there"), [(-1, True), (0, False), (1, False)])
def test_session_is_there_until_its_time_is_over(monkeypatch, seconds, is_there):
    ends = now() + timedelta(days=14)
    Session.objects.create(session_key="a", session_data="", expire_date=ends)
    monkeypatch.setattr(housekeeping, "now", lambda: ends + timedelta(seconds=seconds))
    assert housekeeping.delete_ended_sessions() == (0 if is_there else 1)
    assert Session.objects.exists() is is_there


@pytest.mark.django_db
def test_every_kind_of_deletion_is_due_work(capsys):
    call_command("run_jobs")
    done = {line.partition(":")[0] for line in capsys.readouterr().out.splitlines()}
    assert done == {job.name for job in due_work.jobs()}
    assert done >= {
        "answered barrier reports deleted",
        "ended sessions deleted",
        "expired checks deleted",
        "old task rows deleted",
        "write-ahead log emptied",
    }


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "sqlite", reason="asks for the file of SQLite")
def test_what_was_deleted_cannot_be_read_in_the_files_any_more():
    secret = "Beispielort-4711-" + "x" * 40
    with connection.cursor() as cursor:
        assert cursor.execute("PRAGMA secure_delete").fetchone() == (1,)
    Installation.objects.create(id=1, digest="", version=secret[:40])
    assert secret[:16].encode() in _files()
    Installation.objects.all().delete()
    assert housekeeping.empty_write_ahead_log() == 1
    assert secret[:16].encode() not in _files()


@pytest.mark.django_db(transaction=True)
@pytest.mark.database
def test_other_databases_have_no_log_of_ours_to_empty():
    assert housekeeping.empty_write_ahead_log() == (1 if connection.vendor == "sqlite" else 0)


def _files() -> bytes:
    """Return everything SQLite wrote: the database and the log beside it."""
    name = Path(connection.settings_dict["NAME"])
    return b"".join(file.read_bytes() for file in name.parent.glob(f"{name.name}*"))
