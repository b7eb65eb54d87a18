"""Measures: the worked example 10 and the rules around it."""

import pytest

from .builders import answers, catalogue, dimension, picked, question, row, run, staged

DIMENSIONS = (dimension("s", "s1", "s2"), dimension("p", "p1", "p2"))
ERP = {"id": "erp", "effort": 4, "lifts": [{"question": "p1", "to": 4}, {"question": "p2", "to": 4}]}
BACKUP = {"id": "backup", "effort": 2, "requires": ["inventar"], "lifts": [{"question": "s1", "to": 3}]}
INVENTAR = {
    "id": "inventar",
    "effort": 1,
    "lifts": [{"question": "s2", "to": 3}, {"question": "p2", "to": 2, "share": 0.25}],
}
RECHNUNG = {"id": "rechnung", "effort": 1, "lifts": [{"question": "p1", "to": 3}]}
EXAMPLE = catalogue(*DIMENSIONS, measures=[ERP, BACKUP, INVENTAR, RECHNUNG])
ANSWERS = answers(s1=1, s2=2, p1=(2, 2), p2=(1, 0))
SIZE = {"size": "10-49"}


def _order(result):
    return [item["id"] for item in result["measures"]]


def test_example_10_values():
    result = run(EXAMPLE, ANSWERS, profile=SIZE)
    assert result["dimensions"]["p"]["gap"] == "33.3333"
    assert result["measures"] == [
        {
            "id": "inventar",
            "priority": "2.8000",
            "own_priority": "1.9583",
            "benefit": "1.9583",
            "effort": 1,
            "waits_for": [],
            "needed_for": ["backup"],
        },
        {
            "id": "backup",
            "priority": "2.8000",
            "own_priority": "2.8000",
            "benefit": "3.5000",
            "effort": 2,
            "waits_for": ["inventar"],
            "needed_for": [],
        },
        {
            "id": "rechnung",
            "priority": "1.6667",
            "own_priority": "1.6667",
            "benefit": "1.6667",
            "effort": 1,
            "waits_for": [],
            "needed_for": [],
        },
        {
            "id": "erp",
            "priority": "1.6667",
            "own_priority": "1.6667",
            "benefit": "3.3333",
            "effort": 4,
            "waits_for": [],
            "needed_for": [],
        },
    ]


def test_example_10_satisfied_prerequisite_is_not_listed():
    result = run(EXAMPLE, ANSWERS | answers(s2=3), profile=SIZE)
    assert _order(result)[0] == "backup"
    assert "inventar" not in _order(result)
    assert result["measures"][0]["waits_for"] == []


def test_example_10_third_place_belongs_to_the_largest_gap():
    measures = [
        {"id": "a", "effort": 1, "lifts": [{"question": "s1", "to": 3}]},
        {"id": "b", "effort": 1, "lifts": [{"question": "s2", "to": 3}]},
        {"id": "c", "effort": 1, "lifts": [{"question": "s1", "to": 3}]},
        {"id": "d", "effort": 5, "lifts": [{"question": "p2", "to": 3}]},
    ]
    document = catalogue(*DIMENSIONS, measures=measures)
    given = answers(s1=(1, 3), s2=(1, 3), p1=1, p2=1)
    result = run(document, given, targets={"s": 3, "p": 4})
    assert [picked(item, "id", "own_priority") for item in result["measures"]] == [
        ("a", "5.0000"),
        ("b", "5.0000"),
        ("d", "2.0000"),
        ("c", "5.0000"),
    ]


def test_third_place_goes_to_the_way_to_the_largest_gap():
    """What opens the way to the gap leads to it, too, even without a benefit of its own."""
    measures = [
        {"id": "a", "effort": 1, "lifts": [{"question": "s1", "to": 3}]},
        {"id": "b", "effort": 1, "lifts": [{"question": "s2", "to": 3}]},
        {"id": "c", "effort": 1, "lifts": [{"question": "s1", "to": 3}]},
        {"id": "d", "effort": 5, "requires": ["first"], "lifts": [{"question": "p2", "to": 3}]},
        {"id": "first", "effort": 1},
    ]
    document = catalogue(*DIMENSIONS, measures=measures)
    result = run(document, answers(s1=(1, 3), s2=(1, 3), p1=1, p2=1), targets={"s": 3, "p": 4})
    assert _order(result) == ["a", "b", "first", "c", "d"]
    assert picked(result["measures"][2], "benefit", "priority", "needed_for") == ("0.0000", "2.0000", ["d"])


def test_first_places_are_left_alone_when_one_leads_to_the_gap_anyway():
    measures = [
        {"id": "d", "effort": 1, "lifts": [{"question": "p2", "to": 3}]},
        {"id": "a", "effort": 1, "lifts": [{"question": "s1", "to": 3}]},
        {"id": "b", "effort": 1, "lifts": [{"question": "s2", "to": 3}]},
        {"id": "e", "effort": 5, "lifts": [{"question": "p1", "to": 3}]},
    ]
    result = run(catalogue(*DIMENSIONS, measures=measures), answers(s1=1, s2=1, p1=1, p2=1), targets={"s": 3, "p": 4})
    assert _order(result) == ["d", "a", "b", "e"]


def _measured(lifts, given, count=2, **more):
    measure = {"id": "m", "effort": 1, "lifts": lifts, **more}
    return run(staged(count, measures=[measure]), given)["measures"]


@pytest.mark.parametrize(
    ("lift", "value", "benefit"),
    [
        ({"to": 5}, 1, "4.0000"),  # only up to the target 3: two steps, gap 50 doubles them
        ({"to": 2}, 1, "2.0000"),
        ({"from": 2, "to": 5}, 1, None),  # comes too early
        ({"to": 3}, 3, None),
        ({"to": 3}, "na", None),
        ({"to": 3}, "unknown", None),
        ({"to": 3}, None, None),
        ({"to": 3, "share": 0.5}, 1, "2.0000"),
    ],
)
def test_steps_of_a_lift(lift, value, benefit):
    found = _measured([{"question": "q1", **lift}], row(value), count=1)
    assert [item["benefit"] for item in found] == ([benefit] if benefit else [])


def test_gap_factor_is_one_without_a_score():
    found = _measured([{"question": "q1", "to": 3}], row(1), count=4)
    assert [item["benefit"] for item in found] == ["2.0000"]


def test_yes_and_no_have_the_stages_5_and_1():
    measures = [{"id": "m", "effort": 1, "lifts": [{"question": "q1", "to": 5}]}]
    document = catalogue(dimension("d", question("q1", kind="yes_no")), measures=measures)
    assert run(document, row("no"))["measures"][0]["benefit"] == "4.0000"
    assert run(document, row("yes"))["measures"] == []


def test_main_lift_alone_decides_whether_a_measure_is_satisfied():
    lifts = [{"question": "q1", "to": 3}, {"question": "q2", "to": 3, "share": 0.25}]
    assert _measured(lifts, row(3, 1)) == []
    assert _measured(lifts, row("na", 1)) == []
    assert [item["id"] for item in _measured(lifts, row("unknown", 1))] == ["m"]
    assert [item["id"] for item in _measured(lifts, row(2, 1))] == ["m"]


def test_done_and_hidden_measures_are_satisfied():
    lifts = [{"question": "q1", "to": 3}]
    document = staged(1, measures=[{"id": "m", "effort": 1, "lifts": lifts}])
    assert run(document, row(1), done=["m", "gone"])["measures"] == []
    assert _measured(lifts, row(1), count=1, show_if={"profile": "size", "in": ["1-9"]}) == []
    assert len(_measured(lifts, row(1, 5), show_if={"question": "q2", "min": 4})) == 1


def test_prerequisite_without_lifts_is_listed_unless_done():
    measures = [
        {"id": "m", "effort": 3, "requires": ["k", "l"], "lifts": [{"question": "q1", "to": 3}]},
        {"id": "l", "effort": 5},
        {"id": "k", "effort": 1},
    ]
    document = staged(1, measures=measures)
    result = run(document, row(1))["measures"]
    assert [picked(item, "id", "priority", "own_priority", "waits_for", "needed_for") for item in result] == [
        ("k", "2.6667", "0.0000", [], ["m"]),
        ("l", "2.6667", "0.0000", [], ["m"]),
        ("m", "2.6667", "2.6667", ["k", "l"], []),
    ]
    assert _order(run(document, row(1), done=["k"])) == ["l", "m"]


def test_what_a_satisfied_prerequisite_requires_is_not_dragged_in():
    measures = [
        {"id": "m", "effort": 1, "requires": ["k"], "lifts": [{"question": "q1", "to": 3}]},
        {"id": "k", "effort": 1, "requires": ["j"]},
        {"id": "j", "effort": 1},
    ]
    document = staged(1, measures=measures)
    assert _order(run(document, row(1))) == ["j", "k", "m"]
    assert _order(run(document, row(1), done=["k"])) == ["m"]


def test_ties_go_to_the_higher_own_value_then_smaller_effort_then_catalogue_order():
    lift = [{"question": "q1", "to": 2}]
    measures = [
        {"id": "x", "effort": 2, "lifts": [{"question": "q1", "to": 2}, {"question": "q2", "to": 2, "share": 0.25}]},
        {"id": "y", "effort": 1, "lifts": lift},
        {"id": "z", "effort": 1, "lifts": lift},
    ]
    assert _order(run(staged(2, measures=measures), row(1, 1))) == ["y", "z", "x"]


def test_at_equal_priority_an_own_value_comes_before_an_inherited_one():
    lift = [{"question": "q1", "to": 3}]
    measures = [
        {"id": "first", "effort": 1},
        {"id": "late", "effort": 3, "requires": ["first"], "lifts": lift},
        {"id": "own", "effort": 3, "lifts": lift},
    ]
    assert _order(run(staged(1, measures=measures), row(1))) == ["own", "first", "late"]
