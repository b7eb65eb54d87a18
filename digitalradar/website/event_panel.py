"""Beside a date: guides on its topic, for those who want to begin before it, or cannot come."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import get_language

from digitalradar.core import panels
from digitalradar.core.page_cache import kind_tag
from digitalradar.events.models import Occurrence
from digitalradar.knowledge.models import GuidePage
from digitalradar.knowledge.queries.references import guides_on_topics
from digitalradar.knowledge.queries.shelf import guide_shelf

GUIDES = 3


def register() -> None:
    """Fill the slot beside dates; called once at start."""
    panels.register(
        "event.aside", "guides", "website/includes/event_panel.html", guides, tags=lambda _date: (kind_tag(GuidePage),)
    )


def guides(request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return some guides on the topic fields of a date, or None where there are none in this language."""
    topics, language = [topic.pk for topic in occurrence.topic_fields.all()], get_language() or "de"
    found = guides_on_topics(topics, language, GUIDES) if topics else []
    shelf = guide_shelf(language)
    if not found or shelf is None:
        return None
    return {"guides": found, "more_url": f"{shelf.url}?{urlencode({'themenfeld': topics[0]})}"}
