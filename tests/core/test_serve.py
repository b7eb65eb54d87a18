"""``digitalradar serve`` waits for its database, refuses a taken address, and stops cleanly."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import suppress

import pytest
from django.core.management import CommandError

from digitalradar.core.listening import address_problem
from digitalradar.core.management.commands import serve

from ..e2e.portal import free_port, running_portal


@pytest.fixture
def clock(monkeypatch):
    """A clock that only sleeping moves."""
    times = {"now": 0.0}
    monkeypatch.setattr(serve.time, "monotonic", lambda: times["now"])
    monkeypatch.setattr(serve.time, "sleep", lambda seconds: times.update(now=times["now"] + seconds))
    monkeypatch.setattr(serve, "database_problem", lambda: None)
    return times


def test_migrations_of_another_machine_are_waited_for(monkeypatch, clock):
    monkeypatch.setattr(serve, "missing_migrations", lambda: ["core.0002"] if clock["now"] < 7 else [])
    said: list[str] = []
    serve.wait_for_database(said.append)
    assert clock["now"] == 7
    assert said == ["The database lacks 1 migrations. Waiting up to 60 seconds ..."]


def test_waiting_ends_with_what_to_do(monkeypatch, clock):
    monkeypatch.setattr(serve, "missing_migrations", lambda: ["core.0002"])
    with pytest.raises(CommandError, match="Run: digitalradar init"):
        serve.wait_for_database(lambda sentence: None)
    assert clock["now"] == pytest.approx(serve.WAIT_SECONDS, abs=2)


def test_taken_address_is_named():
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert address_problem("127.0.0.1", port, patience=0) == (
            f"127.0.0.1:{port} cannot be listened on: address already in use."
        )


def test_address_that_is_just_being_closed_is_waited_for():
    server = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import socket, time; s = socket.create_server(('127.0.0.1', 0)); "
            "print(s.getsockname()[1], flush=True); time.sleep(1)",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    with server:
        assert address_problem("127.0.0.1", int(server.stdout.readline())) is None


@pytest.mark.parametrize("host", ["203.0.113.9", "no such host"])
def test_address_of_another_machine_is_refused(host):
    assert "cannot be listened on" in address_problem(host, free_port(), patience=0)


def children(process: int) -> list[int]:
    """Return the ids of the processes it started."""
    with open(f"/proc/{process}/task/{process}/children", encoding="ascii") as file:
        return [int(number) for number in file.read().split()]


def is_running(process: int) -> bool:
    with suppress(ProcessLookupError):
        os.kill(process, 0)
        return True
    return False


@pytest.mark.slow
def test_killed_server_takes_its_workers_along():
    others = children(os.getpid())
    with running_portal(WEB_WORKERS="2"):
        [server] = set(children(os.getpid())) - set(others)
        keeper, *web_workers = children(server)
        assert len(web_workers) == 2
        workers = [keeper, *web_workers, *children(keeper)]
        assert len(workers) == 4
        os.kill(server, signal.SIGKILL)
        deadline = time.monotonic() + 20
        while any(map(is_running, workers)) and time.monotonic() < deadline:
            time.sleep(0.1)
        assert [worker for worker in workers if is_running(worker)] == []
