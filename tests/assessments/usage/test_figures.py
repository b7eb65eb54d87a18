"""Shares, minutes and medians of usage figures, as docs/algorithms/usage-figures.md defines them."""

from datetime import date, datetime, timedelta
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitalradar.assessments.usage import Period, Quarter, median_minutes, minutes_key, percent

NINE = datetime(2026, 3, 2, 9)


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(0, 0, None), (0, 3, 0), (3, 3, 100), (1, 3, 33), (2, 3, 67), (1, 8, 13), (1, 200, 1)],
)
def test_percent_rounds_halves_up(part, whole, expected):
    assert percent(part, whole) == expected


@pytest.mark.parametrize(
    ("duration", "key"),
    [
        (timedelta(seconds=-5), "0"),
        (timedelta(seconds=59), "0"),
        (timedelta(minutes=14, seconds=59), "14"),
        (timedelta(minutes=180, seconds=59), "180"),
        (timedelta(minutes=181), "longer"),
        (timedelta(days=3), "longer"),
    ],
)
def test_minutes_are_whole_and_end_at_three_hours(duration, key):
    assert minutes_key(NINE, NINE + duration) == key


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, None),
        ({"longer": 7}, None),
        ({"9": 0}, None),
        ({"5": 1, "7": 1, "9": 1, "10": 1}, 8),
        ({"5": 1, "8": 1, "longer": 9}, 7),
        ({"10": 1, "9": 3}, 9),
        ({"0": 1}, 0),
    ],
)
def test_median_of_counted_minutes(counts, expected):
    assert median_minutes(counts) == expected


@given(st.lists(st.integers(0, 180), min_size=1))
def test_median_is_that_of_the_single_times(minutes):
    counts = {str(one): minutes.count(one) for one in set(minutes)}
    assert median_minutes(counts) == int(median(minutes) + 0.5)


@pytest.mark.parametrize(
    ("first", "last", "today", "quarters"),
    [
        ((2026, 1), (2026, 3), (2026, 4, 1), [(2026, 1)]),
        ((2026, 1), (2026, 3), (2026, 3, 31), []),
        ((2026, 1), (2026, 2), (2027, 1, 1), []),
        ((2025, 12), (2026, 4), (2026, 12, 1), [(2026, 1)]),
        ((2025, 10), (2026, 6), (2026, 5, 1), [(2025, 4), (2026, 1)]),
        ((2026, 2), (2026, 11), (2026, 12, 31), [(2026, 2), (2026, 3)]),
    ],
)
def test_only_whole_quarters_that_are_over_are_closed(first, last, today, quarters):
    period = Period(date(*first, 1), date(*last, 1))
    assert period.closed_quarters(date(*today)) == [Quarter(*one) for one in quarters]


def test_months_of_periods_and_quarters():
    period = Period(date(2025, 11, 1), date(2026, 2, 1))
    assert [f"{month:%Y-%m}" for month in period.months] == ["2025-11", "2025-12", "2026-01", "2026-02"]
    assert period.end == date(2026, 3, 1)
    assert Quarter.of(date(2025, 12, 31)) == Quarter(2025, 4)
    assert Quarter(2025, 4).months == (date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1))
    assert Quarter(2025, 4).next == Quarter(2026, 1)
