"""Workers are killed while they build documents, again and again; every document that was asked for arrives."""

import random
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Callable
from contextlib import closing

import pytest

from tests.assessments.killable import KillableServer, killable_server
from tests.core.test_serve import children
from tests.e2e.visitor import Visitor, same_answers

pytestmark = pytest.mark.slow

PATIENCE = 60  # seconds for everything to arrive; the lease of a killed worker is 10
KILLS = 8
RUNS = 6


def documents(server: KillableServer) -> list[tuple[str, int, int]]:
    """Return state, attempts and size of every document."""
    with closing(sqlite3.connect(server.database, timeout=20)) as database:
        return database.execute(
            "SELECT state, attempts, coalesce(length(content), 0) FROM assessments_resultdocument ORDER BY id"
        ).fetchall()


def wait_for(happened: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, what
        time.sleep(0.1)


def all_ready(server: KillableServer) -> bool:
    return all(state == "ready" for state, _attempts, _size in documents(server))


def finished_runs(server: KillableServer, count: int) -> list[tuple[Visitor, str]]:
    """Make runs with a result; return who made them with their paths."""
    people = [Visitor(f"http://127.0.0.1:{server.port}") for _ in range(count)]
    return [(person, person.finish("dii", same_answers("dii", "yes"))) for person in people]


def ask(person: Visitor, link: str) -> None:
    """Send the form that asks for the document; a ready one is answered with the file itself."""
    body = urllib.parse.urlencode({"csrfmiddlewaretoken": person.token}).encode()
    with person.opener.open(f"{person.address}{link}ergebnis/pdf/", body, timeout=20) as answer:
        assert answer.status == 200


def take(person: Visitor, link: str) -> bytes:
    with person.opener.open(f"{person.address}{link}ergebnis/pdf/datei/", timeout=20) as answer:
        return answer.read()


def test_document_whose_worker_is_killed_in_the_middle_arrives():
    with killable_server(JOB_WORKER="0") as server:
        server.start()
        [(person, link)] = finished_runs(server, 1)
        ask(person, link)
        assert documents(server) == [("waiting", 0, 0)]

        command = [sys.executable, "-m", "tests.assessments.slow_worker"]
        with subprocess.Popen(command, env=server.environment, stdout=subprocess.PIPE, text=True) as slow:
            assert slow.stdout.readline() == "begun\n"
            assert documents(server) == [("running", 1, 0)]
            slow.kill()

        command = [sys.executable, "-m", "digitalradar.cli", "worker"]
        with subprocess.Popen(command, env=server.environment, stdout=subprocess.PIPE, text=True) as worker:
            try:
                wait_for(lambda: all_ready(server), "The document of the killed worker did not arrive.")
            finally:
                worker.send_signal(signal.SIGTERM)
                assert worker.wait(20) == 0
        [(state, attempts, size)] = documents(server)
        assert (state, attempts) == ("ready", 2)
        assert size > 20_000
        assert take(person, link).startswith(b"%PDF-1.7")


def test_documents_arrive_however_often_the_worker_is_killed():
    chance = random.Random(20261121)
    with killable_server() as server:
        server.start()
        runs = finished_runs(server, RUNS)
        for person, link in runs:
            ask(person, link)
        for _ in range(KILLS):
            time.sleep(chance.uniform(0.0, 0.6))
            kill_workers(server)
        wait_for(lambda: not waiting_or_running(server), "Some documents never came to an end.")
        for person, link in runs:
            ask(person, link)  # what was given up after three kills is asked for once more
        wait_for(lambda: all_ready(server), "Some documents did not arrive.")
        assert len(documents(server)) == RUNS
        assert {take(person, link)[:8] for person, link in runs} == {b"%PDF-1.7"}


def kill_workers(server: KillableServer) -> None:
    """Kill the process that builds documents; its keeper stays."""
    for child in children(server.process_id):
        for worker in children(child):
            subprocess.run(["kill", "-9", str(worker)], check=False)


def waiting_or_running(server: KillableServer) -> bool:
    return any(state in {"waiting", "running"} for state, _attempts, _size in documents(server))
