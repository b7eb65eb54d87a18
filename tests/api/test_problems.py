"""Refusals: problem details in the language asked for, whoever decided on them, and never a page."""

import io
import json

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.utils.translation import override

from digitalradar.api.problem_texts import KINDS
from digitalradar.core import rate_limit
from tests.api.asking import assert_problem, get, post
from tests.factories.assessments import shipped

pytestmark = pytest.mark.django_db

QUESTION = "strategie.ziel"


@pytest.fixture(autouse=True)
def main_check():
    shipped()


def score(**body):
    return post("catalogues/digital-check/score", body)


@pytest.mark.parametrize(
    ("body", "code", "path"),
    [
        (b'{"answers":{"strategie.ziel":{"value":2.5}}}', "invalid_answer", "answers[strategie.ziel].value"),
        (b'{"answers":{"strategie.ziel":{"value":3.0}}}', "invalid_answer", "answers[strategie.ziel].value"),
        (b'{"answers":{"strategie.ziel":{"value":"3"}}}', "invalid_answer", "answers[strategie.ziel].value"),
        (b'{"answers":{"strategie.ziel":{"value":true}}}', "invalid_answer", "answers[strategie.ziel].value"),
        (b'{"answers":{"strategie.ziel":{"value":6}}}', "invalid_answer", "answers[strategie.ziel].value"),
        (b'{"answers":{"strategie.ziel":{"value":"yes"}}}', "invalid_answer", "answers[strategie.ziel].value"),
        (b'{"answers":{"strategie.ziel":{"relevance":4}}}', "invalid_relevance", "answers[strategie.ziel].relevance"),
        (b'{"answers":{"strategie.ziel":3}}', "invalid_request", "answers[strategie.ziel]"),
        (b'{"answers":[]}', "invalid_request", "answers"),
        (b'{"profile":{"size":9}}', "invalid_request", "profile.size"),
        (b'{"targets":{"nirgends":3}}', "invalid_target", "targets"),
        (b'{"targets":{"technik":3.5}}', "invalid_target", "targets[technik]"),
        (b'{"done":"datensicherung"}', "invalid_request", "done"),
        (b"[]", "invalid_request", None),
        (b"null", "invalid_request", None),
        (b'"score"', "invalid_request", None),
    ],
)
def test_wrong_values_are_refused_with_their_place(body, code, path):
    told = assert_problem(post("catalogues/digital-check/score", body), 422, code)
    assert told.get("path") == path
    assert told["reason"]


@pytest.mark.parametrize(
    "body",
    [
        *(b" ", b"{", b"\xff\xfe{}", b'{"answers":{"\xc3\x28":1}}', b"{'answers':{}}", b"\xef\xbb\xbf{}"),
        *(b'{"answers":NaN}', b'{"answers":Infinity}', b'{"answers":{},"answers":{}}', b'{"a":1,}', b"{}{}"),
        *(b"[" * 100_000, b'{"a":' * 40_000 + b"1" + b"}" * 40_000, b'{"targets":{"technik":' + b"9" * 5000 + b"}}"),
        b'{"targets":{"technik":1e999999999999999999999}}',
    ],
)
@pytest.mark.parametrize("path", ["score", "catalogues/digital-check/score"])
def test_unreadable_json_is_refused(path, body):
    assert_problem(post(path, body), 400, "unreadable_json")


@pytest.mark.parametrize(
    "body", [rb'{"answers":{"\ud800":1}}', rb'{"answers":{"\u0000":1},"profile":{"\ud800":"\u0000"}}']
)
def test_odd_characters_are_only_ids_that_nobody_knows(body):
    answer = post("catalogues/digital-check/score", body)
    assert answer.status_code == 200
    assert json.loads(answer.content)["ignored_answers"] == list(json.loads(body)["answers"])


def test_odd_characters_in_a_refusal_stay_readable():
    told = assert_problem(post("catalogues/digital-check/score", rb'{"profile":{"\ud800":1}}'), 422, "invalid_request")
    assert told["path"] == "profile.\ud800"


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "text/json", "", "x"])
def test_other_formats_are_refused(content_type):
    assert_problem(post("score", b"{}", content_type=content_type), 415, "unsupported_media_type")


def test_json_may_say_its_charset():
    assert (
        post("catalogues/digital-check/score", b"{}", content_type="application/json; charset=utf-8").status_code == 200
    )


@pytest.mark.parametrize("path", ["score", "catalogues/digital-check/score"])
def test_large_body_is_refused_before_it_is_read(path):
    told = assert_problem(post(path, b'"' + b"x" * settings.API_BODY_LIMIT + b'"'), 413, "body_too_large")
    assert "256 000 Bytes" in told["detail"]


def test_body_that_breaks_off_is_no_error_of_ours():
    class BrokenOff(io.BytesIO):
        def read(self, *args):
            raise OSError("connection reset")

    sent = {"wsgi.input": BrokenOff(), "CONTENT_LENGTH": "9", "CONTENT_TYPE": "application/json"}
    assert_problem(Client().post("/api/v1/score", **sent), 400, "bad_request")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "catalogues/",
        "catalogue",
        "score/",
        "catalogues/a%20b",
        "catalogues/digital-check/",
        "catalogues/../score",
        "%F0",
    ],
)
def test_address_that_does_not_exist_is_told(path):
    assert_problem(get(path), 404, "not_found")
    assert_problem(Client().get(f"/api/v2/{path}"), 404, "not_found")


@pytest.mark.parametrize("query", ["version=%FF", "version=%00", "x=%C3%28"])
def test_broken_text_in_the_address_is_told(query):
    assert_problem(get(f"catalogues?{query}"), 400, "bad_request")


def test_refusals_come_in_the_language_asked_for():
    told = {
        header: get("catalogues/x", header)
        for header in (
            "",
            "de",
            "en",
            "en-GB,de;q=0.5",
            "fr,en;q=0.3",
            "fr",
            "de;q=0,en",
            "*",
            "en;q=0",
            "\xff",
            "x" * 9000,
        )
    }
    expected = {"en", "en-GB,de;q=0.5", "fr,en;q=0.3", "de;q=0,en"}
    assert {header for header, answer in told.items() if answer["Content-Language"] == "en"} == expected
    for answer in told.values():
        with override(answer["Content-Language"]):
            assert json.loads(answer.content)["title"] == str(KINDS["unknown_catalogue"].title)
        assert "Accept-Language" in answer["Vary"]


def test_every_kind_has_a_title_in_both_languages():
    for kind in KINDS.values():
        assert str(kind.title)
        assert str(kind.explanation).endswith(".")


def test_error_of_ours_shows_nothing_and_needs_no_database(monkeypatch):
    def fail(*args):
        raise RuntimeError("password=s3cret")

    def refuse(*args):
        raise AssertionError("The answer asked the database.")

    monkeypatch.setattr("digitalradar.api.views.catalogues.active_versions", fail)
    with connection.execute_wrapper(refuse):
        answer = Client(raise_request_exception=False).get("/api/v1/catalogues")
    assert_problem(answer, 500, "server_error")
    assert b"s3cret" not in answer.content
    assert answer["X-Request-ID"]


@pytest.mark.parametrize("path", ["score", "catalogues/digital-check/score"])
def test_too_many_requests_are_told_to_wait(settings, monkeypatch, path):
    settings.RATE_LIMITS = True
    monkeypatch.setattr(rate_limit, "_key", lambda *_: "counter-of-this-test")
    cache.set("counter-of-this-test", 10_000)
    answer = post(path, {})
    assert_problem(answer, 429, "too_many_requests")
    assert 1 <= int(answer["Retry-After"]) <= 60


def test_load_tests_may_lift_the_limits(monkeypatch):
    monkeypatch.setattr(rate_limit, "_key", lambda *_: "counter-of-this-test")
    cache.set("counter-of-this-test", 10_000)
    assert score().status_code == 200


def test_reading_is_not_limited(settings, monkeypatch):
    settings.RATE_LIMITS = True
    monkeypatch.setattr(rate_limit, "_key", lambda *_: "counter-of-this-test")
    cache.set("counter-of-this-test", 10_000)
    assert get("catalogues/digital-check").status_code == 200
