"""Answer with a kept page before anything else is done; keep what views marked with :func:`page_cache.cacheable`."""

import time
from datetime import datetime, timedelta
from datetime import time as clock
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..page_cache import personal_cookies, variant
from ..page_cache.answers import Kept, answer, chosen_encoding, depends_on, make
from ..page_cache.store import Key, Store
from ..page_cache.versions import Position, known
from ..visits import count

KNOWN_TO_VARY = {"cookie", "accept-encoding", "accept-language"}  # what kept pages are told apart by, or rendered for
NEVER = float("inf")


class PageCacheMiddleware:
    """Only plain requests of people we know nothing about: GET or HEAD, no cookie of their own.

    Addresses with a query are never kept, but their answers get an ``ETag`` like all others that are marked.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.store = Store(settings.PAGE_CACHE_BYTES)
        self.hosts = usual_hosts()
        self.started = int(time.time())

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.is_anonymous_reader = request.method in {"GET", "HEAD"} and not is_personal(request)
        if not request.is_anonymous_reader:
            return _counted(request, self.get_response(request))
        key = self._key(request)
        if key and (kept := self.store.get(key)):
            if time.time() < kept.expires and known.is_current(kept.tags, kept.since):
                count(request, kept.visit)
                return answer(request, kept)
            self.store.drop(key)
        return self._made(request, key)

    def _made(self, request: HttpRequest, key: Key | None) -> HttpResponse:
        since = known.now() if key else known.position  # before anything is read: see Versions.now
        response = _counted(request, self.get_response(request))
        if not may_be_kept(response):
            return response
        if key and request.method == "GET":
            kept = self._keepable(request, response, since)
            self.store.put(key, kept)
        else:
            encoding = chosen_encoding(request.META.get("HTTP_ACCEPT_ENCODING", ""))
            kept = self._keepable(request, response, since, encodings=[encoding])
        return answer(request, kept)

    def _keepable(self, request: HttpRequest, response: HttpResponse, since: Position, **encodings: list[str]) -> Kept:
        today, tomorrow = _midnights() if response.page_cache_daily else (0, NEVER)
        return make(
            response,
            since,
            modified=max(known.changed_at(response.page_cache_tags), self.started, today),
            expires=min(tomorrow, response.page_cache_until),
            by_language=bool(variant(request)),
            **encodings,
        )

    def _key(self, request: HttpRequest) -> Key | None:
        """Return None for what is not kept: no cache, a query, or a host that anybody may make up."""
        host = request.META.get("HTTP_HOST") or request.META.get("SERVER_NAME", "")
        if not self.store.limit or request.META.get("QUERY_STRING") or host not in self.hosts:
            return None
        return Key(request.scheme or "", host, request.path_info, variant(request))


def is_personal(request: HttpRequest) -> bool:
    """Whether the browser sends a cookie that may change what a page shows."""
    if not request.META.get("HTTP_COOKIE"):
        return False
    return not personal_cookies().union({settings.SESSION_COOKIE_NAME}).isdisjoint(request.COOKIES)


def may_be_kept(response: HttpResponse) -> bool:
    """Whether an answer is marked, whole, and depends on nothing else; a form's secret brings a cookie along."""
    if getattr(response, "page_cache_tags", None) is None or response.status_code != 200 or response.streaming:
        return False
    if response.cookies or response.has_header("Content-Encoding") or _is_private(response):
        return False
    return depends_on(response) <= KNOWN_TO_VARY


def _is_private(response: HttpResponse) -> bool:
    told = response.headers.get("Cache-Control", "")
    return "no-store" in told or "private" in told


def usual_hosts() -> frozenset[str]:
    """Return the names, with and without port, under which the portal is meant to be reached.

    ALLOWED_HOSTS may hold wildcards, and any port is let through: whoever makes up names must not fill the memory.
    """
    public = urlsplit(settings.PUBLIC_URL)
    names = {host for host in settings.ALLOWED_HOSTS if not host.startswith(("*", "."))} | {public.hostname or ""}
    ports = {f":{port}" for port in (settings.PORT, public.port) if port}
    return frozenset(f"{name}{port}" for name in names for port in {"", *ports})


def _counted(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if response.status_code == 200 and (visit := getattr(response, "page_visit", "")):
        count(request, visit)
    return response


def _midnights() -> tuple[int, int]:
    """Return the beginning and the end of today in Unix time: most pages speak of today (deadlines, dates)."""
    today, zone = timezone.localdate(), timezone.get_current_timezone()
    begin, end = (datetime.combine(day, clock.min, zone) for day in (today, today + timedelta(days=1)))
    return int(begin.timestamp()), int(end.timestamp())
