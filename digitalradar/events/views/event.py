"""The page of one date."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.errors import NotFound

from ..cache_tags import event_tag
from ..models import Occurrence
from ..presentation.event import public_address
from ..presentation.event_parts import event_parts, event_tags
from ..presentation.rows import foreign
from ..queries.pages import WHOLE, find_event, last_turn, next_turn
from .keeping import kept


@require_safe
def event(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a date to everybody, without anything that only participants may know."""
    occurrence = event_or_404(slug, ())
    page = {
        "occurrence": occurrence,
        "lang": foreign(occurrence),
        "canonical": public_address(occurrence),
        "parts": event_parts(occurrence),
    }
    response = render(request, "events/event.html", page)
    visit, until, since = event_tag(occurrence.pk), next_turn(occurrence), last_turn(occurrence)
    return kept(response, *event_tags(occurrence), visit=visit, until=until, since=since)


def event_or_404(slug: str, parts: Sequence[str] = WHOLE) -> Occurrence:
    """Return a public date with some of its parts; drafts answer like addresses that never were."""
    occurrence = find_event(slug, parts)
    if occurrence is None:
        raise NotFound(_("Diesen Termin gibt es nicht, oder er ist nicht veröffentlicht."))
    return occurrence
