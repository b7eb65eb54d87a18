"""One month as a table of weeks."""

from collections import defaultdict
from datetime import date, timedelta
from typing import Any

from django.utils.formats import date_format
from django.utils.timezone import localdate

from ..models import Occurrence
from ..queries.calendar import Asked, weeks_around
from .calendar import address
from .rows import rows
from .times import weekday_and_day

MONDAY = date(2024, 1, 1)  # any Monday: only its name is used


def month_view(asked: Asked, dates: list[Occurrence]) -> dict[str, Any]:
    """Return weeks of days with their dates, and the way to the months around."""
    month = asked.month or localdate().replace(day=1)
    on_day: dict[date, list[dict[str, Any]]] = defaultdict(list)
    for occurrence, cell in zip(dates, rows(dates), strict=True):
        on_day[occurrence.local_start.date()].append(cell | {"time": f"{occurrence.local_start:%H:%M}"})
    first, last = weeks_around(month)
    days = [_day(first + timedelta(days=number), month, on_day) for number in range((last - first).days + 1)]
    before, after = (month - timedelta(days=1)).replace(day=1), (month + timedelta(days=31)).replace(day=1)
    return {
        "title": date_format(month, "YEAR_MONTH_FORMAT"),
        "weekdays": [
            {"name": date_format(day, "l"), "short": date_format(day, "D")}
            for day in (MONDAY + timedelta(days=number) for number in range(7))
        ],
        "weeks": [days[start : start + 7] for start in range(0, len(days), 7)],
        "before": {"title": date_format(before, "YEAR_MONTH_FORMAT"), "url": address(asked, month=before)},
        "after": {"title": date_format(after, "YEAR_MONTH_FORMAT"), "url": address(asked, month=after)},
        "is_empty": not any(day["dates"] for day in days if day["is_inside"]),
    }


def _day(day: date, month: date, on_day: dict[date, list[dict[str, Any]]]) -> dict[str, Any]:
    return {
        "number": day.day,
        "name": weekday_and_day(day),
        "date_iso": day.isoformat(),
        "is_inside": day.month == month.month,
        "is_today": day == localdate(),
        "dates": on_day.get(day, []),
    }
