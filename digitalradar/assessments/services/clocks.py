"""How long runs are kept, and the deletion of those whose time is over."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils.timezone import now

from ..models import Assessment
from .deletion import delete_runs

DAYS_PER_MONTH = 30.4375  # mean length of a month in days; a clock of 24 months is 730.5 days
BATCH = 200  # runs deleted in one transaction: people who answer meanwhile wait a moment at most


def lifetime(*, is_finished: bool, is_empty: bool = False) -> timedelta:
    """Return how long a run is kept after its last visit.

    By default finished ones 24 months, open ones 90 days, and 7 days those in which nothing was answered yet.
    """
    if is_finished:
        return timedelta(days=settings.FINISHED_RUN_MONTHS * DAYS_PER_MONTH)
    if is_empty:
        return timedelta(days=min(settings.EMPTY_RUN_DAYS, settings.OPEN_RUN_DAYS))
    return timedelta(days=settings.OPEN_RUN_DAYS)


def expiry(*, is_finished: bool, is_empty: bool = False) -> datetime:
    return now() + lifetime(is_finished=is_finished, is_empty=is_empty)


def wind_clock(run: Assessment) -> bool:
    """Note a visit: the run is kept for its whole lifetime again. Written at most once a day; tells whether it was.

    A run and what was begun out of its result are kept together.
    """
    expires_at = _full(run)
    if expires_at - run.expires_at <= timedelta(days=1):
        return False
    _wind(run, expires_at)
    linked = Assessment.Beginning.LINKED
    of_the_other = Q(origin=run.pk, begun_as=linked) | Q(followed_by=run.pk, followed_by__begun_as=linked)
    for other in Assessment.objects.filter(of_the_other):
        _wind(other, _full(other))
    run.expires_at = expires_at
    return True


def _full(run: Assessment) -> datetime:
    return expiry(is_finished=run.is_finished, is_empty=run.is_empty)


def _wind(run: Assessment, expires_at: datetime) -> None:
    # Never back: the run may have been answered or finished since it was read, and lives longer now.
    Assessment.objects.filter(pk=run.pk, expires_at__lt=expires_at).update(expires_at=expires_at)


def delete_expired() -> int:
    """Delete the runs whose clock has run out, in batches; return how many.

    Each batch stands for itself: whatever ends the work in between, the next call goes on from there.
    """
    total = 0
    # Who deletes at the same time takes other runs instead of waiting for these.
    skip = connection.features.has_select_for_update_skip_locked
    expired = Assessment.objects.select_for_update(skip_locked=skip).expired()
    while count := delete_runs(expired.order_by("pk")[:BATCH]):
        total += count
    return total
