"""Sections of a page as parts of a document, one function for each kind the page knows."""

from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import (
    Block,
    Text,
    column,
    columns,
    facts,
    heading,
    items,
    keep,
    note,
    numbers,
    table,
    text,
)
from digitalradar.knowledge.presentation.citations import Source
from digitalradar.knowledge.presentation.links import GuideRow
from digitalradar.knowledge.presentation.sections import Section

from .writer import absolute

Content = dict[str, Any]


def section_blocks(section: Section) -> list[Block]:
    """Return heading and content of a section."""
    first, *rest = KINDS[section.kind](section.content)
    return [keep(heading(section.title), first), *rest]


def _prose(content: Content) -> list[Block]:
    return [*content["html"], *_small(content["note"])]


def _for_whom(content: Content) -> list[Block]:
    sectors = content["sectors"]
    named = _("Branchen: %(names)s") % {"names": ", ".join(sectors)} if sectors else ""
    return [*content["html"], *_small(named), _labelled(_("Für wen nicht"), content["not_html"])]


def _essentials(content: Content) -> list[Block]:
    return [note(items(content["items"], "check"))]


def _requirements(content: Content) -> list[Block]:
    needed = [[_linked(guide), " – ", guide.reason] for guide in content["needed"]]
    return [*content["html"], *([_labelled(_("Vorher nötig"), [items(needed)])] if needed else [])]


def _steps(content: Content) -> list[Block]:
    return [block for step in content["steps"] for block in step_blocks(step)]


def step_blocks(step: Content, level: int = 2) -> list[Block]:
    """Return one step with its boxes to tick."""
    title = heading(f"{step['number']}. {step['title']}", level)
    boxes = items([point["text"] for point in step["points"]], "box")
    return [keep(title, text(step["who"], "soft"), *step["html"], boxes)]


def _balance(content: Content) -> list[Block]:
    head = [column(_("Chance"), "1fr"), column(_("Risiko"), "1fr"), column(_("Was dagegen hilft"), "1fr")]
    return [table(head, [[row["chance"], row["risk"], row["remedy"]] for row in content["rows"]])]


def _law(content: Content) -> list[Block]:
    deadlines = [(entry["day"], [entry["text"], entry["source"]]) for entry in content["deadlines"]]
    dated = [text(_("Fristen mit Datum"), "label"), facts(deadlines)] if deadlines else []
    as_of = _("Stand %(as_of)s. Keine Rechtsberatung.") % {"as_of": content["as_of"]}
    return [note(*content["html"], *dated, text(as_of, "small"), tone="warn")]


def _costs(content: Content) -> list[Block]:
    external = _("Externe Kosten, einmalig und im ersten Jahr:")
    priced = [text([{"bold": external}, " ", content["external"]])] if content["external"] else []
    return [
        *content["html"],
        *priced,
        *_small(_("Richtwerte für Betriebe mit etwa 10 bis 100 Beschäftigten, kein Angebot.")),
    ]


def _success(content: Content) -> list[Block]:
    return [
        columns(
            [text(_("Messgröße"), "label"), *content["measure"]],
            [text(_("Haltepunkt"), "label"), *content["stop"]],
        )
    ]


def _mistakes(content: Content) -> list[Block]:
    return [items(content["items"])]


def _next_steps(content: Content) -> list[Block]:
    return [*content["html"], *_guides(content)]


def _guides(content: Content) -> list[Block]:
    related = [[_linked(guide), {"br": True}, guide.promise] for guide in content["related"]]
    return [_labelled(_("Verwandte Leitfäden"), [items(related)])] if related else []


def _sources(content: Content) -> list[Block]:
    terms = [(term["term"], term["text"]) for term in content["terms"]]
    explained = [heading(_("Begriffe kurz erklärt"), 2), facts(terms)] if terms else []
    entries = [_source(source) for source in content["sources"]]
    named = [heading(_("Quellen"), 2), numbers(entries, style="small")] if entries else []
    return [*explained, *named]


def _source(source: Source) -> Text:
    runs: list[Any] = []
    for link in source.links:
        runs += [", "] if runs else []
        runs.append({"url": link.url, "t": link.label})
    if source.as_of:
        runs += ["; " if runs else "", _("Stand: %(as_of)s") % {"as_of": source.as_of}]
    return runs if source.is_certain else [*runs, ". ", {"bold": _("Diese Angabe ist nicht gesichert.")}]


def _linked(guide: GuideRow) -> Text:
    return {"url": absolute(guide.url), "t": {"bold": guide.title}}


def _labelled(label: str, blocks: list[Block]) -> Block:
    return keep(text(label, "label"), *blocks)


def _small(words: str) -> list[Block]:
    return [text(words, "small")] if words else []


KINDS: dict[str, Callable[[Content], list[Block]]] = {
    "prose": _prose,
    "for_whom": _for_whom,
    "essentials": _essentials,
    "requirements": _requirements,
    "steps": _steps,
    "balance": _balance,
    "law": _law,
    "costs": _costs,
    "success": _success,
    "mistakes": _mistakes,
    "next_steps": _next_steps,
    "guides": _guides,
    "sources": _sources,
}
