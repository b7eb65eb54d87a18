"""Data folders as ``digitalradar init`` leaves them: it loads a whole library, so that is done once and copied.

Test runs side by side may share the one folder: ``make test`` names a place for it in ``DIGITALRADAR_PREPARED``.
"""

import atexit
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path


def prepare(environment: Mapping[str, str]) -> None:
    """Fill the data folder of an environment as ``init`` does; with a database server ``init`` itself runs."""
    if environment.get("DATABASE_URL"):
        run("init", environment)
        return
    shutil.copytree(_prepared(environment), environment["DIGITALRADAR_DATA_DIR"], dirs_exist_ok=True)


def run(command: str, environment: Mapping[str, str]) -> None:
    """Run one command of ``digitalradar``; what it printed is shown when it fails."""
    ran = subprocess.run(
        [sys.executable, "-m", "digitalradar.cli", command],
        env=dict(environment),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def _prepared(environment: Mapping[str, str]) -> Path:
    """Return the folder to copy; whoever comes first fills it, the others wait."""
    with (_place() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # until the file is closed, also by a process that dies
        done, data = _place() / "done", _place() / "data"
        if not done.exists():
            shutil.rmtree(data, ignore_errors=True)
            run("init", {**environment, "DIGITALRADAR_DATA_DIR": str(data)})
            done.touch()
    return data


@cache
def _place() -> Path:
    if shared := os.environ.get("DIGITALRADAR_PREPARED"):
        Path(shared).mkdir(parents=True, exist_ok=True)
        return Path(shared)
    own = Path(tempfile.mkdtemp(prefix="digitalradar-prepared-"))
    atexit.register(shutil.rmtree, own, ignore_errors=True)
    return own
