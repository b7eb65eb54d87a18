"""Days of the example year, told from the week in which it is loaded."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Berlin")
HOLIDAYS = timedelta(weeks=2)  # around the turn of the year nobody invites


def monday_of(day: date) -> date:
    """Return the Monday of the week of a day."""
    return day - timedelta(days=day.weekday())


def moment(today: date, week: int, day: int, clock: str) -> datetime:
    """Return the point in time ``week`` weeks from this one on a weekday (Monday is 1) by the clock in Berlin.

    Days around the turn of the year move to the other side of the holidays, away from today: later in the future,
    earlier in the past.
    """
    found = monday_of(today) + timedelta(weeks=week, days=day - 1)
    if (found.month, found.day) >= (12, 21) or (found.month, found.day) <= (1, 6):
        found += HOLIDAYS if week >= 0 else -HOLIDAYS
    return datetime.combine(found, time.fromisoformat(clock), ZONE)
