"""A portal of one's own for the length of a measurement: fresh data directory, free port, stopped by its process id."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.local_postgres import free_port, running_postgres

ROOT = Path(__file__).resolve().parent.parent
COMMAND = [sys.executable, "-m", "digitalradar.cli"]
START_SECONDS = 60


@dataclass(frozen=True)
class Installation:
    """A migrated and filled installation: database name for the report, and its environment."""

    database: str
    folder: Path
    environment: dict[str, str]


@dataclass(frozen=True)
class Portal:
    """A serving portal."""

    port: int
    process_id: int
    log: Path


@contextlib.contextmanager
def installed(database: str, **settings: str) -> Iterator[Installation]:
    """Make an installation on ``sqlite`` or ``postgresql`` in a temporary folder; delete it at the end."""
    with contextlib.ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix="bench-portal-"))
        stack.callback(shutil.rmtree, folder, ignore_errors=True)
        environment = {
            **{name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG", "TZ"}},
            "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
            "DIGITALRADAR_DATA_DIR": str(folder),
            "RATE_LIMITS": "off",
            **settings,
        }
        if database == "postgresql":
            environment["DATABASE_URL"] = stack.enter_context(running_postgres())
        with (folder / "init.log").open("wb") as log:
            done = subprocess.run([*COMMAND, "init"], cwd=ROOT, env=environment, stdout=log, stderr=log, check=False)
        if done.returncode:
            raise RuntimeError(f"digitalradar init failed:\n{(folder / 'init.log').read_text()[-2000:]}")
        yield Installation(database, folder, environment)


@contextlib.contextmanager
def serving(installation: Installation, *, workers: int = 1) -> Iterator[Portal]:
    """Serve the installation on a free port of 127.0.0.1 until the block ends."""
    port, log = free_port(), installation.folder / "serve.log"
    environment = installation.environment | {"HOST": "127.0.0.1", "PORT": str(port), "WEB_WORKERS": str(workers)}
    with log.open("wb") as stream:
        server = subprocess.Popen([*COMMAND, "serve"], cwd=ROOT, env=environment, stdout=stream, stderr=stream)
    try:
        _wait_until_ready(port, server, log)
        yield Portal(port, server.pid, log)
    except BaseException:
        print(f"The portal's last errors:\n{_errors(log)}", file=sys.stderr)
        raise
    finally:
        server.terminate()
        try:
            server.wait(timeout=30)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _errors(log: Path) -> str:
    lines = [line for line in log.read_text().splitlines() if '"level": "ERROR"' in line]
    return "\n".join(line.replace("\\n", "\n") for line in lines[-2:])[-4000:]


def _wait_until_ready(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise RuntimeError(f"The server ended right after its start:\n{log.read_text()[-2000:]}")
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5) as answer,
        ):
            if answer.status == 200:
                return
        time.sleep(0.1)
    raise RuntimeError(f"The server did not answer within {START_SECONDS} seconds.")
