"""What a page shows beside itself: apps further up fill slots of pages further down, without an import.

A panel is a function of request and page that returns the context of its template, or None to show nothing. The
request is None in parts that are rendered once for everybody. Panels that show the same to everybody name the tags of
the page cache they depend on (``tags``); those that are ``personal`` show nothing to people without a cookie of their
own, so they need none.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

Content = Callable[[HttpRequest | None, Any], dict[str, Any] | None]
Tags = Callable[[Any], tuple[str, ...]]


@dataclass(frozen=True)
class Panel:
    """One panel: ``slot`` is where it stands, for example ``guide.aside``; lower ``order`` comes first."""

    slot: str
    name: str
    template: str
    content: Content
    tags: Tags
    order: int


_panels: dict[tuple[str, str], Panel] = {}


def register(slot: str, name: str, template: str, content: Content, *, tags: Tags = lambda page: (), order: int = 50):
    """Add a panel, once, from an app's ``AppConfig.ready``."""
    _panels[slot, name] = Panel(slot, name, template, content, tags, order)


def panels(slot: str) -> list[Panel]:
    """Return the panels of a slot in their order."""
    found = (panel for panel in _panels.values() if panel.slot == slot)
    return sorted(found, key=lambda panel: (panel.order, panel.name))


def slot_tags(slot: str, page: Any) -> tuple[str, ...]:
    """Return the tags that the panels of a slot depend on."""
    return tuple(tag for panel in panels(slot) for tag in panel.tags(page))
