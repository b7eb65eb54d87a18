"""A portal served beside a test, on the test's own database, and many processes that send forms to it at once."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

from tests.e2e.portal import STOP_SECONDS, clean_environment, free_port, wait_until_ready
from tests.mail.processes import database_url

POSTER = Path(__file__).with_name("poster.py")
PROCESSES = 4
START_SECONDS = 1.5  # until all posters are ready


@contextmanager
def served(**variables: str) -> Iterator[int]:
    """Serve with two processes until the block ends; yield the port."""
    port = free_port()
    environment = clean_environment() | {
        "DATABASE_URL": database_url(),
        "DIGITALRADAR_DATA_DIR": os.fspath(settings.DATA_DIR),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.test",
        "EVENTS_FORM_SECONDS": "0",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "WEB_WORKERS": "2",
        "JOB_WORKER": "0",
        **variables,
    }
    with tempfile.NamedTemporaryFile(suffix=".log") as log:
        command = [sys.executable, "-m", "digitalradar.cli", "serve"]
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
        try:
            wait_until_ready(f"http://127.0.0.1:{port}", process, Path(log.name))
            yield port
        finally:
            process.terminate()
            process.wait(STOP_SECONDS)


def post_at_once(port: int, paths: Sequence[str]) -> list[int]:
    """Send an empty form to each path at the same moment, from several processes; fields may follow a ``?``.

    Returns the states of the answers.
    """
    moment = str(time.time() + START_SECONDS)
    groups = [paths[number::PROCESSES] for number in range(PROCESSES)]
    started = [
        subprocess.Popen([sys.executable, "-S", POSTER, str(port), moment, *group], stdout=subprocess.PIPE, text=True)
        for group in groups
        if group
    ]
    return sorted(int(line) for process in started for line in process.communicate(timeout=90)[0].split())
