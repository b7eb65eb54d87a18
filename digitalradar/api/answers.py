"""Answers of the API: JSON in bytes that say their language, and whether the asker has them already."""

from collections.abc import Iterable
from datetime import datetime

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.http import http_date

from digitalradar.core.page_cache import cacheable

JSON = "application/json"
FRESH_SECONDS = 300  # a new version of a catalogue is seen by everybody after this time


def scored(content: bytes, version: str) -> HttpResponse:
    """Return what was computed from somebody's answers: nobody on the way may keep it."""
    response = HttpResponse(content, content_type=JSON)
    response["Scoring-Version"] = version
    patch_cache_control(response, no_store=True)
    return response


def readable(
    request: HttpRequest,
    content: bytes,
    *,
    tag: str,
    language: str,
    modified: datetime | None = None,
    shows: Iterable[str] = (),
    daily: bool = False,
    until: datetime | None = None,
) -> HttpResponseBase:
    """Return public content that may be kept for a while, or 304 when the asker has it already.

    ``tag`` names this content in this language; the same tag always means the same bytes. The day it was loaded
    (``modified``) is only told: staff may go back to an older version, so who asks by date alone gets the content.
    With the tags of what it ``shows`` (:mod:`core.page_cache`) it is kept, and its date is that of the last change;
    until midnight if it is ``daily``, else until the moment ``until`` at which it changes by itself.
    """
    response = HttpResponse(content, content_type=JSON)
    response["Content-Language"] = language
    patch_cache_control(response, public=True, max_age=FRESH_SECONDS)
    response["ETag"] = etag = f'"{tag}"'
    if shows:
        cacheable(response, *shows, daily=daily, framed=False, until=until)
    if modified:
        response["Last-Modified"] = http_date(int(modified.timestamp()))
    return get_conditional_response(request, etag=etag, response=response)
