"""The list of the library as its template shows it: facets with counts, filters to remove, rows, pages."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from digitalradar.search.paging import pager
from digitalradar.search.queries.results import Results

from ..models import KnowledgePage
from ..queries.facets import FACETS, FITTING, KINDS, Titles
from ..queries.listing import Asked

UNFOLDED = 3  # facets that stand open from the start
ORDERS = {
    "relevanz": _("nach Treffer"),
    "einstieg": _("nach Einstieg"),
    "titel": _("nach Titel"),
    "neueste": _("neueste zuerst"),
}


def listing(
    asked: Asked,
    found: Results,
    titles: Mapping[str, Titles],
    pages: Mapping[tuple[str, str], KnowledgePage],
    hidden: str = "",
    fits: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Return the context of the list; ``hidden`` names the parameter of a facet that is not offered.

    ``fits`` holds the reasons by identifier why guides fit the visitor's result; the list then offers only these.
    """
    facets = [
        _facet(place, facet.parameter, facet.name, str(facet.title), titles[facet.parameter], asked, found)
        for place, facet in enumerate((*FACETS, FITTING))
        if facet.parameter != hidden and facet.parameter in titles
    ]
    return {
        "text": asked.text,
        "facets": facets,
        "filters": _filters(asked, titles),
        "orders": [
            {"value": value, "label": label, "is_chosen": value == asked.sort}
            for value, label in ORDERS.items()
            if asked.text or value != "relevanz"
        ],
        "count_line": _count_line(found, asked),
        "total": found.total,
        "rows": [
            _row(hit, pages[key], fits or {})
            for hit in found.hits
            if (key := (hit.document.kind, hit.document.key)) in pages
        ],
        "pager": pager(found.page, found.pages, lambda number: address(asked, page=number)),
        "corrected": found.query if found.corrections else "",
        "corrected_url": address(Asked(found.query, asked.chosen)) if found.corrections else "",
    }


def address(asked: Asked, *, page: int = 1, without: tuple[str, str] | None = None) -> str:
    """Return the address of the same list, on another page or without one value of a facet."""
    pairs = [("q", asked.text)] if asked.text else []
    pairs += [(name, value) for name, values in asked.chosen.items() for value in values if (name, value) != without]
    usual = "relevanz" if asked.text else "einstieg"
    pairs += [("sortierung", asked.sort)] if asked.sort != usual else []
    pairs += [("seite", str(page))] if page > 1 else []
    return f"?{urlencode(pairs)}" if pairs else "."


def _facet(
    place: int, parameter: str, name: str, title: str, values: Titles, asked: Asked, found: Results
) -> dict[str, Any]:
    chosen = asked.chosen.get(parameter, ())
    counts = found.facets.get(name, {})
    options = [
        {"value": value, "label": label, "count": counts.get(value, 0), "is_chosen": value in chosen}
        for value, label in values.items()
    ]
    return {"parameter": parameter, "title": title, "options": options, "is_open": place < UNFOLDED or bool(chosen)}


def _filters(asked: Asked, titles: Mapping[str, Titles]) -> list[dict[str, str]]:
    return [
        {
            "label": str(titles[name][value]),
            "url": address(asked, without=(name, value)),
        }
        for name, values in asked.chosen.items()
        for value in values
    ]


def _count_line(found: Results, asked: Asked) -> str:
    """Say how many fit; only guides are called so."""
    formats = found.facets.get("format", {})
    only_guides = asked.chosen.get("art") == ("guide",) or not any(
        formats.get(kind) for kind in KINDS if kind != "guide"
    )
    if only_guides:
        line = ngettext("%(count)s Leitfaden passt", "%(count)s Leitfäden passen", found.total)
    else:
        line = ngettext("%(count)s Beitrag passt", "%(count)s Beiträge passen", found.total)
    return line % {"count": found.total}


def _row(hit: Any, page: KnowledgePage, fits: Mapping[str, str]) -> dict[str, Any]:
    return {
        "kind": KINDS[hit.document.kind] if hit.document.kind != "guide" else "",
        "topic": page.topic_field.local_title,
        "title": hit.title,
        "url": hit.document.url,
        "promise": page.promise,
        "highlight": hit.highlight if "<mark>" in hit.highlight else "",
        "page": page,
        "fits": fits.get(page.identifier, "") if hit.document.kind == "guide" else "",
    }
