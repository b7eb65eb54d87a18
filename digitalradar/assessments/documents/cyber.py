"""The document of the cyber check: points, areas, order of work."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from digitalradar.core.typst.blocks import (
    Block,
    Text,
    card,
    column,
    columns,
    facts,
    heading,
    numbers,
    score,
    table,
    text,
)

from ..presentation.levels import with_comma
from .appendix import plain_appendix
from .guides import guide_line, titled
from .steps import contact_block
from .voice import Voice


def cyber_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return everything between cover and sources."""
    return [
        heading(_("Auf einen Blick"), new_page=True),
        text(_headline(page), "lead"),
        columns([_points(page["outcome"])], [facts(_point_facts(page))], widths=("1fr", "1.5fr")),
        text(
            _(
                "Selbsteinschätzung nach eigenem Vorschlag, nicht die Norm. Erfüllt zählt 1, besonders Wichtiges 3; "
                "ist besonders Wichtiges nicht erfüllt oder unbekannt, zählt es minus 3."
            ),
            "small",
        ),
        *_areas(page, voice),
        *contact_block(page["contact"]),
        *_work(page, voice),
        *plain_appendix(page, voice),
    ]


def _headline(page: dict[str, Any]) -> str:
    count = page["top_open"]
    if not page["first_work"]:
        return _("Alle zutreffenden Anforderungen sind erfüllt.")
    if not count:
        return _("Das Wichtigste ist erfüllt. Der Rest lässt sich der Reihe nach angehen.")
    return ngettext(
        "Eine besonders wichtige Anforderung ist noch offen.",
        "%(counter)s besonders wichtige Anforderungen sind noch offen.",
        count,
    ) % {"counter": count}


def _points(outcome: dict[str, Any]) -> Block:
    of = _("von höchstens %(max)s") % {"max": outcome["max"]}
    return score(
        with_comma(str(outcome["points"])), of, float(outcome["points"]), int(outcome["min"]), int(outcome["max"])
    )


def _point_facts(page: dict[str, Any]) -> list[tuple[Text, Text]]:
    outcome, unknown = page["outcome"], page["unknown_count"]
    span = {key: with_comma(str(outcome[key])) for key in ("min", "max")}
    told: list[tuple[Text, Text]] = [
        (_("Spanne"), _("möglich sind %(min)s bis %(max)s Punkte") % span),
        (_("Anteil"), _("%(shown)s von 100 auf dieser Spanne") % outcome),
    ]
    if unknown:
        words = ngettext(
            "eine Frage; bis zu %(points)s Punkte, wenn sich Offenes bestätigt",
            "%(counter)s Fragen; bis zu %(points)s Punkte, wenn sich Offenes bestätigt",
            unknown,
        ) % {"counter": unknown, "points": with_comma(str(outcome["points_if_unknown_met"]))}
        told.append((_("Offen"), words))
    return told


def _areas(page: dict[str, Any], voice: Voice) -> list[Block]:
    head = [column(_("Bereich"), "1fr"), column(_("Erfüllt"), is_number=True), column(_("Ungeklärt"), is_number=True)]
    rows = [
        [voice.said(area["title"]), _("%(met)s von %(applicable)s") % area, str(area["unknown"])]
        for area in page["areas"]
    ]
    return [heading(_("Bereich für Bereich"), 2), table(head, rows, strong=1)]


def _work(page: dict[str, Any], voice: Voice) -> list[Block]:
    if not page["first_work"]:
        words = _("Wiederholen Sie den Check, wenn sich an Ihrer Technik etwas ändert, spätestens in einem Jahr.")
        return [heading(_("So bleibt es dabei"), new_page=True), text(words, "lead")]
    blocks: list[Block] = [
        heading(_("Das zuerst"), new_page=True),
        text(_("Besonders Wichtiges vor dem Übrigen, nicht Erfülltes vor Ungeklärtem.")),
        *(_first(place, item, voice) for place, item in enumerate(page["first_work"], start=1)),
    ]
    if page["further_work"]:
        told = [
            [
                *({"bold": voice.said(item["measure"])}, {"br": True}, voice.said(item["text"]), " ", _state(item)),
                *([" ", _("Leitfaden:"), " ", titled(item["guide"], voice)] if item["guide"] else []),
            ]
            for item in page["further_work"]
        ]
        blocks += [heading(_("Danach"), 2), numbers(told, start=len(page["first_work"]) + 1)]
    return blocks


def _first(place: int, item: dict[str, Any], voice: Voice) -> Block:
    asks_it = item["asks"] == "it"
    who = _("am besten mit der Person, die Ihre IT betreut") if asks_it else _("kann die Leitung entscheiden")
    return card(
        heading([f"{place}. ", voice.said(item["measure"])], 2),
        text([voice.said(item["text"]), " ", _state(item)]),
        facts(
            [
                (_("Risiko"), voice.said(item["risk"])),
                (_("Woran Sie es erkennen"), voice.said(item["evidence"])),
                (_("Wer"), who),
            ]
        ),
        *guide_line(item["guide"]),
    )


def _state(item: dict[str, Any]) -> str:
    return _("Noch ungeklärt.") if item["is_unknown"] else _("Noch nicht erfüllt.")
