"""Moments that move along with a date."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from digitalradar.events.rules.clock import moved_along

BERLIN = ZoneInfo("Europe/Berlin")


def wall(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("moment", "before", "after", "expected"),
    [
        ("2027-03-07T18:00", "2027-03-09T17:00", "2027-03-16T17:00", "2027-03-14T18:00"),
        ("2027-03-21T18:00", "2027-03-23T17:00", "2027-03-29T17:00", "2027-03-27T18:00"),  # summer begins in between
        ("2026-10-18T18:00", "2026-10-20T17:00", "2026-10-26T17:00", "2026-10-24T18:00"),  # winter begins in between
        ("2026-10-20T17:30", "2026-10-20T17:00", "2026-11-03T09:00", "2026-11-03T09:30"),
    ],
)
def test_i18_closing_time_keeps_its_hour(moment, before, after, expected):
    found = moved_along(wall(moment), before=wall(before), after=wall(after), zone=BERLIN)
    assert found.astimezone(BERLIN).isoformat() == wall(expected).isoformat()
