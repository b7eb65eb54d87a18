"""Dates that come again: the rule of a series becomes rows, each a date of its own (docs/explanation/series.md)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.accounts.models import User
from digitalradar.core.errors import DomainError

from ..models import Occurrence, Offer, Series
from .creating import offer_defaults
from .duplicating import duplicate
from .log import note
from .slugs import free_slug

MOST_AT_ONCE = 60
FURTHEST = timedelta(days=366 * 5)


def days_of(rule: str, first_day: date) -> Iterator[date]:
    """Return the days that a recurrence rule (RFC 5545, section 3.3.10) names from ``first_day`` on, for five years.

    The rule is read as wall-clock days: a change of daylight saving time moves none of them.

    Raises:
        ValueError: this is no rule.
    """
    end = first_day + FURTHEST
    for moment in rrulestr(rule, dtstart=datetime.combine(first_day, time())):
        if moment.date() > end:
            return
        yield moment.date()


def wall_clock(day: date, clock: time, zone: str) -> datetime:
    """Return the moment at which the clock of a zone shows this time on this day (I-18)."""
    return datetime.combine(day, clock, ZoneInfo(zone))


@transaction.atomic
def extend(*, series: Series, count: int, by: User | None = None) -> list[Occurrence]:
    """Make drafts of the next ``count`` dates of a series, after the last day that its rule already has.

    The latest date that takes place is the template. Dates that were moved, cancelled or changed stay as they are:
    each knows the day it was made for, so no day comes twice, even when two hosts do this at once.

    Raises:
        DomainError: there is no rule, first day or time, or the rule has no further day.
    """
    locked = Series.objects.select_for_update().get(pk=series.pk)
    if not (locked.rule and locked.first_day and locked.starts_at):
        raise DomainError(_("Die Reihe hat noch keinen Rhythmus, keinen ersten Tag oder keine Uhrzeit."))
    days = list(islice(_further_days(locked), min(count, MOST_AT_ONCE)))
    if not days:
        raise DomainError(_("Der Rhythmus dieser Reihe hat keinen weiteren Tag."))
    return [_make(locked, day, by) for day in days]


def _further_days(series: Series) -> Iterator[date]:
    made = series.occurrences.exclude(series_day=None).order_by("-series_day").values_list("series_day", flat=True)
    last, today = made.first(), now().astimezone(ZoneInfo(series.time_zone)).date()
    return (day for day in days_of(series.rule, series.first_day) if day > today and (last is None or day > last))


def _make(series: Series, day: date, by: User | None) -> Occurrence:
    starts_at = wall_clock(day, series.starts_at, series.time_zone)
    template = series.occurrences.exclude(state=Occurrence.State.CANCELLED).order_by("-starts_at").first()
    if template is None:
        return _first(series, starts_at, day, by)
    made = duplicate(occurrence=template, starts_at=starts_at, series_day=day, by=by)
    ends_at = wall_clock(day, series.starts_at, series.time_zone) + timedelta(minutes=series.minutes)
    if made.ends_at != ends_at:
        made.ends_at = ends_at
        made.save(update_fields=["ends_at"])
    return made


def _first(series: Series, starts_at: datetime, day: date, by: User | None) -> Occurrence:
    made = Occurrence(
        kind=series.kind,
        series=series,
        series_day=day,
        title=series.title,
        summary=series.summary,
        time_zone=series.time_zone,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=series.minutes),
        is_example=series.is_example,
        slug=free_slug(series.title, day),
    )
    made.save()
    Offer.objects.create(occurrence=made, capacity=made.format.defaults["capacity"], **offer_defaults(made.format))
    note(made, "occurrence.created", by=by, series=series.pk)
    return made
