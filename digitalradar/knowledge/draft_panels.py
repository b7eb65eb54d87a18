"""What stands around a draft: a banner above the text, and below it the forms of those who review it.

A draft is shown by the page's own template; the panels appear only where a view of :mod:`views` put a
:class:`DraftVisit` on the request.
"""

from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from digitalradar.core import panels

from .models import KnowledgePage, PreviewLink
from .queries.remarks import Remark

SLOTS = ("guide", "technology", "report")
BEFORE_OTHERS, AFTER_OTHERS = 0, 90


@dataclass
class DraftVisit:
    """Somebody reads a draft: through ``link`` without account, or as one who may decide (``may_decide``)."""

    draft: KnowledgePage
    forms: dict[str, Any]
    remarks: list[Remark] = field(default_factory=list)
    link: PreviewLink | None = None
    may_decide: bool = False
    back_url: str = ""


def register() -> None:
    """Put both panels on all kinds of pages; called once at start."""
    for slot in SLOTS:
        panels.register(f"{slot}.top", "draft", "knowledge/draft/banner.html", visit_of, order=BEFORE_OTHERS)
        panels.register(f"{slot}.end", "draft", "knowledge/draft/remarks.html", visit_of, order=AFTER_OTHERS)


def visit_of(request: HttpRequest, page: Any) -> dict[str, Any] | None:
    """Return the context of the panels, None on every page that is no draft."""
    visit = getattr(request, "draft_visit", None)
    return None if visit is None else {"visit": visit}
