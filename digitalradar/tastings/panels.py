"""What tastings show on pages of dates: interest before and after, what became of it, what comes next."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from digitalradar.core import panels
from digitalradar.events.cache_tags import EVENTS
from digitalradar.events.kinds import Kind
from digitalradar.events.models import Occurrence
from digitalradar.events.presentation.times import weekday_and_day
from digitalradar.events.queries.results import FLOOR, follow_up_results

from .kind import KIND
from .queries.interest import voices
from .queries.stations import stations_ahead
from .services.interest import may_show_interest


def register() -> None:
    """Fill the slots; called once at start."""
    panels.register("event.signup", "interest", "tastings/interest_panel.html", interest, order=10)
    panels.register("event.main", "outcomes", "tastings/outcomes.html", outcomes, order=40)
    panels.register("format.main", "next-stations", "tastings/format.html", next_stations, tags=lambda kind: (EVENTS,))


def interest(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the way to say „Das will ich sehen“ while nobody can book."""
    if occurrence.kind != KIND or not may_show_interest(occurrence):
        return None
    count = sum(voices(occurrence).values())
    return {"ask_url": reverse("tastings:ask", args=[occurrence.slug]), "count": count, "is_over": occurrence.is_over}


def outcomes(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return what participants did with it, from some answers on; their words stay with the host."""
    if occurrence.kind != KIND or not occurrence.is_over:
        return None
    found = follow_up_results(occurrence)
    return {"count": found.count, "outcomes": found.outcomes} if found.count >= FLOOR else None


def next_stations(_request: HttpRequest, kind: Kind) -> dict[str, Any] | None:
    """Return the stations of the next dates on the page of the format."""
    if kind.id != KIND:
        return None
    dates = [
        {
            "url": reverse("events:event", args=[date.slug]),
            "when": weekday_and_day(date.local_start),
            "stations": list(date.stations.all()),
        }
        for date in stations_ahead()
    ]
    return {"dates": dates} if dates else None
