"""The calendar as its template shows it: filters, rows by month, pages."""

from typing import Any
from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.search.paging import pager

from ..models import Occurrence
from ..queries.calendar import PER_PAGE, Asked, Choices
from .rows import by_month


def address(asked: Asked, **changed: Any) -> str:
    """Return the query of the same list with something changed; "." stands for the list itself."""
    now = {
        name: getattr(asked, name) for name in ("text", "kind", "topic", "town", "online", "month", "page")
    } | changed
    pairs = [
        ("q", now["text"]),
        ("format", now["kind"]),
        ("thema", now["topic"]),
        ("ort", now["town"]),
        ("online", "ja" if now["online"] else ""),
        ("monat", f"{now['month']:%Y-%m}" if now["month"] else ""),
        ("seite", str(now["page"]) if now["page"] > 1 else ""),
    ]
    query = urlencode([(name, value) for name, value in pairs if value])
    return f"?{query}" if query else "."


def listing(asked: Asked, dates: QuerySet[Occurrence]) -> dict[str, Any]:
    """Return one page of dates in groups by month, how many there are, and the other pages."""
    pages = Paginator(dates, PER_PAGE)
    page = pages.get_page(asked.page)
    return {
        "months": by_month(page.object_list),
        "total": pages.count,
        "count_line": ngettext("%(count)s Termin", "%(count)s Termine", pages.count) % {"count": pages.count},
        "pager": pager(page.number, pages.num_pages, lambda number: address(asked, page=number)),
    }


def filter_form(asked: Asked, choices: Choices) -> dict[str, Any]:
    """Return the fields of the filters and what is chosen, with the address that takes it away."""
    selects = [
        _select("format", _("Format"), _("alle Formate"), choices.kinds, asked.kind),
        _select("thema", _("Thema"), _("alle Themen"), choices.topics, asked.topic),
        _select("ort", _("Ort"), _("alle Orte"), {town: town for town in choices.towns}, asked.town),
    ]
    return {
        "selects": [select for select in selects if select["options"]],
        "online": asked.online,
        "text": asked.text,
        "month": f"{asked.month:%Y-%m}" if asked.month else "",
        "chosen": _chosen(asked, choices),
        "list_url": address(asked, month=None, page=1),
        "month_url": address(asked, month=localdate().replace(day=1), page=1),
        "all_url": address(Asked(month=asked.month)),
    }


def _select(name: str, label: str, everything: str, options: dict[str, str], chosen: str) -> dict[str, Any]:
    shown = [{"value": value, "label": text, "is_chosen": value == chosen} for value, text in options.items()]
    return {"name": name, "label": label, "everything": everything, "options": shown}


def _chosen(asked: Asked, choices: Choices) -> list[dict[str, str]]:
    named = [
        ("text", _("„%(text)s“") % {"text": asked.text} if asked.text else "", ""),
        ("kind", choices.kinds.get(asked.kind, asked.kind), ""),
        ("topic", choices.topics.get(asked.topic, asked.topic), ""),
        ("town", asked.town, ""),
        ("online", _("online") if asked.online else "", False),
    ]
    return [
        {"label": label, "url": address(asked, **{name: nothing}, page=1)} for name, label, nothing in named if label
    ]
