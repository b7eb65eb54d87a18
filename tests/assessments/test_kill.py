"""The server is killed while people answer: what it acknowledged is kept, and the database stays sound."""

import json
import random
import sqlite3
import threading
import time
from contextlib import closing

import pytest

from digitalradar.assessments.catalogue import read_catalogue
from digitalradar.assessments.services.catalogues import SHIPPED
from digitalradar.assessments.tokens import hash_token
from tests.assessments.killable import KillableServer, killable_server
from tests.assessments.respondent import Respondent, begin_run, stored_text

pytestmark = pytest.mark.slow

KILLS = 20
RUNS = 4
PER_RUN = 2  # two devices answer the same run, each its own questions
SHORTEST, LONGEST = 0.15, 0.8  # seconds from the first answer of a server to its end


def shares() -> list[dict[str, list[str]]]:
    """Deal the questions of every dimension out to the devices of one run."""
    dealt: list[dict[str, list[str]]] = [{} for _ in range(PER_RUN)]
    for dimension in read_catalogue(SHIPPED / "digital-check").data["dimensions"]:
        ids = [question["id"] for question in dimension["questions"]]
        for part, share in enumerate(dealt):
            share[dimension["id"]] = ids[part::PER_RUN]
    return dealt


def stored_answers(server: KillableServer, link: str) -> dict:
    token = link.split("/")[-2]
    with closing(sqlite3.connect(server.database)) as database:
        (answers,) = database.execute(
            "SELECT answers FROM assessments_assessment WHERE token_hash = ?", [hash_token(token)]
        ).fetchone()
    return json.loads(answers)


def test_no_acknowledged_answer_is_lost_when_the_server_is_killed_again_and_again():
    chance = random.Random(20261120)
    stop = threading.Event()
    with killable_server(WEB_WORKERS="2") as server:
        server.start()
        links = [begin_run(server.port) for _ in range(RUNS)]
        people = [
            Respondent(server.port, link, share, stop, seed=number)
            for number, (link, share) in enumerate((link, share) for link in links for share in shares())
        ]
        for person in people:
            person.start()
        for _ in range(KILLS):
            time.sleep(chance.uniform(SHORTEST, LONGEST))
            server.kill()
            server.start()
        time.sleep(LONGEST)
        stop.set()
        for person in people:
            person.join(60)
        server.kill()

        assert [person.failure for person in people if person.failure] == []
        with closing(sqlite3.connect(server.database)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        for person, link in zip(people, [link for link in links for _ in range(PER_RUN)], strict=True):
            answers = stored_answers(server, link)
            for questions in person.questions.values():
                for question in questions:
                    assert stored_text(answers, question) in person.possible(question), question
        assert sum(person.breaks for person in people) >= KILLS
        assert sum(person.replies for person in people) >= KILLS * len(people)
