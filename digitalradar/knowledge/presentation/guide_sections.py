"""The sections of a guide, in the order of the plan: all guides are built alike."""

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..models import GuidePage
from .dates import day, month
from .links import GuideRow, guides
from .sections import Section, prose, sentences
from .strip import external_costs, sector_names, size_range
from .writer import Writer


def guide_sections(page: GuidePage, writer: Writer) -> list[Section]:
    """Return everything between the head and the sources of a guide."""
    before, beside = list(page.prerequisites.all()), list(page.related.all())
    rows = guides(link.target_id for link in (*before, *beside))
    needed = [
        GuideRow(row.title, row.url, row.promise, link.reason) for link in before if (row := rows.get(link.target_id))
    ]
    related = [row for link in beside if (row := rows.get(link.target_id))]
    return [
        _for_whom(page, writer),
        Section("kurz", _("Das Wichtigste in Kürze"), "essentials", {"items": sentences(writer, page.essentials)}),
        _requirements(page, writer, needed),
        prose("beispiel", _("Ein Beispiel aus dem Betriebsalltag"), writer, page.example, _("Ausgedachtes Beispiel.")),
        _steps(page, writer),
        prose("beteiligen", _("Beschäftigte beteiligen"), writer, page.involvement),
        Section("chancen-und-risiken", _("Chancen und Risiken"), "balance", {"rows": _balance(page, writer)}),
        _law(page, writer),
        _costs(page, writer),
        _success(page, writer),
        Section("fehler", _("Typische Fehler"), "mistakes", {"items": sentences(writer, page.mistakes)}),
        _next_steps(page, writer, related),
    ]


def _for_whom(page: GuidePage, writer: Writer) -> Section:
    content = {
        "html": writer.prose(page.for_whom),
        "not_html": writer.prose(page.not_for_whom),
        "sizes": size_range(page.sizes),
        "sectors": sector_names(page),
    }
    return Section("fuer-wen", _("Für wen"), "for_whom", content)


def _requirements(page: GuidePage, writer: Writer, needed: list[GuideRow]) -> Section:
    content = {"html": writer.prose(page.requirements), "needed": needed}
    return Section("voraussetzungen", _("Voraussetzungen und Aufwand"), "requirements", content)


def _steps(page: GuidePage, writer: Writer) -> Section:
    steps = [_step(number, block.value, writer) for number, block in enumerate(page.steps, 1)]
    content = {"steps": steps, "key": f"{page.identifier}.{page.locale.language_code}", "version": page.version}
    return Section("schritte", _("Vorgehen in Schritten"), "steps", content)


def _step(number: int, value: Any, writer: Writer) -> dict[str, Any]:
    return {
        "number": number,
        "title": value["title"],
        "who": value["who"],
        "html": writer.prose(value["text"].source),
        "points": [
            {"id": f"punkt-{number}-{place}", "text": writer.label(point)}
            for place, point in enumerate(value["checklist"], 1)
        ],
    }


def _balance(page: GuidePage, writer: Writer) -> list[dict[str, SafeString]]:
    parts = ("chance", "risk", "remedy")
    return [{part: writer.text(block.value[part]) for part in parts} for block in page.balance]


def _law(page: GuidePage, writer: Writer) -> Section:
    content = {
        "html": writer.prose(page.law),
        "deadlines": [
            {
                "iso": block.value["date"].isoformat(),
                "day": day(block.value["date"]),
                "text": writer.text(block.value["text"], explain=False),
                "source": writer.citations.mark(block.value["fact"]),
            }
            for block in sorted(
                (block for block in page.deadlines if block.value["date"]), key=lambda block: block.value["date"]
            )
        ],
        "as_of": month(page.as_of),
    }
    return Section("recht", _("Recht und Fristen"), "law", content)


def _costs(page: GuidePage, writer: Writer) -> Section:
    content = {"html": writer.prose(page.costs), "external": external_costs(page)}
    return Section("kosten", _("Kosten, Förderung und Alternativen"), "costs", content)


def _success(page: GuidePage, writer: Writer) -> Section:
    content = {"measure": writer.prose(page.measure_of_success), "stop": writer.prose(page.stop_point)}
    return Section("erfolg", _("Woran Sie Erfolg erkennen"), "success", content)


def _next_steps(page: GuidePage, writer: Writer, related: list[GuideRow]) -> Section:
    content = {"html": writer.prose(page.next_steps), "related": related}
    return Section("weiter", _("Nächste Schritte"), "next_steps", content)
