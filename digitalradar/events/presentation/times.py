"""Days and times as readers write them, in the wall-clock time of the place."""

from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ..models import Occurrence


def day(moment: date) -> str:
    """Return "Donnerstag, 3. Dezember 2026"."""
    return _("%(weekday)s, %(date)s") % {
        "weekday": date_format(moment, "l"),
        "date": date_format(moment, "DATE_FORMAT"),
    }


def weekday_and_day(moment: date) -> str:
    """Return "Donnerstag, 3. Dezember": where the year stands above."""
    return _("%(weekday)s, %(date)s") % {
        "weekday": date_format(moment, "l"),
        "date": date_format(moment, "MONTH_DAY_FORMAT"),
    }


def clock(moment: datetime) -> str:
    """Return "14:00 Uhr"."""
    return _("%(time)s Uhr") % {"time": date_format(moment, "H:i")}


def moment(value: datetime, occurrence: Occurrence) -> str:
    """Return "2. Dezember 2026, 12:00 Uhr" in the time of the date's place."""
    local = value.astimezone(occurrence.zone)
    return _("%(date)s, %(time)s Uhr") % {
        "date": date_format(local, "DATE_FORMAT"),
        "time": date_format(local, "H:i"),
    }


def span(begin: datetime, end: datetime) -> str:
    """Return "14:00 bis 16:30 Uhr", with both days if it ends on another."""
    if begin.date() == end.date():
        return _("%(begin)s bis %(end)s Uhr") % {"begin": date_format(begin, "H:i"), "end": date_format(end, "H:i")}
    return _("%(first)s, %(begin)s Uhr bis %(last)s, %(end)s Uhr") % {
        "first": date_format(begin, "MONTH_DAY_FORMAT"),
        "begin": date_format(begin, "H:i"),
        "last": date_format(end, "MONTH_DAY_FORMAT"),
        "end": date_format(end, "H:i"),
    }


def when(occurrence: Occurrence) -> str:
    """Return "Donnerstag, 3. Dezember 2026, 14:00 bis 16:30 Uhr"."""
    return _("%(day)s, %(span)s") % {"day": day(occurrence.local_start), "span": local_span(occurrence)}


def weekday_and_span(occurrence: Occurrence) -> str:
    """Return "Donnerstag, 14:00 bis 16:30 Uhr": beside a date block, which says the day."""
    return _("%(day)s, %(span)s") % {"day": date_format(occurrence.local_start, "l"), "span": local_span(occurrence)}


def local_span(occurrence: Occurrence) -> str:
    return span(occurrence.local_start, occurrence.local_end)


def date_block(occurrence: Occurrence, *, short: bool = False) -> dict[str, str]:
    """Return day, month and machine date; ``short`` writes "Dez." for narrow rows below a month's name."""
    local = occurrence.local_start
    return {
        "day": _("%(day)s.") % {"day": local.day},
        "month": date_format(local, "N" if short else "F"),
        "year": str(local.year),
        "date_iso": local.date().isoformat(),
    }
