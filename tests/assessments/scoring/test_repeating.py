"""Answers of the last run as suggestions for the next one (scoring.md, section 16)."""

import pytest

from digitalradar.assessments.scoring import parse_catalogue, repeat


def catalogue(*questions: dict, family: str = "main"):
    return parse_catalogue(
        {
            "id": "c",
            "family": family,
            "min_dimensions": 1,
            "dimensions": [{"id": "theme", "questions": list(questions)}],
        }
    )


def suggested(old, new, answers, profile=None) -> dict:
    found = repeat(old, new, profile, {key: {"value": value} for key, value in answers.items()})
    return {key: (entry["suggested"], entry["from"]) for key, entry in found["suggestions"].items()}


def test_same_id_suggests_the_old_stage_and_never_unknown_or_not_applicable():
    same = catalogue({"id": "a"}, {"id": "b"}, {"id": "c"}, {"id": "d"})
    assert suggested(same, same, {"a": 2, "b": "unknown", "c": "na"}) == {"a": (2, "a")}


def test_new_id_takes_the_place_of_the_old_one_through_its_map():
    old = catalogue({"id": "a"}, {"id": "b"})
    new = catalogue(
        {"id": "x", "replaces": {"id": "a", "stages": {"2": 3}}}, {"id": "y", "replaces": {"id": "b", "stages": {}}}
    )
    assert suggested(old, new, {"a": 2, "b": 4}) == {"x": (3, "a"), "y": (4, "b")}
    assert suggested(old, new, {"a": 5}) == {}


def test_other_kind_or_hidden_answer_suggests_nothing():
    old = catalogue({"id": "a"}, {"id": "b", "show_if": {"question": "a", "min": 3}})
    assert suggested(old, catalogue({"id": "a", "kind": "yes_no"}), {"a": 2}) == {}
    assert suggested(old, old, {"a": 1, "b": 4}) == {"a": (1, "a")}


@pytest.mark.parametrize(("stages", "expected"), [(None, "yes"), ({"5": 1}, "no"), ({"5": 3}, None), ({"1": 1}, None)])
def test_words_go_by_way_of_their_stage(stages, expected):
    old = catalogue({"id": "a", "kind": "yes_no"})
    replaced = {"id": "a"} | ({"stages": stages} if stages else {})
    new = catalogue({"id": "x", "kind": "yes_no", "replaces": replaced})
    assert suggested(old, new, {"a": "yes"}) == ({"x": (expected, "a")} if expected else {})


def test_requirements_of_the_cyber_check_are_carried_as_words():
    same = catalogue({"id": "a", "kind": "requirement"}, {"id": "b", "kind": "requirement"}, family="cyber")
    assert suggested(same, same, {"a": "met", "b": "unknown"}) == {"a": ("met", "a")}
