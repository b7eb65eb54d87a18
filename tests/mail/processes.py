"""Worker processes beside a test, on the test's own database and with its own mail server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.db import connection

from tests.e2e.portal import clean_environment
from tests.smtp_sink import Sink


@contextmanager
def worker(sink: Sink, point: str = "") -> Iterator[subprocess.Popen]:
    """Run a worker that sends to ``sink``; kill it at the end, if nobody has done so before."""
    command = [sys.executable, "-m", "tests.mail.worker", *([point] if point else [])]
    with subprocess.Popen(command, env=environment(sink), stdout=subprocess.PIPE, text=True) as process:
        try:
            yield process
        finally:
            process.kill()


def environment(sink: Sink) -> dict[str, str]:
    """Return the settings of a worker: production's, on the database this test uses."""
    return clean_environment() | {
        "DATABASE_URL": database_url(),
        "DIGITALRADAR_DATA_DIR": os.fspath(settings.DATA_DIR),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        "EMAIL_URL": sink.url,
        "LOG_LEVEL": "ERROR",
    }


def database_url() -> str:
    """Return the address of the test's database."""
    database = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{database['NAME']}"
    return f"postgresql://{database['USER']}:{database['PASSWORD']}@{database['HOST']}:{database['PORT']}/{database['NAME']}"
