"""Rounds one after the other around a break."""

import pytest

from digitalradar.tastings.rules.timetable import Part, lay_out, overlapping

BREAK = Part(75, 25, "Kaffeepause")


def test_five_rounds_of_25_minutes_with_a_break_at_a_quarter_past_three():
    rounds = lay_out(rounds=5, minutes=25, pause=BREAK)
    assert rounds == [Part(0, 25), Part(25, 25), Part(50, 25), BREAK, Part(100, 25), Part(125, 25)]


def test_a_round_that_would_run_into_the_break_begins_after_it():
    assert lay_out(rounds=3, minutes=30, pause=Part(40, 20, "P")) == [
        Part(0, 30),
        Part(40, 20, "P"),
        Part(60, 30),
        Part(90, 30),
    ]


def test_time_to_walk_over_lies_between_rounds():
    assert lay_out(rounds=3, minutes=20, change=5) == [Part(0, 20), Part(25, 20), Part(50, 20)]


@pytest.mark.parametrize("pause", [Part(0, 10, "P"), Part(10, 10, "P"), Part(500, 10, "P")])
def test_a_break_stands_between_two_rounds(pause):
    with pytest.raises(ValueError, match="between"):
        lay_out(rounds=2, minutes=25, pause=pause)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Part(0, 25), Part(25, 25), False),
        (Part(0, 25), Part(24, 25), True),
        (Part(0, 25), Part(0, 25), True),
        (Part(0, 60), Part(10, 5), True),
    ],
)
def test_overlapping(one, other, expected):
    assert (overlapping([one, other]), overlapping([other, one])) == (expected, expected)
