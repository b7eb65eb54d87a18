"""Somebody who answers by plain form posts, without a browser: makes runs quickly for tests that look at pages."""

import http.cookiejar
import re
import urllib.parse
import urllib.request
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import yaml

import digitalradar

CHECKS = Path(digitalradar.__file__).parent / "assessments"
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@cache
def dimensions(check: str) -> dict[str, list[dict[str, Any]]]:
    """Return the questions of a check by dimension, as the package holds them."""
    text = (CHECKS / "catalogues" / check / "catalogue.yaml").read_text(encoding="utf-8")
    return {dimension["id"]: dimension["questions"] for dimension in yaml.safe_load(text)["dimensions"]}


def sample_answers(check: str) -> dict[str, str]:
    """Return the answers of the sample firm of a check as forms send them."""
    return dict(_sample_answers(check))


@cache
def _sample_answers(check: str) -> dict[str, str]:
    text = (CHECKS / "samples" / f"{check}.yaml").read_text(encoding="utf-8")
    return {question: str(value) for question, value in yaml.safe_load(text)["answers"].items()}


def same_answers(check: str, value: str, *, of: Iterable[str] | None = None) -> dict[str, str]:
    """Answer every question with ``value``, or those of some dimensions only."""
    chosen = dimensions(check)
    return {question["id"]: value for name in (of or chosen) for question in chosen[name]}


class Visitor:
    """Keeps its cookies like a browser; ``page`` is what it saw last."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.token = ""
        self.page = ""

    def open(self, path: str, fields: dict[str, str] | None = None) -> str:
        """Open a page, or send a form; return the address at which it ended."""
        url = urllib.parse.urljoin(self.address, path)
        body = None if fields is None else urllib.parse.urlencode({**fields, "csrfmiddlewaretoken": self.token})
        with self.opener.open(url, body and body.encode(), timeout=20) as answer:
            self.page = answer.read().decode()
            if found := TOKEN.search(self.page):
                self.token = found[1]
            return answer.url

    def begin(self, check: str, **profile: str) -> str:
        """Begin a run and tell its profile; return its path without language, with a slash at the end."""
        self.open(f"/check/{check}/")
        link = re.match(r".*?(/check/lauf/[^/]+/)", self.open(f"/check/{check}/", {}))
        assert link
        if profile:
            self.open(f"{link[1]}profil/", profile)
        return link[1]

    def answer(self, link: str, check: str, answers: dict[str, str]) -> None:
        """Send the forms of all sections that have one of these answers."""
        for name, questions in dimensions(check).items():
            given = {question["id"]: answers[question["id"]] for question in questions if question["id"] in answers}
            fields = {f"was.{question}": "||" for question in given}
            if given:
                self.open(f"{link}thema/{name}/", fields | {f"value.{key}": value for key, value in given.items()})

    def finish(self, check: str, answers: dict[str, str], **profile: str) -> str:
        """Run through a check to its result; return the path of the run."""
        link = self.begin(check, **profile)
        self.answer(link, check, answers)
        assert self.open(f"{link}ergebnis/", {}).endswith("/ergebnis/"), f"{check} has no result"
        return link

    def repeat(self, link: str) -> str:
        """Repeat a run that has a result; return the path of the new run."""
        self.open(f"{link}ergebnis/")
        found = re.search(r"/check/lauf/[^/]+/", self.open(f"{link}wiederholen/", {}))
        assert found
        assert found[0] != link
        return found[0]

    def share(self, link: str) -> str:
        """Make a link with which others see a result with all answers; return its path."""
        self.open(f"{link}ergebnis/teilen/")
        self.open(f"{link}ergebnis/teilen/", {"go": "new", "with_answers": "1"})
        found = re.search(r"/check/ergebnis/[^/]+/", self.page)
        assert found
        return found[0]
