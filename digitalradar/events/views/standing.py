"""The standing page of a format: what it is, when it comes next, what has been."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from digitalradar.core.page_cache import CONTACTS
from digitalradar.core.panels import slot_tags

from ..cache_tags import EVENTS
from ..kinds import find_kind
from ..presentation.rows import rows
from ..queries.calendar import ahead_of_kind, latest_of_kind, next_turn
from .keeping import kept


@require_safe
def standing(request: HttpRequest, kind_id: str) -> HttpResponse:
    """Show a format; other apps add to it by the slot ``format.main``."""
    kind = find_kind(kind_id)
    context = {"kind": kind, "ahead": rows(ahead_of_kind(kind_id)), "past": rows(latest_of_kind(kind_id))}
    response = render(request, "events/standing.html", context)
    tags = slot_tags("format.main", kind)
    return kept(response, EVENTS, CONTACTS, *tags, visit=f"format:{kind_id}", until=next_turn())
