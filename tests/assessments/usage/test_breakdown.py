"""No breakdown gives away a group of fewer than five runs, whichever periods are subtracted from each other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from digitalradar.assessments.usage import Breakdown, break_down

SIZES = ["1-9", "10-49", "50-249"]
FLOOR = 5
Q1 = {"1-9": 12, "10-49": 7, "50-249": 2}
Q2 = {"1-9": 8, "10-49": 6, "50-249": 3, "": 4}

quarters = st.lists(
    st.dictionaries(st.sampled_from([*SIZES, "250+", ""]), st.integers(0, 14), max_size=5), min_size=1, max_size=4
)


def test_the_documented_example():
    assert break_down([Q1], SIZES) == Breakdown({"1-9": 12}, frozenset(), 9)
    assert break_down([Q2], SIZES) == Breakdown({"1-9": 8, "10-49": 6}, frozenset(), 7)
    assert break_down([Q1, Q2], SIZES) == Breakdown({"1-9": 20, "10-49": 6}, frozenset({"10-49"}), 16)


def test_nothing_is_shown_of_a_quarter_below_the_floor():
    assert break_down([{"1-9": 4}], SIZES) == Breakdown({}, frozenset(), 4)
    assert break_down([{"1-9": 4}, {"1-9": 5}], SIZES).shown["1-9"] == 5


def test_empty_quarters_hide_nothing():
    assert break_down([], SIZES) == Breakdown()
    assert break_down([{}, {"1-9": 0}], SIZES) == Breakdown()
    assert break_down([{}, {"1-9": 5}], SIZES) == break_down([{"1-9": 5}], SIZES)


def test_groups_that_the_catalogue_no_longer_has_come_last():
    assert list(break_down([{"früher": 9, "1-9": 9}], SIZES).shown) == [*SIZES, "früher"]


def test_what_was_not_told_is_never_a_group():
    assert break_down([{"": 50, "1-9": 6}], ["1-9"]) == Breakdown({"1-9": 6}, frozenset(), 50)


@given(quarters)
def test_nobody_is_lost_or_counted_twice(parts):
    shown = break_down(parts, SIZES)
    assert shown.total == sum(sum(part.values()) for part in parts)
    assert shown.rest >= 0
    assert shown.partly <= set(shown.shown)


@given(quarters)
def test_every_number_of_a_quarter_is_zero_or_at_least_the_floor(parts):
    for part in parts:
        one = break_down([part], SIZES)
        assert all(n == 0 or n >= FLOOR for n in one.shown.values())
        assert one.rest == 0 or one.rest >= FLOOR or one.total < FLOOR


@given(quarters)
def test_subtracting_periods_gives_quarters_again(parts):
    """A longer period holds no more than the sum of its quarters, so that subtraction finds no smaller group."""
    single = [break_down([part], SIZES) for part in parts]
    for first, last in combinations(range(len(parts) + 1), 2):
        whole = break_down(parts[first:last], SIZES)
        for group in {name for one in single for name in one.shown} | set(whole.shown):
            assert whole.shown.get(group, 0) == sum(one.shown.get(group, 0) for one in single[first:last])
        assert whole.rest == sum(one.rest for one in single[first:last])
