"""The search page as its template shows it."""

from typing import Any
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from digitalradar.knowledge.models import GuideIndexPage
from digitalradar.search.asking import page_of, text_of
from digitalradar.search.paging import pager
from digitalradar.search.queries import search
from digitalradar.search.queries.results import Results
from digitalradar.topics.models import TopicField

# What each kind of page is called, alone and as a group; in the order of the page.
KINDS: dict[str, tuple[str | Promise, str | Promise]] = {
    "guide": (_("Leitfaden"), _("Leitfäden")),
    "technology": (_("Technologieprofil"), _("Technologieprofile")),
    "report": (_("Praxisbericht"), _("Praxisberichte")),
    "event": (_("Termin"), _("Termine")),
    "focus_group": (_("Fokusgruppe"), _("Fokusgruppen")),
    "focus_group_text": (_("Aus einer Fokusgruppe"), _("Aus Fokusgruppen")),
    "check": (_("Check"), pgettext_lazy("Art von Seiten", "Checks")),
    "page": (_("Seite"), _("Seiten")),
}


def asked_of(sent: QueryDict) -> tuple[str, str, int]:
    """Return text, kind (empty: all) and page of an address; what cannot be understood is left out."""
    kind = sent.get("art", "")
    return text_of(sent), kind if kind in KINDS else "", page_of(sent)


def found_for(text: str, kind: str, page: int) -> Results | None:
    """Search in the language of the page; None as long as nothing was asked."""
    if not text:
        return None
    filters = {"kind": [kind]} if kind else {}
    return search(text, language=get_language() or "de", kinds=tuple(KINDS), filters=filters, page=page)


def search_context(text: str, kind: str, found: Results | None) -> dict[str, Any]:
    """Return the context of the page."""
    if found is None:
        return {"text": text, "topics": _topics()}
    return {
        "text": text,
        "count_line": _count_line(found.total, text),
        "kinds": _kinds(text, kind, found),
        "hits": [
            {
                "kind": KINDS[hit.document.kind][0],
                "title": hit.title,
                "url": hit.document.url,
                "summary": hit.document.summary,
                "highlight": hit.highlight if "<mark>" in hit.highlight else "",
            }
            for hit in found.hits
        ],
        "pager": pager(found.page, found.pages, lambda number: address(text, kind, number)),
        "corrected": found.query if found.corrections else "",
        "corrected_url": address(found.query) if found.corrections else "",
        "topics": [] if found.total else _topics(),
    }


def address(text: str, kind: str = "", page: int = 1) -> str:
    """Return the address of a search, relative to the page."""
    pairs = {"q": text} | ({"art": kind} if kind else {}) | ({"seite": page} if page > 1 else {})
    return f"?{urlencode(pairs)}"


def search_url(_request: object) -> dict[str, str]:
    """Context processor: where the search in the head of every page leads."""
    return {"search_url": reverse("website:search")}


def _count_line(total: int, text: str) -> str:
    if not total:
        return str(_("Nichts gefunden für „%(text)s“") % {"text": text})
    return ngettext("%(count)s Treffer für „%(text)s“", "%(count)s Treffer für „%(text)s“", total) % {
        "count": total,
        "text": text,
    }


def _kinds(text: str, chosen: str, found: Results) -> list[dict[str, Any]]:
    """Return the ways to narrow to one kind of page; none if all hits are of one kind."""
    counts = {kind: count for kind in KINDS if (count := found.facets.get("kind", {}).get(kind, 0))}
    if len(counts) < 2 and not chosen:
        return []
    every = {"label": _("Alle"), "count": sum(counts.values()), "url": address(text), "is_chosen": not chosen}
    return [
        every,
        *(
            {"label": KINDS[kind][1], "count": count, "url": address(text, kind), "is_chosen": kind == chosen}
            for kind, count in counts.items()
        ),
    ]


def _topics() -> list[dict[str, str]]:
    """Return the fields of the library with their addresses; nothing while the shelf is not published."""
    shelf = GuideIndexPage.objects.live().filter(locale__language_code=get_language()).first()
    if not shelf:
        return []
    url = shelf.get_url()
    return [
        {"label": field.local_title, "url": f"{url}?{urlencode({'themenfeld': field.pk})}"}
        for field in TopicField.objects.order_by("order")
    ]
