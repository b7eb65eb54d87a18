"""Limit how often one address may do something: a counter per fixed window in Django's cache."""

import logging
import time
from collections.abc import Callable, Collection
from functools import wraps

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from .client_address import client_address
from .errors import RateLimited

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


def rate_limited(
    name: str, *, limit: int, seconds: int, methods: Collection[str] = ("POST",)
) -> Callable[[View], View]:
    """Let one address call the view ``limit`` times in ``seconds``; more is answered by the 429 page.

    Only ``methods`` count. Off when ``settings.RATE_LIMITS`` is False.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def limited(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if settings.RATE_LIMITS and request.method in methods:
                count(name, request, limit=limit, seconds=seconds)
            return view(request, *args, **kwargs)

        return limited

    return decorate


def count(name: str, request: HttpRequest, *, limit: int, seconds: int) -> None:
    """Count one call; raise ``RateLimited`` above ``limit``.

    An unreachable cache lets everybody through: a limit is worth less than a working form.
    """
    window, elapsed = divmod(int(time.time()), seconds)
    key = _key(name, window, client_address(request))
    try:
        cache.add(key, 0, timeout=seconds + 1)
        calls = cache.incr(key)
    except Exception:
        logger.exception("The rate limit %s cannot count.", name)
        return
    if calls > limit:
        raise RateLimited(retry_after=seconds - elapsed)


def _key(name: str, window: int, address: str) -> str:
    """Name the counter without the address in clear: a keyed hash that changes with every window."""
    return f"rate:{name}:" + salted_hmac(f"rate:{name}:{window}", address, algorithm="sha256").hexdigest()[:32]
