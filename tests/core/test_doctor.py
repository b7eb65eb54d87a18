"""``digitalradar doctor`` names what is missing, and no secret."""

from contextlib import suppress
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection

from digitalradar.core import checkup
from digitalradar.core.checkup import Level, missing, ok, warning
from digitalradar.core.checkups.database import database
from digitalradar.core.checkups.files import data_folder, shipped_files
from digitalradar.core.checkups.services import cache, mail
from digitalradar.core.checkups.settings import settings_fit

pytestmark = pytest.mark.django_db


def texts(check, level: Level) -> str:
    return "\n".join(finding.text for finding in check() if finding.level == level)


@pytest.fixture
def only(monkeypatch):
    """Let the doctor ask nothing but what a test registers."""
    monkeypatch.setattr(checkup, "_checks", {})


def doctor() -> str:
    out = StringIO()
    call_command("doctor", stdout=out)
    return out.getvalue()


def test_report_groups_findings_and_counts_them(only):
    checkup.register("Second", lambda: [warning("Look at this.")], order=20)
    checkup.register("First", lambda: [ok("Fine.")], order=10)
    report = doctor()
    assert report.index("First") < report.index("Fine.") < report.index("Second") < report.index("Look at this.")
    assert "0 missing, 1 warnings" in report


def test_something_missing_makes_the_command_fail(only):
    checkup.register("Any", lambda: [missing("No key.")])
    with pytest.raises(SystemExit) as end:
        doctor()
    assert end.value.code == 1


def test_question_that_needs_the_database_does_not_crash_the_report(only):
    def ask():
        raise DatabaseError("gone")

    checkup.register("Any", ask)
    with pytest.raises(SystemExit):
        doctor()


def test_no_secret_is_printed(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    out = StringIO()
    with suppress(SystemExit):
        call_command("doctor", stdout=out)
    assert "Settings" in out.getvalue()
    assert settings.SECRET_KEY not in out.getvalue()


@pytest.mark.parametrize(
    ("url", "tls", "hosts", "complaint"),
    [
        ("https://digital.example.org", False, ["digital.example.org"], "BEHIND_TLS is off"),
        ("http://digital.example.org", True, ["digital.example.org"], "begins with http://"),
        ("https://digital.example.org", True, ["localhost"], "ALLOWED_HOSTS does not accept digital.example.org"),
    ],
)
def test_settings_that_do_not_fit_are_named(settings, url, tls, hosts, complaint):
    settings.PUBLIC_URL, settings.BEHIND_TLS, settings.ALLOWED_HOSTS = url, tls, hosts
    assert complaint in texts(settings_fit, Level.MISSING)


def test_good_database_has_no_complaint():
    found = {finding.text: finding.level for finding in database()}
    assert found["All migrations are there."] == Level.OK
    assert "It was never prepared to the end. Run: digitalradar init" in found


@pytest.mark.database
def test_database_is_named_with_its_version():
    assert connection.display_name in texts(database, Level.OK)


def test_unreachable_database_is_missing():
    def refuse(*args):
        raise DatabaseError("gone")

    with connection.execute_wrapper(refuse):
        assert "cannot be reached" in texts(database, Level.MISSING)


def test_full_disk_and_open_folder_are_told(settings, tmp_path, monkeypatch):
    settings.DATA_DIR = tmp_path
    tmp_path.chmod(0o755)
    usage = type("Usage", (), {"free": 50_000_000})
    monkeypatch.setattr("digitalradar.core.checkups.files.shutil.disk_usage", lambda folder: usage)
    assert "0.1 GB are free" in texts(data_folder, Level.MISSING)
    assert "chmod 700" in texts(data_folder, Level.WARNING)


def test_missing_folder_is_told(settings, tmp_path):
    settings.DATA_DIR = tmp_path / "nowhere"
    assert "is not writable" in texts(data_folder, Level.MISSING)


def test_missing_files_are_told(settings, tmp_path):
    settings.STATIC_ROOT, settings.LOCALE_PATHS = tmp_path, [tmp_path]
    assert texts(shipped_files, Level.MISSING).count("\n") == 1


def test_workers_need_a_shared_cache(settings):
    settings.WEB_WORKERS = 2
    assert "2 workers have a cache each" in texts(cache, Level.WARNING)


def test_mails_that_reach_nobody_are_told(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    assert "Mails are only printed" in texts(mail, Level.WARNING)


def test_missing_mail_server_is_told(settings):
    settings.EMAIL_CONFIGURED = False
    assert "messages wait in the outbox" in texts(mail, Level.WARNING)


def test_mail_server_that_does_not_answer_is_told(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    assert "does not let us in" in texts(mail, Level.MISSING)
