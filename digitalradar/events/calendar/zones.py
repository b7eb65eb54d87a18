"""A time zone as calendars want it described beside each date (RFC 5545, section 3.6.5).

Worked out from the zone data of this machine. Where the clock changes by a rule, the rule is written, since some
calendars know nothing else; where it does not, each change stands by itself. The beginning of each part is the time on
the clock that is about to be changed, as the RFC wants it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Component, Timezone, TimezoneDaylight, TimezoneStandard

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DAY = timedelta(days=1)
SOMEWHEN = datetime(1970, 1, 1)


@dataclass(frozen=True)
class Change:
    """The clock is set from one offset to another; ``clock`` is what it shows before."""

    clock: datetime
    before: timedelta
    after: timedelta
    name: str
    is_summer: bool


@lru_cache(maxsize=64)
def describe(zone_name: str, first_year: int, last_year: int) -> Timezone:
    """Return the VTIMEZONE of a zone that is right from ``first_year`` to ``last_year``; nobody may change it.

    Raises:
        ZoneInfoNotFoundError: no zone has this name.
    """
    zone = ZoneInfo(zone_name)
    changes = list(_changes(zone, first_year - 1, last_year + 1))
    described = Timezone()
    described.add("tzid", zone_name)
    if not changes:
        moment = datetime(first_year, 1, 1, tzinfo=zone)
        offset = moment.utcoffset() or timedelta()
        described.add_component(_part([Change(SOMEWHEN, offset, offset, moment.tzname() or zone_name, False)]))
    for same in _groups(changes):
        described.add_component(_part(same))
    return described


def _changes(zone: ZoneInfo, first_year: int, last_year: int) -> Iterator[Change]:
    moment = datetime(first_year, 1, 1, tzinfo=UTC)
    end = datetime(last_year + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        following = moment + DAY
        if moment.astimezone(zone).utcoffset() != following.astimezone(zone).utcoffset():
            yield _change(zone, moment, following)
        moment = following


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> Change:
    """Find the second of the change between two moments by halving."""
    old = before.astimezone(zone).utcoffset() or timedelta()
    while (seconds := int((after - before).total_seconds())) > 1:
        middle = before + timedelta(seconds=seconds // 2)
        if middle.astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    local = after.astimezone(zone)
    clock = (after + old).replace(tzinfo=None)
    return Change(clock, old, local.utcoffset() or timedelta(), local.tzname() or "", bool(local.dst()))


def _groups(changes: list[Change]) -> Iterator[list[Change]]:
    """Put changes of the same kind together, in the order in which each kind comes first."""
    kinds = dict.fromkeys((change.before, change.after, change.name) for change in changes)
    for kind in kinds:
        yield [change for change in changes if (change.before, change.after, change.name) == kind]


def _part(changes: list[Change]) -> Component:
    first = changes[0]
    part = TimezoneDaylight() if first.is_summer else TimezoneStandard()
    part.add("dtstart", first.clock)
    part.add("tzoffsetfrom", first.before)
    part.add("tzoffsetto", first.after)
    part.add("tzname", first.name)
    if rule := _rule([change.clock for change in changes]):
        part.add("rrule", rule)
    elif changes[1:]:
        part.add("rdate", [change.clock for change in changes[1:]])
    return part


def _rule(clocks: list[datetime]) -> dict[str, object] | None:
    """Return the yearly rule that all these follow: the same weekday of a month, counted from its end or beginning."""
    if len(clocks) < 2 or [clock.year for clock in clocks] != list(range(clocks[0].year, clocks[0].year + len(clocks))):
        return None
    for count in (_from_end, _from_beginning):
        found = {(clock.month, count(clock), clock.weekday(), clock.time()) for clock in clocks}
        if len(found) == 1:
            [(month, week, weekday, _time)] = found
            return {"freq": "yearly", "bymonth": month, "byday": f"{week}{WEEKDAYS[weekday]}"}
    return None


def _from_beginning(clock: datetime) -> int:
    return (clock.day - 1) // 7 + 1


def _from_end(clock: datetime) -> int:
    next_month = date(clock.year + clock.month // 12, clock.month % 12 + 1, 1)
    return -(((next_month - clock.date()).days - 1) // 7 + 1)
