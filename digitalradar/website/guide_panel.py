"""Beside a guide: the quiet way to one's own situation, for visitors who have not begun a check."""

from typing import Any

from django.http import HttpRequest

from digitalradar.assessments.views.remembered import remembered_run
from digitalradar.core import panels

from .trouble_link import TAG, trouble_url


def register() -> None:
    """Fill the slot beside guides; called once at start."""
    panels.register("guide.aside", "trouble", "website/includes/guide_panel.html", invitation, tags=_tags, order=60)


def invitation(request: HttpRequest, page: Any) -> dict[str, Any] | None:
    """Return where to go on; None for whoever has a check on this device, who is led back to it instead."""
    if remembered_run(request) is not None:
        return None
    return {"trouble_url": trouble_url(page.locale.language_code)}


def _tags(page: Any) -> tuple[str, ...]:
    return (TAG,)
