"""Which guides fit what we know of a visitor: apps further up say so, without an import of theirs.

``register`` takes a function from the request to ``{identifier: reason}``, the best first; the list of guides offers
„Passt zu meinem Ergebnis“ where somebody has an answer, and marks the guides. Reasons are sentences, safe HTML or text.
Whoever answers depends on a cookie named with :func:`core.page_cache.personal_cookie`, so no kept page shows it.
"""

from collections.abc import Callable, Mapping

from django.http import HttpRequest

Fitting = Callable[[HttpRequest], Mapping[str, str]]

_sources: list[Fitting] = []


def register(source: Fitting) -> None:
    """Add a source, once, from an app's ``AppConfig.ready``."""
    _sources.append(source)


def fitting(request: HttpRequest) -> dict[str, str]:
    """Return reason by identifier of the guides that fit, the best first; empty for people we know nothing of."""
    found: dict[str, str] = {}
    for source in _sources:
        found = {**found, **{key: reason for key, reason in source(request).items() if key not in found}}
    return found
