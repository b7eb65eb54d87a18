"""From the short check to the main check: section by section of the rule."""

import pytest

from digitalradar.assessments.scoring import parse_catalogue, prefill

from .builders import answers, catalogue, dimension, question

MAIN = catalogue(dimension("d", "a", "b", "c", question("yn", kind="yes_no")))


def _suggest(given, *questions):
    short = catalogue(dimension("k", *questions), family="short")
    return prefill(parse_catalogue(short), parse_catalogue(MAIN), None, given)["suggestions"]


def _to(*names, stages=None):
    return [{"question": name, "stages": stages} for name in names]


def test_stage_becomes_a_suggestion_for_each_question_it_maps_to():
    given = _suggest(answers(k1=2), question("k1", maps_to=_to("b", "a", "gone")))
    assert given == {"a": {"suggested": 2, "from": "k1"}, "b": {"suggested": 2, "from": "k1"}}
    assert list(given) == ["a", "b"]


@pytest.mark.parametrize("value", ["na", "unknown", None])
def test_words_and_nothing_are_not_carried(value):
    assert _suggest(answers(k1=value), question("k1", maps_to=_to("a"))) == {}


@pytest.mark.parametrize(("value", "stage"), [("yes", 5), ("no", 1)])
def test_yes_and_no_are_carried_as_stages(value, stage):
    found = _suggest(answers(k1=value), question("k1", kind="yes_no", maps_to=_to("a", "yn")))
    assert found == {"a": {"suggested": stage, "from": "k1"}}  # a yes/no question takes no stage


def test_stages_go_through_the_map():
    mapped = question("k1", maps_to=_to("a", stages={"2": 4}))
    assert _suggest(answers(k1=2), mapped) == {"a": {"suggested": 4, "from": "k1"}}
    assert _suggest(answers(k1=3), mapped) == {}
    assert _suggest(answers(k1=3), question("k1", maps_to=_to("a", stages={}))) == {"a": {"suggested": 3, "from": "k1"}}


def test_lower_stage_wins_and_then_the_earlier_question():
    questions = [question(name, maps_to=_to("a")) for name in ("k1", "k2", "k3")]
    assert _suggest(answers(k1=4, k2=2, k3=2), *questions) == {"a": {"suggested": 2, "from": "k2"}}


def test_hidden_short_questions_suggest_nothing():
    hidden = question("k2", maps_to=_to("a"), show_if={"question": "k1", "min": 3})
    assert _suggest(answers(k1=2, k2=5), "k1", hidden) == {}
