"""„Thema für Thema“: where the firm stands, what is reached, what comes next, and what speaks for and against it."""

from typing import Any

from django.utils.translation import gettext as _

from .blocks import Block, Text, facts, heading, items, keep, stage_line, text
from .voice import Voice


def theme_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return one part per theme, each kept on one page."""
    return [
        heading(_("Thema für Thema"), new_page=True),
        *(_theme(view, voice) for view in page["dimensions"]),
    ]


def _theme(view: dict[str, Any], voice: Voice) -> Block:
    return keep(
        heading(voice.said(view["title"]), 2),
        *_standing(view, voice),
        text(voice.said(view["meaning"]), "small"),
        *_details(view, voice),
    )


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


def _details(view: dict[str, Any], voice: Voice) -> list[Block]:
    blocks = []
    if view["strengths"]:
        reached: list[Text] = [_reached(item, voice) for item in view["strengths"]]
        blocks += [text(_("Das ist erreicht"), "label"), items(reached, "check")]
    if view["gaps"]:
        blocks += [text(_("Das bringt Sie weiter"), "label"), *(_gap(item, voice) for item in view["gaps"])]
    return blocks


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
