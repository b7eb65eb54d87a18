"""Count which search led to a page, without redirect, script or cookie.

The browser itself says in ``Referer`` from which list somebody comes. So links to pages stay clean, kept pages stay the
same for everybody, and nothing has to be added to them. What is stored is one number per query and page.
"""

import logging
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import DisallowedHost
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse

from digitalradar.core import rate_limit
from digitalradar.core.errors import RateLimited
from digitalradar.search.models import Document
from digitalradar.search.services.asked import note_leading

LEADS_PER_HOUR = 120  # from one address
logger = logging.getLogger(__name__)


class SearchLeadMiddleware:
    """Stands outside of the page cache, because kept pages are opened from searches, too."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "GET" and response.status_code == 200 and (text := searched_for(request)):
            _count(request, text)
        return response


def searched_for(request: HttpRequest) -> str:
    """Return what was typed into the search page or list somebody comes from; empty if they come from elsewhere."""
    referer = request.META.get("HTTP_REFERER", "")
    if "q=" not in referer:
        return ""
    try:
        came_from = urlsplit(referer)
        found = parse_qs(came_from.query, max_num_fields=50).get("q", [""])
        is_ours = came_from.netloc == request.get_host() and came_from.path != request.path
    except (ValueError, DisallowedHost):
        return ""
    return found[0] if is_ours else ""


def _count(request: HttpRequest, text: str) -> None:
    try:
        document = Document.objects.filter(url=request.path).defer("body", "terms").first()
        if document:
            rate_limit.count("search-lead", request, limit=LEADS_PER_HOUR, seconds=3600)
            note_leading(text, document)
    except RateLimited:
        return
    except DatabaseError:
        logger.exception("A search that led to a page was not counted.")
