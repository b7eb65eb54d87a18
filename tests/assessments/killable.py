"""The real server as a process group of its own that can be killed without warning and started again."""

import http.client
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.e2e.portal import clean_environment, free_port
from tests.prepared import prepare

START_SECONDS = 60
POLL_SECONDS = 0.05


class KillableServer:
    """``digitalradar serve`` on a data folder that is prepared once."""

    def __init__(self, folder: Path, **settings: str) -> None:
        self.port = free_port()
        self.database = folder / "data" / "digitalradar.sqlite3"
        self._log = folder / "log"
        self._process: subprocess.Popen | None = None
        self.environment = clean_environment() | {
            "DIGITALRADAR_DATA_DIR": str(folder / "data"),
            "DIGITALRADAR_ENV_FILE": "",
            "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
            "HOST": "127.0.0.1",
            "PORT": str(self.port),
            "RATE_LIMITS": "0",
            **settings,
        }
        prepare(self.environment)

    def start(self) -> None:
        """Start the server and return when it answers."""
        with self._log.open("ab") as log:
            command = [sys.executable, "-m", "digitalradar.cli", "serve"]
            self._process = subprocess.Popen(
                command, env=self.environment, stdout=log, stderr=log, start_new_session=True
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self._process.poll() is not None or time.monotonic() > deadline:
                raise AssertionError(f"The server did not start.\n{self._log.read_text(errors='replace')}")
            time.sleep(POLL_SECONDS)

    @property
    def process_id(self) -> int:
        assert self._process is not None, "The server does not run."
        return self._process.pid

    def kill(self) -> None:
        """Kill server and workers at once; nothing of theirs is asked or flushed."""
        if self._process is not None:
            with suppress(ProcessLookupError):  # it may have ended by itself
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait()
            self._process = None

    def _answers(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()


@contextmanager
def killable_server(**settings: str) -> Iterator[KillableServer]:
    """Prepare a server with these settings; kill it and delete everything at the end."""
    folder = Path(tempfile.mkdtemp(prefix="digitalradar-kill-"))
    server = KillableServer(folder, **settings)
    try:
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder, ignore_errors=True)
