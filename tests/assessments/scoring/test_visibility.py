"""Conditions: what is true of something missing, and of words instead of stages."""

import pytest

from digitalradar.assessments.scoring import condition_holds, parse_catalogue

from .builders import answers, catalogue, dimension, question, run

DOCUMENT = catalogue(
    dimension("d", "a", question("b", kind="yes_no"), question("c", show_if={"question": "a", "max": 2}))
)
IS_SOLO = {"profile": "solo", "in": ["yes"]}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ({"all": []}, True),
        ({"any": []}, False),
        ({"question": "a", "min": 3}, True),
        ({"question": "a", "min": 4}, False),
        ({"question": "a", "max": 3}, True),
        ({"question": "a", "max": 2}, False),
        ({"question": "a", "in": [3, "na"]}, True),
        ({"question": "a", "in": []}, False),
        ({"question": "b", "in": ["unknown"]}, True),
        ({"question": "b", "min": 1}, False),
        ({"question": "b", "max": 5}, False),
        ({"question": "c", "max": 5}, False),
        ({"not": {"question": "c", "max": 5}}, True),
        ({"profile": "size", "in": ["1-9", "10-49"]}, True),
        (IS_SOLO, False),
        ({"not": IS_SOLO}, True),
        ({"all": [{"not": IS_SOLO}, {"any": [IS_SOLO, {"question": "a", "in": [3]}]}]}, True),
    ],
)
def test_condition(condition, expected):
    given = answers(a=3, b="unknown", c=4)  # c is hidden, so its 4 does not exist
    assert condition_holds(parse_catalogue(DOCUMENT), condition, {"size": "1-9", "solo": None}, given) is expected


def test_stored_answer_comes_back_with_its_question():
    given = answers(a=3, b="yes", c=5)
    assert run(DOCUMENT, given)["dimensions"]["d"]["coverage"]["answered"] == 2
    assert run(DOCUMENT, given | answers(a=2))["dimensions"]["d"]["coverage"]["answered"] == 3


def test_na_makes_a_condition_on_stages_false_and_unknown_too():
    for word in ("na", "unknown"):
        assert run(DOCUMENT, answers(a=word, b="yes", c=5))["hidden_questions"] == ["c"]
