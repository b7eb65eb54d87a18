"""The calendar, and one date in full, for other sites to show."""

import hashlib
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from ninja import Path, Query, Router

from digitalradar.assessments.scoring.strict_json import write_json
from digitalradar.core.page_cache import FRAME
from digitalradar.events.cache_tags import EVENTS, event_tag
from digitalradar.events.queries import calendar, pages

from ..answers import readable
from ..events import changed_at, event_document, event_list, find_event
from ..guides import SPDX
from ..language import asked_language
from ..schemas.events import SLUG, EventDocument, EventList, EventQuery

router = Router(tags=["events"])


@router.get("/events", response=EventList, operation_id="list_events", summary="List dates")
def list_events(request: HttpRequest, asked: Query[EventQuery]) -> HttpResponseBase:
    """Focus groups, tech tastings, talks and everything else where people meet, also what was cancelled.

    Titles and summaries come in the language of the date itself; words such as those of `places` in the one asked for.
    """
    language = asked_language(request)
    told, count, modified = event_list(asked, language)
    content = write_json(told)
    response = readable(
        request,
        content,
        tag=_tag(content),
        language=language,
        modified=modified,
        shows=[EVENTS],
        daily=True,
        until=calendar.next_turn(),
    )
    if links := _neighbours(asked, count):
        response["Link"] = links
    return response


@router.get("/events/{slug:slug}", response=EventDocument, operation_id="read_event", summary="Read a date in full")
def read_event(request: HttpRequest, slug: str = Path(..., description=SLUG)) -> HttpResponseBase:
    """All that is on the page of a date: what can be booked, agenda, released material, licence and provenance.

    Sign-up is on the page itself (`url`); neither participants nor those who wait are told to anybody.
    """
    language, occurrence = asked_language(request), find_event(slug)
    content = write_json(event_document(occurrence, language))
    response = readable(
        request,
        content,
        tag=_tag(content),
        language=language,
        modified=changed_at(occurrence),
        shows=[event_tag(occurrence.pk), FRAME],
        until=pages.next_turn(occurrence),
    )
    response["Link"] = f'<{SPDX.format(settings.CONTENT_LICENCE)}>; rel="license"'
    return response


def _tag(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _neighbours(asked: EventQuery, count: int) -> str:
    """Return the header that leads to the next and the previous page (RFC 8288)."""
    given = {name: value for name, value in asked.model_dump(by_alias=True).items() if value and name != "page"}
    steps = [("prev", asked.page - 1), ("next", asked.page + 1)]
    return ", ".join(
        f'<{reverse("api:list_events")}?{urlencode(given | {"page": page})}>; rel="{name}"'
        for name, page in steps
        if 1 <= page <= count
    )
