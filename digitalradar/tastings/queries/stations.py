"""Which stations come next."""

from digitalradar.events.models import Occurrence

from ..kind import KIND

MOST_DATES = 3


def stations_ahead() -> list[Occurrence]:
    """Return the next tastings that have stations, with them; two queries."""
    dates = Occurrence.objects.to_come().filter(kind=KIND, stations__isnull=False).distinct()
    return list(dates.order_by("starts_at", "pk").prefetch_related("stations")[:MOST_DATES])
