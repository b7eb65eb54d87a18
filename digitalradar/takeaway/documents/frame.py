"""What stands around the sections: the head with its strip of facts, running lines, and where the page comes from."""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, Text, facts, heading, keep, text
from digitalradar.knowledge.models import KnowledgePage
from digitalradar.knowledge.presentation.about import about
from digitalradar.knowledge.presentation.dates import day
from digitalradar.knowledge.presentation.strip import strip
from digitalradar.region.queries import current_region

from .writer import absolute, shown

PAGE, PAGES = "{page}", "{pages}"  # filled in by the layout


def frame(page: KnowledgePage, eyebrow: str) -> dict[str, Any]:
    """Return title, language, the lines at the top and bottom of each page, and the head of the first one."""
    region = current_region()
    return {
        "lang": page.locale.language_code,
        "title": page.title,
        "publisher": region.name or "Digitalradar",
        "check": page.title,
        "date_line": _version(page),
        "portal": settings.PUBLIC_URL.partition("://")[2],
        "page_line": _("Seite %(page)s von %(pages)s") % {"page": PAGE, "pages": PAGES},
        "head": {
            "region": region.name,
            "eyebrow": eyebrow,
            "title": page.title,
            "promise": page.promise,
            "example": _example(page, is_example_region=region.is_example),
            "address": {"url": absolute(page.get_url() or ""), "t": shown(page.get_url() or "")},
        },
        "funding": region.funding_statement,
    }


def _example(page: KnowledgePage, *, is_example_region: bool) -> str:
    if page.is_example:
        return _("Beispieldaten: frei erfunden.")
    return _("Beispielregion: Region und Ansprechpersonen sind erfunden.") if is_example_region else ""


def head_facts(page: KnowledgePage) -> tuple[list[tuple[Text, Text]], str]:
    """Return the strip of facts, and the line that says that they are estimates (empty without any)."""
    told: list[tuple[Text, Text]] = [(fact.term, fact.text) for fact in strip(page)]
    is_estimated = bool(page.hours_max or page.weeks_max or page.cost_class)
    estimates = _("Aufwand, Dauer und Kosten sind Richtwerte für einen Betrieb mit etwa 10 bis 100 Beschäftigten.")
    return told, estimates if is_estimated else ""


def origin(page: KnowledgePage) -> list[Block]:
    """Return the last part: state, author, review, address, licence."""
    entries: list[tuple[Text, Text]] = [(entry["term"], entry["text"]) for entry in about(page)]
    url = page.get_url() or ""
    entries += [
        (_("Neueste Fassung"), {"url": absolute(url), "t": shown(url)}),
        (_("Herausgegeben von"), current_region().name),
        (_("Lizenz"), settings.CONTENT_LICENCE),
    ]
    reminder = text(_("Auf Papier veraltet der Text. Im Portal steht immer die neueste Fassung."), "small")
    return [keep(heading(_("Stand dieses Dokuments")), facts(entries), reminder)]


def _version(page: KnowledgePage) -> str:
    date = day(page.published_on)
    return _("Fassung %(version)s, %(date)s") % {"version": page.version, "date": date} if page.version else date
