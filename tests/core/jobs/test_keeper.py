"""The keeper replaces a worker that dies and takes it along when it stops. A process of its own, as in real life."""

import signal
import subprocess
import sys
import time

import pytest

from tests.core.test_serve import children, is_running

KEEPER = """
import time
from digitalradar.core.jobs.keeper import Keeper

def work():
    print("begun", flush=True)
    {body}

Keeper(work).run()
print("ended", flush=True)
"""


@pytest.fixture
def keep():
    """Start keepers; kill what is left of them."""
    started: list[subprocess.Popen] = []

    def start(body: str) -> subprocess.Popen:
        command = [sys.executable, "-c", KEEPER.format(body=body)]
        started.append(subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True))
        return started[-1]

    yield start
    for process in started:
        process.kill()
        process.communicate()


def test_killed_worker_is_replaced_and_ends_with_its_keeper(keep):
    keeper = keep("time.sleep(60)")
    assert keeper.stdout.readline() == "begun\n"
    [first] = children(keeper.pid)
    subprocess.run(["kill", "-9", str(first)], check=True)
    assert keeper.stdout.readline() == "begun\n"
    [second] = children(keeper.pid)
    assert second != first
    keeper.send_signal(signal.SIGTERM)
    assert keeper.stdout.readline() == "ended\n"
    assert keeper.wait(10) == 0
    assert not is_running(second)


def test_worker_that_has_done_its_share_is_replaced_at_once(keep):
    keeper = keep("time.sleep(0.01)")
    begun = time.monotonic()
    for _ in range(5):
        assert keeper.stdout.readline() == "begun\n"
    assert time.monotonic() - begun < 5
    keeper.send_signal(signal.SIGINT)
    assert keeper.wait(10) == 0


def test_workers_that_die_at_once_come_back_slower_and_slower(keep):
    keeper = keep("raise ValueError('broken')")
    begun = time.monotonic()
    for _ in range(3):
        assert keeper.stdout.readline() == "begun\n"
    assert time.monotonic() - begun > 2.5  # pauses of one and two seconds
    keeper.send_signal(signal.SIGTERM)
    assert keeper.wait(10) == 0
