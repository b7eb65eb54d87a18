"""Mark the pages of dates as the same for everybody, until something changes or the clock changes it."""

from datetime import datetime

from django.http import HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.http import http_date

from digitalradar.core.page_cache import cacheable


def kept(
    response: HttpResponse, *tags: str, visit: str, until: datetime | None, since: datetime | None = None
) -> HttpResponse:
    """Keep an answer until a tag is forgotten or ``until``; ``since`` is when the clock last changed what it shows."""
    patch_vary_headers(response, ["Cookie"])
    if since:
        response["Last-Modified"] = http_date(since.timestamp())
    return cacheable(response, *tags, visit=visit, until=until)
