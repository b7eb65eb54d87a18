"""Geometry of the folding rule."""

import pytest

from digitalradar.core import drawing


@pytest.mark.parametrize(("value", "x"), [(1, 12), (2.5, 157.88), (5, 401), (0, 12), (7, 401)])
def test_ruler_x_lies_between_the_ends(value, x):
    assert drawing.ruler_x(value) == pytest.approx(x, abs=0.01)


def test_ruler_ticks_are_longest_at_whole_stages():
    ticks = drawing.ruler_ticks(30).split("M")[1:]
    lengths = [int(tick.split("v")[1]) for tick in ticks]
    assert len(lengths) == 41
    assert [lengths[place] for place in (0, 1, 5, 10, 40)] == [20, 7, 12, 20, 20]


def test_part_ticks_include_both_ends():
    assert drawing.part_ticks(2, 4) == "M2 0v.25M3 0v.25M4 0v.25"
    assert drawing.part_ticks(5, 4) == ""
