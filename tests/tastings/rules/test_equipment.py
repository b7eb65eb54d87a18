"""T-2 as arithmetic."""

from datetime import UTC, datetime, timedelta

import pytest

from digitalradar.tastings.rules.equipment import Clash, Use, find_clash

BEGIN = datetime(2026, 12, 3, 11, tzinfo=UTC)


def use(station: str, after: int, minutes: int = 25, equipment: int = 1) -> Use:
    starts_at = BEGIN + timedelta(minutes=after)
    return Use(equipment, station, starts_at, starts_at + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("uses", "units", "expected"),
    [
        ([use("C", 0), use("D", 0)], 1, Clash(1, BEGIN, ("C", "D"))),
        ([use("C", 0), use("D", 0)], 2, None),
        ([use("C", 0), use("D", 25)], 1, None),
        ([use("C", 0, 60), use("D", 20, 10)], 1, Clash(1, BEGIN + timedelta(minutes=20), ("C", "D"))),
        ([use("C", 10), use("D", 0)], 1, Clash(1, BEGIN + timedelta(minutes=10), ("C", "D"))),
        ([use("C", 0), use("D", 0), use("E", 10)], 2, Clash(1, BEGIN + timedelta(minutes=10), ("C", "D", "E"))),
        ([use("C", 0), use("D", 0, equipment=2)], 1, None),
        ([], 1, None),
    ],
)
def test_find_clash(uses, units, expected):
    assert find_clash(uses, {1: units, 2: 1}) == expected
