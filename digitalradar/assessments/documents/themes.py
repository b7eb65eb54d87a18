"""„Thema für Thema“: where the firm stands, what is reached, what comes next, and what speaks for and against it."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, Text, facts, heading, items, keep, stage_line, text

from .voice import Voice


def theme_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return one part per theme; a page may end after a gap, never inside one or below a heading."""
    return [
        heading(_("Thema für Thema"), new_page=True),
        *(block for view in page["dimensions"] for block in _theme(view, voice)),
    ]


def _theme(view: dict[str, Any], voice: Voice) -> list[Block]:
    first, *further = [_gap(item, voice) for item in view["gaps"]] or [None]
    head = [
        heading(voice.said(view["title"]), 2),
        *_standing(view, voice),
        text(voice.said(view["meaning"]), "small"),
        *_strengths(view, voice),
        *([text(_("Das bringt Sie weiter"), "label"), first] if first else []),
    ]
    return [keep(*head), *further]


def _standing(view: dict[str, Any], voice: Voice) -> list[Block]:
    if view["status"] == "not_applicable":
        return [text(_("Trifft auf Ihren Betrieb nicht zu."))]
    if view["status"] != "scored":
        return [text(_("Noch kein Wert: %(answered)s von %(applicable)s Fragen sind beantwortet.") % view["coverage"])]
    words: list[Text] = [
        _("Stufe %(stage)s:") % {"stage": view["stage"]},
        " ",
        {"bold": voice.said(view["stage_name"])},
        ". ",
        _target(view),
    ]
    if view["coverage"]["answered"] < view["coverage"]["applicable"]:
        words += [" ", _("%(answered)s von %(applicable)s Fragen beantwortet.") % view["coverage"]]
    if view["relevance"]:
        words += [" ", _("Das Thema ist Ihnen %(relevance)s.") % {"relevance": view["relevance"]["label"]}]
    return [stage_line(view["level_text"], view["stage"], words)]


def _target(view: dict[str, Any]) -> str:
    if view["below_target"]:
        told = {"below": view["below_target"], "target": view["target_stage"]}
        return _("%(below)s unter Ihrem Ziel (Stufe %(target)s).") % told
    return _("Ihr Ziel (Stufe %(target)s) ist erreicht.") % {"target": view["target_stage"]}


def _strengths(view: dict[str, Any], voice: Voice) -> list[Block]:
    if not view["strengths"]:
        return []
    reached: list[Text] = [_reached(item, voice) for item in view["strengths"]]
    return [text(_("Das ist erreicht"), "label"), items(reached, "check")]


def _reached(item: dict[str, Any], voice: Voice) -> Text:
    return [{"bold": voice.said(item["question"])}, " ", voice.said(item["now"])]


def _gap(item: dict[str, Any], voice: Voice) -> Block:
    return keep(
        text({"bold": voice.said(item["question"])}),
        facts(
            [
                (_("Heute, Stufe %(stage)s") % {"stage": item["stage"]}, voice.said(item["now"])),
                (_("Nächste Stufe"), voice.said(item["next"])),
                (_("Chance"), voice.said(item["chance"])),
                (_("Risiko"), voice.said(item["risk"])),
                (_("Noch diese Woche"), voice.said(item["quick_win"])),
            ]
        ),
    )
