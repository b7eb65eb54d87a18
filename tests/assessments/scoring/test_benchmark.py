"""Percentiles, comparison groups and releases: worked example 11 and its neighbours."""

import pytest

from digitalradar.assessments.scoring import cell, percentile, release

VALUES = [20, 30, 30, 40, 40, 40, 50, 50, 60, 70, 80, 90]


def test_example_11_percentile_and_quartiles():
    assert percentile(VALUES, own=50) == {
        "visible": True,
        "n": 12,
        "percentile": "58.3333",
        "shown": 58,
        "q1": "35.0",
        "median": "45.0",
        "q3": "65.0",
    }


@pytest.mark.parametrize(("own", "exact", "shown"), [(95, "100.0000", 99), (0, "0.0000", 1), (20, "4.1667", 4)])
def test_shown_percentile_stays_within_1_and_99(own, exact, shown):
    result = percentile(VALUES, own=own)
    assert (result["percentile"], result["shown"]) == (exact, shown)


def test_histogram_says_the_same_as_its_values():
    histogram = {str(value): VALUES.count(value) for value in VALUES} | {"100": 0}
    assert percentile(histogram=histogram, own=50) == percentile(VALUES, own=50)


def test_below_ten_values_nothing_is_told():
    assert percentile(VALUES[:9], own=50) == {"visible": False}
    assert percentile(VALUES[:10], own=50)["n"] == 10


def test_without_an_own_value_there_are_quartiles_alone():
    result = percentile(VALUES)
    assert (result["percentile"], result["shown"], result["median"]) == (None, None, "45.0")


def test_quartile_at_a_broken_rank_is_the_next_value():
    # n = 11: k = 2.75, 5.5 and 8.25, so ranks 3, 6 and 9
    result = percentile(list(range(1, 12)))
    assert (result["q1"], result["median"], result["q3"]) == ("3.0", "6.0", "9.0")


PROFILE = {"sector": "handwerk", "size": "1-9", "region": "nord"}


@pytest.mark.parametrize(
    ("given", "level"),
    [
        ({"sector": "handwerk", "size": "1-9", "region": "nord"}, 1),
        ({"sector": "handwerk", "size": "1-9"}, 2),
        ({"size": "1-9", "region": "nord"}, 3),
        ({"size": "1-9"}, 4),
        ({"sector": "handwerk"}, 5),
        ({}, 6),
    ],
)
def test_cell_falls_back_step_by_step(given, level):
    named = {"sector": "*", "size": "*", "region": "*", **given}
    smaller = {"sector": "handwerk", "size": "1-9", "region": "nord", "n": 9}
    cells = [{**given, "n": 10}] + ([smaller] if level > 1 else [])
    assert cell(cells, PROFILE) == {"visible": True, "level": level, **named, "n": 10}


def test_cell_skips_levels_the_profile_says_nothing_about():
    cells = [{"sector": "handwerk", "size": "1-9", "n": 50}, {"sector": "handwerk", "n": 60}, {"n": 70}]
    assert cell(cells, {"sector": "handwerk", "size": None})["level"] == 5
    assert cell(cells, {})["level"] == 6
    assert cell(cells, {"sector": "*"})["level"] == 6
    assert cell(cells, {"sector": "handel"})["n"] == 70


def test_cell_says_nothing_when_all_are_small():
    assert cell([{"n": 9}], PROFILE) == {"visible": False}
    assert cell([], PROFILE) == cell(None) == {"visible": False}


@pytest.mark.parametrize(
    ("n", "published", "changed", "action"),
    [
        (9, None, 0, "hide"),
        (9, 12, 5, "hide"),
        (10, None, 0, "publish"),
        (10, None, None, "publish"),
        (12, 10, 4, "keep"),
        (12, 10, None, "keep"),
        (12, 10, 5, "publish"),
        (12, "2026-10-01", 5, "publish"),
    ],
)
def test_release(n, published, changed, action):
    assert release(n, published, changed) == {"action": action}
