"""A portal of its own for browser tests: the real commands, a temporary data folder, a free port."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.prepared import prepare

START_SECONDS = 60
STOP_SECONDS = 20


@dataclass(frozen=True)
class Portal:
    """A portal that is being served: its address, and the folder with its database."""

    address: str
    data_dir: Path

    def account(self) -> tuple[str, str]:
        """Return e-mail address and password of the first back-office account."""
        lines = (self.data_dir / "first-account.txt").read_text(encoding="utf-8").splitlines()
        email, password = (line.partition(": ")[2] for line in lines)
        return email, password

    def expire_newest_run(self) -> None:
        """Let the clock of the newest run have run out."""
        with closing(sqlite3.connect(self.data_dir / "digitalradar.sqlite3", timeout=20)) as database, database:
            newest = "(SELECT MAX(id) FROM assessments_assessment)"
            database.execute(f"UPDATE assessments_assessment SET expires_at = '2020-01-01' WHERE id = {newest}")


@contextmanager
def running_portal(**settings: str) -> Iterator[Portal]:
    """Prepare and serve a portal with these settings; stop it and delete everything at the end."""
    folder = Path(tempfile.mkdtemp(prefix="digitalradar-e2e-"))
    port = free_port()
    environment = clean_environment() | {
        "DIGITALRADAR_DATA_DIR": str(folder / "data"),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "RATE_LIMITS": "0",
        **settings,
    }
    try:
        prepare(environment)
        with (folder / "log").open("wb") as log:
            command = [sys.executable, "-m", "digitalradar.cli", "serve"]
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            try:
                wait_until_ready(f"http://127.0.0.1:{port}", process, folder / "log")
                yield Portal(f"http://127.0.0.1:{port}", folder / "data")
            finally:
                process.terminate()
                process.wait(STOP_SECONDS)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def wait_until_ready(address: str, process: subprocess.Popen, log: Path) -> None:
    """Return when /healthz says so; fail with the server's log when it ends or takes too long."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{address}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise AssertionError(f"The portal did not start.\n{log.read_text(errors='replace')}")


def free_port() -> int:
    """Return a port of 127.0.0.1 that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def clean_environment() -> dict[str, str]:
    """Return the environment without the settings of the tests around it."""
    left_out = ("DIGITALRADAR_", "DJANGO_", "DATABASE_URL", "CACHE_URL", "SECRET_KEY", "PUBLIC_URL", "ALLOWED_HOSTS")
    return {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
