"""The page of one date."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.page_cache import CONTACTS
from digitalradar.core.panels import slot_tags

from ..cache_tags import event_tag
from ..models import Occurrence
from ..presentation.event import event_page
from ..queries.pages import WHOLE, find_event, last_turn, next_turn
from .keeping import kept

SLOTS = ("event.top", "event.signup", "event.main", "event.aside", "event.end")


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a date to everybody, without anything that only participants may know."""
    occurrence = event_or_404(slug)
    response = render(request, "events/event.html", event_page(request, occurrence))
    tag = event_tag(occurrence.pk)
    tags = (tag, CONTACTS, *(tag for slot in SLOTS for tag in slot_tags(slot, occurrence)))
    return kept(response, *tags, visit=tag, until=next_turn(occurrence), since=last_turn(occurrence))


def event_or_404(slug: str, parts: Sequence[str] = WHOLE) -> Occurrence:
    """Return a public date with some of its parts; drafts answer like addresses that never were."""
    occurrence = find_event(slug, parts)
    if occurrence is None:
        raise NotFound(_("Diesen Termin gibt es nicht, oder er ist nicht veröffentlicht."))
    return occurrence
