"""Catalogues that are sent along are bounded, so that one request cannot hold up all others."""

import pytest

from digitalradar.api.limits import MAX_CONDITIONS, MAX_LINKS, MAX_MEASURES, MAX_QUESTIONS
from tests.api.asking import assert_problem, post

pytestmark = pytest.mark.django_db


def catalogue(questions: int = 1, measures: int = 0, lifts: int = 0, parts: int = 0) -> dict:
    """Return a catalogue of this size; ``parts`` are empty conditions of the first question."""
    asked = [{"id": f"q{number}"} for number in range(questions)]
    if parts:
        asked[0]["show_if"] = {"all": [{"all": []}] * parts}
    return {
        "dimensions": [{"id": "d", "questions": asked}],
        "measures": [
            {"id": f"m{number}", "effort": 1, "lifts": [{"question": f"q{place}", "to": 2} for place in range(lifts)]}
            for number in range(measures)
        ],
    }


FITTING = [
    catalogue(questions=MAX_QUESTIONS),
    catalogue(measures=MAX_MEASURES),
    catalogue(questions=MAX_LINKS // 20, measures=20, lifts=MAX_LINKS // 20),
    catalogue(parts=(MAX_CONDITIONS - 2) // 2),
]
TOO_LARGE = [
    (catalogue(questions=MAX_QUESTIONS + 1), "200 questions"),
    (catalogue(measures=MAX_MEASURES + 1), "150 measures"),
    (catalogue(questions=MAX_LINKS // 20 + 1, measures=20, lifts=MAX_LINKS // 20 + 1), "2000 lifts"),
    (catalogue(parts=MAX_CONDITIONS // 2), "5000 parts of conditions"),
]


@pytest.mark.parametrize("sent", FITTING)
def test_catalogue_at_the_limit_is_scored(sent):
    assert post("score", {"catalogue": sent}).status_code == 200


@pytest.mark.parametrize(("sent", "words"), TOO_LARGE)
def test_catalogue_above_a_limit_is_refused(sent, words):
    told = assert_problem(post("score", {"catalogue": sent}), 422, "catalogue_too_large")
    assert (told["path"], words in told["reason"]) == ("catalogue", True)


@pytest.mark.parametrize("field", ["short", "main"])
def test_both_catalogues_of_a_suggestion_are_bounded(field):
    body = {"op": "prefill", "short": catalogue(), "main": catalogue(), field: catalogue(MAX_QUESTIONS + 1)}
    assert assert_problem(post("score", body), 422, "catalogue_too_large")["path"] == field


@pytest.mark.parametrize("run", ["old", "new"])
def test_both_catalogues_of_a_comparison_are_bounded(run):
    body = {"op": "compare", "old": {"catalogue": catalogue()}, "new": {"catalogue": catalogue()}}
    body[run] = {"catalogue": catalogue(MAX_QUESTIONS + 1)}
    assert assert_problem(post("score", body), 422, "catalogue_too_large")["path"] == f"{run}.catalogue"


@pytest.mark.parametrize(
    "sent",
    [None, [], "x", {}, {"dimensions": "x"}, {"dimensions": [None, 1, {"questions": "x"}]}, {"measures": {"a": 1}}],
)
def test_what_is_no_catalogue_is_for_the_engine_to_refuse(sent):
    code = "invalid_request" if sent is None else "invalid_catalogue"
    assert_problem(post("score", {"catalogue": sent}), 422, code)


def test_conditions_may_be_nested_as_deeply_as_json_allows():
    nested = b'{"not":' * 200 + b'{"all":[]}' + b"}" * 200
    body = b'{"catalogue":{"dimensions":[{"id":"d","questions":[{"id":"q","show_if":' + nested + b"}]}]}}"
    assert_problem(post("score", body), 422, "invalid_catalogue")
