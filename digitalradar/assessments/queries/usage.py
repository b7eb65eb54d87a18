"""Usage figures of a period: living runs as they are now, and what was counted of deleted ones."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, time
from itertools import chain

from django.db.models import QuerySet
from django.utils.timezone import get_default_timezone

from ..models import Assessment, UsageCount
from ..usage import Period
from .usage_entries import FINISHED_FIELDS, UNFINISHED_FIELDS, entries, month_of

CHUNK = 500  # runs in memory at once


@dataclass(frozen=True)
class Usage:
    """Counts by month, measure and key."""

    counts: Counter[tuple[date, str, str]] = field(default_factory=Counter)

    def number(self, month: date, measure: str) -> int:
        """Return the count of a measure without keys."""
        return self.counts[month, measure, ""]

    def by_key(self, measure: str, months: tuple[date, ...] | list[date]) -> Counter[str]:
        """Return the counts of a measure by key, all months together."""
        found: Counter[str] = Counter()
        for (month, name, key), count in self.counts.items():
            if name == measure and month in months:
                found[key] += count
        return found


def usage(catalogue: str, period: Period) -> Usage:
    """Return the figures of a catalogue, all its versions together, for runs that began in the period."""
    counts: Counter[tuple[date, str, str]] = Counter()
    kept = UsageCount.objects.filter(catalogue=catalogue, month__range=(period.first, period.last))
    for month, measure, key, count in kept.values_list("month", "measure", "key", "count"):
        counts[month, measure, key] += count
    for run in _living(catalogue, period):
        month = month_of(run)
        counts.update((month, measure, key) for measure, key in entries(run))
    return Usage(counts)


def _living(catalogue: str, period: Period) -> chain[Assessment]:
    begun = Assessment.objects.real().filter(
        catalogue_version__catalogue=catalogue, created_at__gte=_start(period.first), created_at__lt=_start(period.end)
    )
    finished = begun.exclude(finished_at=None).only(*FINISHED_FIELDS)
    unfinished = begun.filter(finished_at=None).only(*UNFINISHED_FIELDS)
    return chain(_each(finished), _each(unfinished))


def _each(runs: QuerySet[Assessment]) -> chain[Assessment]:
    return runs.iterator(chunk_size=CHUNK)


def _start(day: date) -> datetime:
    return datetime.combine(day, time.min, get_default_timezone())


def first_month() -> date | None:
    """Return the first month with any figure, or None before the first run."""
    kept = UsageCount.objects.order_by("month").values_list("month", flat=True).first()
    oldest = Assessment.objects.real().order_by("created_at").only("created_at").first()
    return min([month for month in (kept, oldest and month_of(oldest)) if month], default=None)
