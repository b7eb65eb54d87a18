"""Which groups may be shown: worked example 15, first half."""

import pytest

from digitalradar.assessments.scoring import partition


def _parts(groups, **more):
    result = partition(groups, **more)
    return result["total_shown"], result["total"], result["shown"], result["hidden"]


@pytest.mark.parametrize(
    ("groups", "total", "shown", "hidden"),
    [
        ({"a": 5, "b": 4}, 9, [], ["a", "b"]),
        ({"a": 6, "b": 5, "c": 2}, 13, ["a"], ["b", "c"]),
        ({"a": 10, "b": 3, "c": 2}, 15, ["a"], ["b", "c"]),
        ({"b": 7, "a": 7, "c": 1}, 15, ["b"], ["a", "c"]),  # equal size: first by code point
        ({"z": 5, "a": 5}, 10, ["z", "a"], []),
        ({"a": 6, "b": 0}, 6, ["a", "b"], []),
    ],
)
def test_example_15_partition(groups, total, shown, hidden):
    assert _parts(groups) == (True, total, shown, hidden)


def test_example_15_small_total_shows_nothing():
    assert _parts({"a": 3, "b": 1}) == (False, None, [], ["a", "b"])
    assert _parts({}) == (False, None, [], [])


def test_not_stated_takes_part_but_is_never_shown():
    assert _parts({"a": 9, "Ohne Angabe": 8, "b": 3}) == (True, 20, ["a"], ["Ohne Angabe", "b"])
    assert _parts({"a": 9, "Ohne Angabe": 3, "b": 5}) == (True, 17, ["a"], ["Ohne Angabe", "b"])


def test_floor_of_the_benchmark():
    assert _parts({"a": 30, "b": 12, "c": 9}, floor=10) == (True, 51, ["a"], ["b", "c"])
