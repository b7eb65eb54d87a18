"""Whole public pages, kept in the memory of each process until something they show has changed.

A view says with :func:`cacheable` that its answer is the same for everybody and what it shows, as **tags** such as
``page:12`` or ``guides``. Whoever changes something calls :func:`forget` with the tags inside the same transaction.
Answers to people who have a cookie of their own (signed in, in the middle of a check, with a selection) are neither
kept nor taken from here; apps name such cookies with :func:`personal_cookie`.

Why it stays true with several processes: see docs/explanation/page-cache.md.
"""

from collections.abc import Callable

from django.http import HttpResponse

FRAME = "frame"  # what stands around every page: region, menu, footer, contact people

_cookies: set[str] = {"messages"}
_watchers: dict[str, list[Callable[[], object]]] = {}


def cacheable(response: HttpResponse, *tags: str, visit: str = "") -> HttpResponse:
    """Mark an answer as the same for everybody; ``visit`` is the key under which :mod:`core.visits` counts it."""
    response.page_cache_tags = frozenset(tags) | {FRAME}
    response.page_visit = visit
    return response


def personal_cookie(name: str) -> None:
    """Let everybody who has this cookie get pages of their own; from an app's ``AppConfig.ready``."""
    _cookies.add(name)


def personal_cookies() -> frozenset[str]:
    """Return the names of all cookies that make pages personal, apart from the session's."""
    return frozenset(_cookies)


def watch(tag: str, forget_locally: Callable[[], object]) -> None:
    """Call ``forget_locally`` in every process when a tag was forgotten anywhere: for small caches of one's own."""
    _watchers.setdefault(tag, []).append(forget_locally)


def watchers(tag: str) -> list[Callable[[], object]]:
    """Return who wants to know of a tag."""
    return _watchers.get(tag, [])


def forget(*tags: str) -> None:
    """Let no process show a page with one of the tags any more, from the commit of this transaction on."""
    from .versions import bump  # models are not loaded yet when apps import this module

    bump(tags)
