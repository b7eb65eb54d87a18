"""Somebody who answers over HTTP without pause and keeps book of what the server acknowledged."""

import http.client
import json
import random
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode

from tests.assessments.views.page import Page

VALUES = ["1", "2", "3", "4", "5", "unknown"]
PAUSE = 0.05  # seconds between two tries while the server is away
TIMEOUT = 30


class Away(Exception):
    """The server did not answer: nobody knows whether it did what was asked."""


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    location: str
    content: bytes


class Connection:
    """A browser without script: cookies, one connection, opened anew when it broke."""

    def __init__(self, port: int) -> None:
        self._http = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
        self._cookies: dict[str, str] = {}

    def close(self) -> None:
        self._http.close()

    def get(self, path: str) -> Answer:
        return self._request("GET", path, None)

    def post(self, path: str, data: dict[str, str]) -> Answer:
        return self._request("POST", path, urlencode(data))

    def _request(self, method: str, path: str, body: str | None) -> Answer:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        try:
            self._http.request(method, path, body, headers)
            got = self._http.getresponse()
            content = got.read()
        except (OSError, http.client.HTTPException) as error:
            self._http.close()
            raise Away from error
        for name, morsel in SimpleCookie("; ".join(got.headers.get_all("Set-Cookie", []))).items():
            self._cookies[name] = morsel.value
        return Answer(got.status, got.headers.get("Location", ""), content)


class Respondent(threading.Thread):
    """Answers ``questions`` (by dimension) of one run, by script or by form, until told to stop.

    ``acknowledged`` holds the last value the server said it has, ``unsure`` what was sent after that without a reply.
    """

    def __init__(self, port: int, link: str, questions: dict[str, list[str]], stop: threading.Event, seed: int) -> None:
        super().__init__(daemon=True)
        self.acknowledged: dict[str, str] = {}
        self.unsure: dict[str, set[str]] = {}
        self.replies = 0
        self.breaks = 0
        self.failure: BaseException | None = None
        self._connection = Connection(port)
        self._link = link
        self.questions = questions
        self._stop_asked = stop
        self._chance = random.Random(seed)
        self._token = ""

    def run(self) -> None:
        try:
            while not self._stop_asked.is_set():
                self._once()
        except BaseException as error:  # told by the test, in its own thread
            self.failure = error
        finally:
            self._connection.close()

    def possible(self, question: str) -> set[str]:
        """Return the values of which one has to be stored; an empty text stands for none."""
        return {self.acknowledged.get(question, "")} | self.unsure.get(question, set())

    def _once(self) -> None:
        dimension = self._chance.choice(sorted(self.questions))
        question = self._chance.choice(self.questions[dimension])
        value = self._chance.choice(VALUES)
        by_form = self._chance.random() < 0.3 or not self._token
        try:
            send = self._by_form(dimension, question, value) if by_form else self._by_script(question, value)
            self.unsure.setdefault(question, set()).add(value)
            send()
        except Away:
            self.breaks += 1
            self._stop_asked.wait(PAUSE)
        else:
            self.replies += 1
            self.acknowledged[question] = value
            self.unsure.pop(question)

    def _by_script(self, question: str, value: str) -> Callable[[], None]:
        data = {"question": question, "value": value, "csrfmiddlewaretoken": self._token}

        def send() -> None:
            answer = self._connection.post(f"{self._link}antwort/", data)
            assert answer.status == 200, answer.content
            assert json.loads(answer.content)["answers"][question].split("|")[0] == value

        return send

    def _by_form(self, dimension: str, question: str, value: str) -> Callable[[], None]:
        address = f"{self._link}thema/{dimension}/"
        page = Page(self._ok(self._connection.get(address)))
        self._token = page.hidden["csrfmiddlewaretoken"]
        data = page.form_data(**{f"value.{question}": value, "go": "stay"})

        def send() -> None:
            answer = self._connection.post(address, data)
            assert (answer.status, answer.location) == (302, address), answer.content

        return send

    @staticmethod
    def _ok(answer: Answer) -> Answer:
        assert answer.status == 200, answer.content
        return answer


def begin_run(port: int, catalogue: str = "digital-check") -> str:
    """Begin a run over HTTP and return the path of its private link."""
    start = f"/check/{catalogue}/"
    with closing(Connection(port)) as connection:
        page = Page(connection.get(start))
        answer = connection.post(start, page.form_data(size="10-49"))
    assert answer.status == 302, answer.content
    return answer.location.partition("thema/")[0]


def stored_text(answers: dict[str, Any], question: str) -> str:
    """Return a stored value as a form writes it; empty without one."""
    return str(answers.get(question, {}).get("value", ""))
