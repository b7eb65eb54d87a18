"""Two servers on one database, each with kept pages of its own: what a third process changes, both show at once."""

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from .portal import Portal, clean_environment, free_port, running_portal, wait_until_ready

pytestmark = pytest.mark.e2e
GUIDE = "/leitfaeden/datensicherung/"
SEEN_WITHIN = 6.0  # seconds, where nobody could announce the change: five until the servers ask, and one to answer
CHANGE = """
from digitalradar.knowledge.models import GuidePage
guide = GuidePage.objects.get(slug="datensicherung", locale__language_code="de")
guide.promise = "{promise}"
"""
PUBLISH = "guide.save_revision().publish()"
DIE_AFTER_COMMIT = """
import os
from digitalradar.core.page_cache import forgetting
forgetting.Announcement.__call__ = lambda self: os._exit(9)
guide.save_revision().publish()
"""


def environment_of(portal: Portal, port: int) -> dict[str, str]:
    return clean_environment() | {
        "DIGITALRADAR_DATA_DIR": str(portal.data_dir),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        "HOST": "127.0.0.1",
        "PORT": str(port),
        "JOB_WORKER": "0",
    }


@contextmanager
def second_server(portal: Portal) -> Iterator[str]:
    """Serve the same installation once more; yield the address."""
    port = free_port()
    log = portal.data_dir / "second.log"
    command = [sys.executable, "-m", "digitalradar.cli", "serve"]
    with log.open("wb") as stream:
        process = subprocess.Popen(command, env=environment_of(portal, port), stdout=stream, stderr=stream)
        try:
            wait_until_ready(f"http://127.0.0.1:{port}", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(20)


def promise_on(address: str) -> str:
    with urllib.request.urlopen(f"{address}{GUIDE}", timeout=30) as answer:
        page = answer.read().decode()
    return page.partition('<p class="lead">')[2].partition("</p>")[0]


def run_elsewhere(portal: Portal, code: str) -> int:
    """Run code in a process of its own on the portal's database; return how it ended."""
    command = [sys.executable, "-m", "django", "shell", "--no-imports", "-c", code]
    ran = subprocess.run(command, env=environment_of(portal, 8000), capture_output=True, text=True, check=False)
    assert ran.returncode in {0, 9}, ran.stderr
    return ran.returncode


def test_both_servers_show_what_a_third_process_published():
    with running_portal(JOB_WORKER="0") as portal, second_server(portal) as other:
        servers = portal.address, other
        before = [promise_on(server) for server in servers]
        assert before[0] == before[1] != ""
        assert run_elsewhere(portal, CHANGE.format(promise="Alles ist neu.") + PUBLISH) == 0
        assert [promise_on(server) for server in servers] == ["Alles ist neu."] * 2
        ended = run_elsewhere(portal, CHANGE.format(promise="Und noch einmal.") + DIE_AFTER_COMMIT)
        assert ended == 9
        time.sleep(SEEN_WITHIN)
        assert [promise_on(server) for server in servers] == ["Und noch einmal."] * 2
