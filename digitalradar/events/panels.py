"""„Nächster Termin zum Thema“ beside pages of the library, and beside whatever else has a topic field."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from digitalradar.core import panels
from digitalradar.core.page_cache import remember

from .cache_tags import EVENTS
from .presentation.rows import row
from .queries.calendar import ahead_on_topic

SLOTS = ("guide.aside", "technology.aside", "report.aside")


def register() -> None:
    """Fill the slots; called once at start."""
    for slot in SLOTS:
        panels.register(
            slot, "next-date", "events/includes/panel.html", next_date, tags=lambda page: (EVENTS,), order=30
        )


def next_date(request: HttpRequest, page: Any) -> dict[str, Any] | None:
    """Return the next date on the topic field of a page, without its places: they change too often for a guide."""
    topic = getattr(page, "topic_field_id", None)
    rows = _rows(topic, get_language() or "de") if topic else ()
    ahead = [shown for shown in rows if not shown["occurrence"].has_begun]
    return {"row": ahead[0], "more_url": f"{reverse('events:calendar')}?thema={topic}"} if ahead else None


@remember(EVENTS)
def _rows(topic: str, _language: str) -> list[dict[str, Any]]:
    """Return some dates ahead: the first of them may begin while this is remembered."""
    return [row(occurrence, None) | {"occurrence": occurrence} for occurrence in ahead_on_topic(topic)]
