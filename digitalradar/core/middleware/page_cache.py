"""Answer with a kept page before anything else is done; keep what views marked with :func:`page_cache.cacheable`."""

import hashlib
import time
from datetime import datetime, timedelta
from datetime import time as clock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.cache import patch_vary_headers

from ..page_cache import personal_cookies
from ..page_cache.store import Kept, Key, Store
from ..page_cache.versions import Versions
from ..visits import count

NEVER = ("/verwaltung/", "/check/", "/en/check/", "/static/", "/media/", "/dokumente/")
REVALIDATE = "public, no-cache"  # browsers may keep a page but ask each time whether it is still the same
UNKEPT_HEADERS = {"content-length", "x-request-id"}


class PageCacheMiddleware:
    """Only plain requests of people we know nothing about: GET or HEAD, no query, no cookie of their own."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.versions = Versions()
        self.store = Store(settings.PAGE_CACHE_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not self._may_be_kept(request):
            return _counted(request, self.get_response(request))
        key = _key(request)
        if (kept := self.store.get(key)) and self._is_good(kept):
            return _answer(request, kept)
        version = self.versions.refresh()
        response = self.get_response(request)
        kept = _keep(response, version) if request.method == "GET" else None
        if kept is None:
            return _counted(request, response)
        self.store.put(key, kept)
        return _answer(request, kept)

    def _may_be_kept(self, request: HttpRequest) -> bool:
        return (
            self.store.limit > 0
            and request.method in {"GET", "HEAD"}
            and not request.META.get("QUERY_STRING")
            and not request.path_info.startswith(NEVER)
            and not is_personal(request)
        )

    def _is_good(self, kept: Kept) -> bool:
        return time.time() < kept.expires and self.versions.is_current(kept.tags, kept.version)


def is_personal(request: HttpRequest) -> bool:
    """Whether the browser sends a cookie that may change what a page shows."""
    if not request.META.get("HTTP_COOKIE"):
        return False
    return not personal_cookies().union({settings.SESSION_COOKIE_NAME}).isdisjoint(request.COOKIES)


def _key(request: HttpRequest) -> Key:
    return request.META.get("HTTP_HOST", ""), request.path_info, "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")


def _keep(response: HttpResponse, version: int) -> Kept | None:
    """Return what is worth keeping of an answer, or None if it is not marked, not whole or sets a cookie."""
    tags = getattr(response, "page_cache_tags", None)
    if tags is None or response.status_code != 200 or response.streaming or response.cookies:
        return None
    patch_vary_headers(response, ["Cookie", "Accept-Encoding"])
    response["Cache-Control"] = REVALIDATE
    headers = tuple((name, value) for name, value in response.items() if name.lower() not in UNKEPT_HEADERS)
    etag = f'W/"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
    return Kept(response.content, headers, etag, tags, version, _end_of_day(), response.page_visit)


def _answer(request: HttpRequest, kept: Kept) -> HttpResponse:
    """Return a kept page, or 304 if the browser has the same one."""
    count(request, kept.visit)
    if kept.etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        response = HttpResponse(status=304)
        response.headers.pop("Content-Type", None)
        response["Cache-Control"] = REVALIDATE
        response["Vary"] = "Cookie, Accept-Encoding"
    else:
        response = HttpResponse(kept.body if request.method == "GET" else b"")
        for name, value in kept.headers:
            response.headers[name] = value
        response.headers["Content-Length"] = str(len(kept.body))
    response.headers["ETag"] = kept.etag
    return response


def _counted(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if response.status_code == 200 and (visit := getattr(response, "page_visit", "")):
        count(request, visit)
    return response


def _end_of_day() -> float:
    """Pages speak of today (deadlines, dates): none outlives midnight."""
    tomorrow = timezone.localdate() + timedelta(days=1)
    return datetime.combine(tomorrow, clock.min, timezone.get_current_timezone()).timestamp()
