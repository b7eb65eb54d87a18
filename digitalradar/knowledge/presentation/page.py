"""Everything a page of the library shows, for its template."""

from typing import Any

from django.http import HttpRequest

from digitalradar.core.page_cache import CONTACTS
from digitalradar.core.panels import slot_tags
from digitalradar.topics.queries import contact_for

from ..models import GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from .rendered import render

SLOTS = {GuidePage: "guide", TechnologyPage: "technology", PracticeReportPage: "report"}


def page_context(page: KnowledgePage, request: HttpRequest) -> dict[str, Any]:
    """Return what the templates of the three kinds of pages show besides ``page``."""
    parts = page.parts or render(page)
    slot = SLOTS[type(page)]
    return {
        "head": parts.head,
        "article": parts.article,
        "slots": {"top": f"{slot}.top", "aside": f"{slot}.aside", "end": f"{slot}.end"},
        "contact": contact_for(page.dimension_id),
        "share": parts.share,
        "structured_data": parts.structured_data,
    }


def tags_around(page: KnowledgePage) -> list[str]:
    """Return the tags of what stands around the stored parts: the person to ask, and panels of other apps."""
    slot = SLOTS[type(page)]
    return [CONTACTS, *(tag for place in ("top", "aside", "end") for tag in slot_tags(f"{slot}.{place}", page))]
