"""Data folders as ``digitalradar init`` leaves them: it loads a whole library, so that is done once and copied."""

import atexit
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

_folders: list[Path] = []


def prepare(environment: Mapping[str, str]) -> None:
    """Fill the data folder of an environment as ``init`` does; with a database server ``init`` itself runs."""
    if "DATABASE_URL" in environment:
        run("init", environment)
        return
    if not _folders:
        _folders.append(_new_folder(environment))
    shutil.copytree(_folders[0], environment["DIGITALRADAR_DATA_DIR"], dirs_exist_ok=True)


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


def _new_folder(environment: Mapping[str, str]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="digitalradar-prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    run("init", {**environment, "DIGITALRADAR_DATA_DIR": str(folder)})
    return folder
