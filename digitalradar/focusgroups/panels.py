"""„Aus den Fokusgruppen“ below guides: what members have released for all, and that something was withdrawn."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from digitalradar.core import panels
from digitalradar.core.page_cache import remember

from .cache_tags import CITATIONS
from .models import Citation, Contribution
from .presentation.groups import foreign
from .queries.citations import all_citations

SLOT = "guide.end"


def register() -> None:
    """Fill the slot; called once at start."""
    panels.register(
        SLOT, "focus-groups", "focusgroups/includes/citations.html", cited, tags=lambda page: (CITATIONS,), order=40
    )


def cited(request: HttpRequest, page: Any) -> dict[str, Any] | None:
    """Return what a guide refers to; a text that is public no longer leaves a sentence that says so."""
    rows = _by_guide().get(page.identifier, ())
    return {"rows": [_row(*row) for row in rows], "lang": foreign()} if rows else None


@remember(CITATIONS)
def _by_guide() -> dict[str, list[tuple[str, str, str, str, str]]]:
    found: dict[str, list[tuple[str, str, str, str, str]]] = {}
    for citation in all_citations():
        found.setdefault(citation.guide, []).append(_told(citation))
    return found


def _told(citation: Citation) -> tuple[str, str, str, str, str]:
    """Return kind, text, name, slug and title of the group; no text for what is public no longer."""
    contribution, group = citation.contribution, citation.contribution.group
    if citation.is_named:
        return contribution.kind, contribution.text, contribution.public_name, group.slug, group.title
    if citation.is_nameless:
        return contribution.kind, contribution.anonymous.text, "", group.slug, group.title
    return "", "", "", "", ""


def _row(kind: str, text: str, name: str, slug: str, title: str) -> dict[str, str]:
    if not text:
        return {"text": ""}
    url = reverse("focusgroups:group", args=[slug])
    return {"kind": Contribution.Kind(kind).label, "text": text, "name": name, "group": title, "url": url}
