"""The question „War das hilfreich?“ at the end of every page of the library."""

from typing import Any

from django.http import HttpRequest

from digitalradar.core import panels

SLOTS = ("guide", "technology", "report")


def register() -> None:
    """Put the question on all kinds of pages, once; it is the same for everybody."""
    for slot in SLOTS:
        panels.register(f"{slot}.end", "feedback", "knowledge/includes/feedback_link.html", question, order=80)


def question(request: HttpRequest, page: Any) -> dict[str, str] | None:
    """Return the address of the form; nothing on drafts, which nobody can rate yet."""
    if not page.live or getattr(request, "is_preview", False):
        return None
    return {"url": f"{page.get_url(request)}rueckmeldung/"}
