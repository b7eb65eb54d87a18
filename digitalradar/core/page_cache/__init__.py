"""Whole public pages, kept in the memory of each process until something they show has changed.

A view says with :func:`cacheable` that its answer is the same for everybody and what it shows, as **tags** such as
``page:12`` or ``contacts``. Whoever changes something calls :func:`forget` with the tags inside the same transaction.
Answers to people who have a cookie of their own (signed in, in the middle of a check, with a selection) are neither
kept nor taken from here; apps name such cookies with :func:`personal_cookie`. What many pages show can be kept by
itself with :func:`remember`.

Which tags there are and why it stays true with several processes: see docs/explanation/page-cache.md.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

FRAME = "frame"  # what stands around every page: region, menu, footer
CONTACTS = "contacts"  # the people whom pages name for questions, and what they are responsible for
PARTNERS = "partners"
ROOTS = "roots"  # the start pages, below which all addresses begin
SITES = "sites"  # names of the portal, its languages, and who may read which pages

Result = TypeVar("Result")
Variant = Callable[[HttpRequest], str]
Tags = Callable[..., Iterable[str]]

_cookies: set[str] = {"messages"}
_variants: list[tuple[str, Variant]] = []


def cacheable(
    response: HttpResponse,
    *tags: str,
    visit: str = "",
    daily: bool = True,
    framed: bool = True,
    until: datetime | None = None,
) -> HttpResponse:
    """Mark an answer as the same for everybody.

    ``visit`` is the key under which :mod:`core.visits` counts it, ``daily`` tells that it speaks of today and is made
    anew after midnight, ``framed`` that it stands in the frame of the site. ``until`` is the moment from which on it is
    not true any more, if that is known: the beginning of a date, for example.
    """
    response.page_cache_tags = frozenset(tags) | ({FRAME} if framed else frozenset())
    response.page_visit = visit
    response.page_cache_daily = daily
    response.page_cache_until = until.timestamp() if until else float("inf")
    return response


def page_tag(pk: int | None) -> str:
    """Return the tag of a Wagtail page: what shows the page, or a link to it, changes with it."""
    return f"page:{pk}"


def kind_tag(model: Any) -> str:
    """Return the tag of all pages of a kind: what lists or counts them changes with each."""
    return f"pages:{model._meta.label_lower}"


def personal_cookie(name: str) -> None:
    """Let everybody who has this cookie get pages of their own; from an app's ``AppConfig.ready``."""
    _cookies.add(name)


def personal_cookies() -> frozenset[str]:
    """Return the names of all cookies that make pages personal, apart from the session's."""
    return frozenset(_cookies)


def vary(prefix: str, variant: Variant) -> None:
    """Keep several answers for each address below ``prefix``, told apart by ``variant``: a language, for example."""
    _variants.append((prefix, variant))


def variant(request: HttpRequest) -> str:
    """Return which of the answers for this address the request asks for."""
    return "".join(of(request) for prefix, of in _variants if request.path_info.startswith(prefix))


def forget(*tags: str) -> None:
    """Let no process show anything with one of the tags any more, from the commit of this transaction on."""
    from .forgetting import note  # models are not loaded yet when apps import this module

    note(tags)


def remember(*tags: str | Tags) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Keep what a function returns, in the memory of each process, until one of the tags is forgotten.

    What it returns has to follow from its arguments and from what the tags stand for; nobody may change it. In place
    of tags there may be one function that returns them for the arguments.
    """
    from .remembering import Memory

    first = tags[0]
    of = first if callable(first) else lambda *_arguments: tags
    return lambda function: wraps(function)(Memory(function, of))


def remember_found(tags: Tags) -> Callable[[Callable[..., Result]], Callable[..., Result]]:
    """Keep what a function finds until one of ``tags(found)`` is forgotten; that nothing was found is not kept."""
    from .remembering import FindingMemory

    return lambda function: wraps(function)(FindingMemory(function, tags))
