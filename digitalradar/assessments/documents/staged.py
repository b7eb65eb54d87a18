"""The document of the checks in stages: summary, steps, themes, appendix."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import (
    Block,
    Text,
    column,
    columns,
    facts,
    figure,
    gap,
    heading,
    items,
    legend,
    numbers,
    score,
    table,
    text,
)

from ..presentation.levels import level_text
from ..templatetags.results import legend_items, score_facts
from .appendix import staged_appendix
from .comparison import comparison_blocks
from .drawing import radar_svg
from .steps import steps_blocks
from .themes import theme_blocks
from .voice import Voice


def staged_blocks(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return everything between cover and sources."""
    return [
        *summary(page, voice),
        *steps_blocks(page, voice),
        *theme_blocks(page, voice),
        *comparison_blocks(page, voice),
        *staged_appendix(page, voice),
    ]


def summary(page: dict[str, Any], voice: Voice) -> list[Block]:
    """Return the one page that says it all: headline, level, radar with its table, strengths and gaps."""
    overall = page["overall"]
    return [
        heading(_("Auf einen Blick"), new_page=True),
        text(page["headline"], "lead"),
        columns(
            [score(overall["level_text"], _("von 5"), overall["level"], median=overall["median"])],
            [facts(_overall_facts(page, voice))],
            widths=("1fr", "1.5fr"),
        ),
        columns(
            [
                figure(
                    radar_svg(page["chart"]),
                    alt=f"{_('Radar der Themen')}. {page['chart_description']}",
                ),
                legend(_legend(page)),
            ],
            [_theme_table(page, voice)],
            widths=("1.1fr", "1.3fr"),
        ),
        *_balance(page, voice),
        *_first_steps(page, voice),
        text(
            _("Skala von 1 bis 5, mit Ihrer eigenen Gewichtung. Stufe 5 ist nicht für jeden Betrieb das Ziel."),
            "small",
        ),
    ]


def _overall_facts(page: dict[str, Any], voice: Voice) -> list[tuple[Text, Text]]:
    told = []
    for fact in score_facts(page["overall"], page["comparison"]):
        label = fact.get("chip_label")
        told.append((fact["term"], f"{label}; {fact['text']}" if label else fact["text"]))
    if page["is_first_impression"]:
        told.append((_("Hinweis"), _("Das ist ein erster Eindruck aus wenigen Fragen.")))
    if page["is_employee_view"]:
        told.append((_("Hinweis"), _("Dieses Ergebnis ist eine Sicht aus dem Team, nicht die des ganzen Betriebs.")))
    return told


def _legend(page: dict[str, Any]) -> list[tuple[str, Text]]:
    return [(item["kind"], item["label"]) for item in legend_items(page["gaps"], page["comparison"])]


def _theme_table(page: dict[str, Any], voice: Voice) -> Block:
    comparison = page["comparison"]
    has_median = bool(comparison and comparison["is_visible"])
    head = [
        column(_("Thema"), "1fr"),
        column(_("1 bis 5"), "46pt"),
        column(_("Sie"), is_number=True),
        *([column(_("Region"), is_number=True)] if has_median else []),
        column(_("Ziel"), is_number=True),
        column(_("Fragen"), is_number=True),
    ]
    return table(head, [_theme_row(view, voice, has_median) for view in page["dimensions"]], strong=2)


def _theme_row(view: dict[str, Any], voice: Voice, has_median: bool) -> list[Any]:
    is_scored = view["status"] == "scored"
    return [
        voice.said(view["title"]),
        gap(view["level"], view["target_stage"] if is_scored else None, view["median"]),
        _level_cell(view),
        *([view["median_text"] or "–"] if has_median else []),
        "–" if view["status"] == "not_applicable" else str(view["target_stage"]),
        _("%(answered)s von %(applicable)s") % view["coverage"],
    ]


def _level_cell(view: dict[str, Any]) -> str:
    return level_text(view["level_shown"]) or "–"


def _balance(page: dict[str, Any], voice: Voice) -> list[Block]:
    parts = []
    if page["strengths"]:
        parts.append(
            [text(_("Das läuft gut"), "label"), items(_sentences(page["strengths"], "strengths", voice), "check")]
        )
    if page["gaps"]:
        parts.append([text(_("Ihre größten Lücken"), "label"), items(_sentences(page["gaps"], "gaps", voice), "flag")])
    return [columns(*parts, widths=("1fr",) * len(parts))] if parts else []


def _first_steps(page: dict[str, Any], voice: Voice) -> list[Block]:
    if not page["steps"]:
        return []
    told: list[Text] = [
        [{"bold": voice.said(step["title"])}, f" ({step['hours_label']}, {step['cost_label']})"]
        for step in page["steps"]
    ]
    return [text(page["steps_title"], "label"), numbers(told)]


def _sentences(views: list[dict[str, Any]], key: str, voice: Voice) -> list[Text]:
    """One line per theme: its level, and the answer that speaks most for it."""
    return [
        [
            {"bold": voice.said(f"{view['title']}, {view['level_text']}.")},
            " ",
            voice.said(view[key][0]["now"]) if view[key] else "",
        ]
        for view in views
    ]
