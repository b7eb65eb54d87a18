"""Arithmetic of places, by tables."""

from datetime import UTC, datetime

import pytest

from digitalradar.events.rules.places import (
    Count,
    Shown,
    closing_time,
    first_overlap,
    is_few,
    overlap,
    persons_of,
    shown,
)


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 24, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("count", "free", "room"),
    [
        (Count(10, 0), 10, 10),
        (Count(10, 4, kept=2, unused_reserved=3), 1, 3),
        (Count(4, 3, kept=2), 0, 1),  # the host took a place away that was kept for somebody
        (Count(None, 500, kept=20), None, 0),
    ],
)
def test_free_places(count, free, room):
    assert (count.free, count.room) == (free, room)


@pytest.mark.parametrize(
    ("free", "capacity", "few"),
    [
        (1, 1, False),
        (1, 2, True),
        (2, 4, True),
        (3, 4, False),
        (3, 12, True),
        (4, 12, False),
        (20, 200, True),
        (21, 200, False),
    ],
)
def test_few_places(free, capacity, few):
    assert is_few(free, capacity) is few


@pytest.mark.parametrize(
    ("count", "has_list", "told"),
    [
        (Count(None, 90), True, Shown.FREE),
        (Count(12, 0), True, Shown.FREE),
        (Count(12, 9), True, Shown.FEW),
        (Count(12, 12), True, Shown.WAITING),
        (Count(12, 12), False, Shown.FULL),
        (Count(12, 10, kept=2), False, Shown.FULL),
        (Count(12, 11, waiting=2), True, Shown.WAITING),
    ],
)
def test_what_everybody_is_told(count, has_list, told):
    assert shown(count, has_waiting_list=has_list) == told


def test_closing_time_is_the_earliest():
    assert closing_time(None, None, at(14)) == at(14)
    assert closing_time(at(12), None, at(14)) == at(12)
    assert closing_time(at(18), at(15), at(14)) == at(14)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ((at(10), at(11)), (at(10), at(11)), True),
        ((at(10), at(11)), (at(10), at(10, 30)), True),
        ((at(10), at(11)), (at(10, 30), at(11)), True),
        ((at(10), at(11)), (at(10, 15), at(10, 45)), True),
        ((at(10), at(11)), (at(9), at(10, 1)), True),
        ((at(10), at(11)), (at(10, 59), at(12)), True),
        ((at(10), at(11)), (at(11), at(12)), False),
    ],
)
def test_overlap_in_six_geometries_and_touching(one, other, together):
    assert overlap(one, other) is overlap(other, one) is together
    assert (first_overlap([other, one]) is not None) is together


def test_overlap_is_found_among_many_whatever_their_order():
    stretches = [(at(15), at(16)), (at(9), at(10)), (at(15, 30), at(17)), (at(11), at(12))]
    assert first_overlap(stretches) == (0, 2)


def test_persons_of_one_firm():
    parties = [("Beispiel GmbH", 2), ("beispiel  gmbh ", 1), ("Andere", 4), ("", 3)]
    assert persons_of(" BEISPIEL GmbH", parties) == 3
    assert persons_of("", parties) == 0
