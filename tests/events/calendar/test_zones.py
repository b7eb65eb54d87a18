"""The description of a time zone that stands beside dates, read by another library."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from icalendar import Calendar

from digitalradar.events.calendar.zones import describe


def read_zone(name: str, year: int):
    """Return the zone as a library builds it from the description alone."""
    file = Calendar()
    file.add("prodid", "-//test//")
    file.add("version", "2.0")
    file.add_component(describe(name, year, year))
    return vobject.readOne(file.to_ical().decode()).vtimezone.tzinfo


@pytest.mark.parametrize(
    "name", ["Europe/Berlin", "Europe/London", "America/New_York", "Asia/Tokyo", "Africa/Casablanca", "Asia/Kathmandu"]
)
def test_description_gives_the_offsets_of_the_zone_itself(name):
    described, real = read_zone(name, 2026), ZoneInfo(name)
    noons = [datetime(2026, 1, 1, 12) + timedelta(days=day) for day in range(365)]
    assert [noon.replace(tzinfo=described).utcoffset() for noon in noons] == [
        noon.replace(tzinfo=real).utcoffset() for noon in noons
    ]


@pytest.mark.parametrize(
    ("clock", "hours"),
    [
        (datetime(2026, 3, 29, 1, 59), 1),
        (datetime(2026, 3, 29, 3, 0), 2),
        (datetime(2026, 10, 25, 1, 59), 2),
        (datetime(2026, 10, 25, 3, 0), 1),
    ],
)
def test_berlin_changes_in_the_hour_of_the_law(clock, hours):
    assert clock.replace(tzinfo=read_zone("Europe/Berlin", 2026)).utcoffset() == timedelta(hours=hours)


def test_berlin_is_described_by_its_rule():
    assert describe("Europe/Berlin", 2026, 2027).to_ical().decode().split("\r\n") == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "BEGIN:DAYLIGHT",
        "DTSTART:20250330T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:20251026T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
        "",
    ]
