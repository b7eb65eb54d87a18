"""A plain Wagtail site with the guides of the portal, to measure beside: made by the same Wagtail, for the moment.

It is what ``wagtail start`` writes, with one page type, one template and the settings one would take into production.
"""

import contextlib
import json
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from bench.local_postgres import free_port

HERE = Path(__file__).parent
NAME = "plainsite"
START_SECONDS = 60


@contextlib.contextmanager
def installed(guides: list[dict[str, str]], environment: dict[str, str]) -> Iterator[Path]:
    """Make the site with these guides (slug, title, promise, html); delete it at the end."""
    folder = Path(tempfile.mkdtemp(prefix="bench-plain-"))
    try:
        own = environment | {"DJANGO_SETTINGS_MODULE": f"{NAME}.settings.production", "PYTHONPATH": str(folder)}
        _run([sys.executable, "-m", "wagtail.bin.wagtail", "start", NAME, str(folder)], folder, environment)
        shutil.copy(HERE / "guide_model.py", folder / "home" / "models.py")
        shutil.copy(HERE / "guide_page.html", folder / "home" / "templates" / "home")
        shutil.copy(HERE / "settings_local.py", folder / NAME / "settings" / "local.py")
        shutil.copy(HERE / "load_guides.py", folder)
        (folder / "guides.json").write_text(json.dumps(guides), encoding="utf-8")
        for command in (["makemigrations", "home"], ["migrate"], ["collectstatic", "--noinput"]):
            _run([sys.executable, "manage.py", *command, "--verbosity", "0"], folder, own)
        _run([sys.executable, "load_guides.py"], folder, own)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def serving(folder: Path, environment: dict[str, str], threads: int) -> Iterator[tuple[int, int]]:
    """Serve the site with one worker of the same server as the portal; yield its port and its process id."""
    port = free_port()
    own = environment | {"DJANGO_SETTINGS_MODULE": f"{NAME}.settings.production", "PYTHONPATH": str(folder)}
    options = ["--interface", "wsgi", "--port", str(port), "--workers", "1", "--blocking-threads", str(threads)]
    command = [sys.executable, "-m", "granian", *options, "--log-level", "warning", f"{NAME}.wsgi:application"]
    with (folder / "serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=folder, env=own, stdout=log, stderr=log)
        try:
            _wait(port, server, folder / "serve.log")
            yield port, server.pid
        finally:
            server.terminate()
            server.wait(timeout=30)


def _run(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-2000:]}")


def _wait(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        with (
            contextlib.suppress(urllib.error.URLError, ConnectionError),
            urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5),
        ):
            return
        time.sleep(0.2)
    raise RuntimeError(f"The plain site did not start:\n{log.read_text()[-2000:]}")
