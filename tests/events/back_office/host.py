"""A host at work: addresses of screens, and dates that have begun."""

from datetime import timedelta
from typing import Any

from django.urls import reverse
from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Offer
from tests.factories.events import make_occurrence, make_offer


def address(name: str, *args: Any) -> str:
    """Return the address of a screen about dates."""
    return reverse(f"event_dates:{name}", args=args)


def bookable(*, capacity: int | None = 3, offer: dict[str, Any] | None = None, **fields: Any) -> Offer:
    """Return the offer of a published date in two weeks."""
    return make_offer(make_occurrence(**fields), capacity=capacity, **(offer or {}))


def begin(occurrence: Occurrence) -> Occurrence:
    """Let a date have begun a quarter of an hour ago, and last an hour more."""
    starts_at = now() - timedelta(minutes=15)
    Occurrence.objects.filter(pk=occurrence.pk).update(
        publish_at=starts_at - timedelta(days=7), starts_at=starts_at, ends_at=starts_at + timedelta(minutes=75)
    )
    occurrence.refresh_from_db()
    return occurrence


def end(occurrence: Occurrence) -> Occurrence:
    """Let a date be over since an hour."""
    ends_at = now() - timedelta(hours=1)
    starts_at = ends_at - timedelta(hours=2)
    Occurrence.objects.filter(pk=occurrence.pk).update(
        publish_at=starts_at - timedelta(days=7), starts_at=starts_at, ends_at=ends_at
    )
    occurrence.refresh_from_db()
    return occurrence
