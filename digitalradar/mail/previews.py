"""Every kind of message with example data, so that the back office can show it before anybody gets it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise


@dataclass(frozen=True)
class Preview:
    """One kind: its name for staff, its template, and a function that makes up the values the template needs."""

    kind: str
    label: str | Promise
    template: str
    example: Callable[[], Mapping[str, Any]]


_previews: dict[str, Preview] = {}


def register(
    kind: str, *, label: str | Promise, template: str, example: Callable[[], Mapping[str, Any]] = dict
) -> None:
    """Add a kind of message, once, from an app's ``AppConfig.ready``; ``example`` must need no database."""
    _previews[kind] = Preview(kind, label, template, example)


def previews() -> list[Preview]:
    """Return all kinds, ordered by their technical name."""
    return [_previews[kind] for kind in sorted(_previews)]


def find(kind: str) -> Preview | None:
    """Return one kind, None when nobody registered it."""
    return _previews.get(kind)


def label_of(kind: str) -> str:
    """Return the name of a kind for staff; the technical one for kinds that no app knows any more."""
    return str(_previews[kind].label) if kind in _previews else kind
