"""How long runs are kept."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils.timezone import now

from ..models import Assessment

DAYS_PER_MONTH = 30.4375  # mean length of a month in days; a clock of 24 months is 730.5 days


def lifetime(*, is_finished: bool) -> timedelta:
    """Return how long a run is kept after its last visit: open ones 90 days, finished ones 24 months by default."""
    if is_finished:
        return timedelta(days=settings.FINISHED_RUN_MONTHS * DAYS_PER_MONTH)
    return timedelta(days=settings.OPEN_RUN_DAYS)


def expiry(*, is_finished: bool) -> datetime:
    return now() + lifetime(is_finished=is_finished)


def wind_clock(assessment: Assessment) -> None:
    """Note a visit: the run is kept for its whole lifetime again. Written at most once a day."""
    expires_at = expiry(is_finished=assessment.is_finished)
    if expires_at - assessment.expires_at > timedelta(days=1):
        # Never back: the run may have been finished since it was read, and lives longer now.
        Assessment.objects.filter(pk=assessment.pk, expires_at__lt=expires_at).update(expires_at=expires_at)
        assessment.expires_at = expires_at


def delete_expired() -> int:
    """Delete runs whose clock has run out; return how many."""
    _total, by_model = Assessment.objects.expired().delete()
    return by_model.get("assessments.Assessment", 0)
