"""Words and small drawings of the result pages."""

from collections.abc import Iterator
from typing import Any

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ..open_run import OpenRun
from ..presentation.fixed_parts import foreign_language
from ..presentation.levels import level_text, with_comma
from ..questionnaire import Questionnaire

register = template.Library()

CONFIDENCE = {
    "high": ("ok", "circle-check", lambda: _("hoch")),
    "medium": ("plain", "circle-half-2", lambda: _("mittel")),
    "low": ("warn", "circle-dashed", lambda: _("gering")),
}
CELL_HEIGHT = 28


@register.filter
def score_label(overall: dict[str, Any]) -> str:
    return _("Gesamtwert")


@register.filter
def of_text(overall: dict[str, Any]) -> str:
    return _("von 5")


@register.filter
def score_facts(overall: dict[str, Any], comparison: dict[str, Any] | None = None) -> list[dict[str, Any]]:
    """Return stage, middle of the region, dimensions counted and confidence as facts for the component ``score``."""
    kind, icon, label = CONFIDENCE[overall["confidence"]]
    return [
        {
            "term": _("Stufe"),
            "text": _("%(stage)s von 5: %(name)s") % {"stage": overall["stage"], "name": overall["stage_name"]},
        },
        *_middle_of_the_region(overall, comparison),
        {
            "term": _("Gezählt"),
            "text": _("aus %(count)s von %(total)s Themen")
            % {"count": overall["dimensions_scored"], "total": overall["dimensions_total"]},
        },
        {
            "term": _("Aussagekraft"),
            "text": "; ".join(_coverage_words(overall)),
            "chip_kind": kind,
            "chip_icon": icon,
            "chip_label": label(),
        },
    ]


def _middle_of_the_region(overall: dict[str, Any], comparison: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Return the median of the group with its size; none while no group is released."""
    if not (comparison and comparison["is_visible"]):
        return []
    words = {"median": overall["median_text"], "group": comparison["group"]}
    fact: dict[str, Any] = {"term": _("Mitte der Region"), "text": _("%(median)s (%(group)s)") % words}
    if comparison["is_example"]:
        chip = {"chip_kind": "plain", "chip_icon": "info-circle", "chip_label": _("Beispieldaten")}
        fact |= chip | {"is_chip_last": True}
    return [fact]


def _coverage_words(overall: dict[str, Any]) -> Iterator[str]:
    """Say how much stands behind a score: answered, not known, not applicable."""
    yield _("%(answered)s von %(applicable)s Fragen beantwortet") % overall["coverage"]
    if overall["unknown_count"]:
        yield _("%(count)s × weiß ich nicht") % {"count": overall["unknown_count"]}
    if overall["na_count"]:
        yield _("%(count)s × trifft nicht zu") % {"count": overall["na_count"]}


@register.filter
def legend_items(gaps: list, comparison: dict[str, Any] | None = None) -> list[dict[str, str]]:
    """Return the legend of the radar; the middle of the region and the yellow dot only if they are drawn."""
    items = [{"kind": "own", "label": _("Ihr Betrieb")}, {"kind": "target", "label": _("Ihr Ziel")}]
    if comparison and comparison["is_visible"]:
        made_up = _("Mitte der Region (Beispieldaten)")
        items.insert(1, {"kind": "median", "label": made_up if comparison["is_example"] else _("Mitte der Region")})
    return items + ([{"kind": "focus", "label": _("Größte Lücke")}] if gaps else [])


@register.inclusion_tag("core/components/breadcrumb.html")
def check_breadcrumb(catalogue: Questionnaire, here: str = "", result_url: str = "") -> dict[str, list[dict[str, str]]]:
    """The way from the list of checks to this page, without ``here`` to the start of a check."""
    items = [
        {"label": _("Alle Checks"), "url": reverse("assessments:overview")},
        {
            "label": catalogue.title,
            "url": reverse("assessments:start", kwargs={"catalogue": catalogue.id}),
            "lang": foreign_language(catalogue, get_language() or settings.LANGUAGE_CODE),
        },
    ]
    if result_url:
        items.append({"label": _("Ergebnis"), "url": result_url})
    if here:
        items.append({"label": here, "url": ""})
    return {"items": items}


@register.inclusion_tag("core/components/breadcrumb.html")
def checks_breadcrumb(here: str) -> dict[str, list[dict[str, str]]]:
    """The way from the list of checks to a page that belongs to no single check."""
    return {"items": [{"label": _("Alle Checks"), "url": reverse("assessments:overview")}, {"label": here, "url": ""}]}


@register.filter
def comma(number: Any) -> str:
    """Write a number of the engine in the language of the page; fractions like 125/4 stay."""
    return with_comma(str(number))


@register.filter
def section_url(opened: OpenRun, dimension_id: str) -> str:
    """Return the address of the questions of one dimension."""
    return opened.url("section", dimension=dimension_id)


@register.filter
def level(level_shown: str | None) -> str:
    """Write a level in the language of the page."""
    return level_text(level_shown)


@register.simple_tag
def gap_head() -> SafeString:
    """The scale from 1 to 5 above the gap cells; hidden from screen readers, the numbers stand in the next cells."""
    marks = format_html_join("", '<text x="{}%" y="19">{}</text>', ((scale_x(n), n) for n in range(1, 6)))
    return format_html('<svg class="gap" aria-hidden="true">{}</svg>', marks)


@register.simple_tag
def gap_cell(dimension: dict[str, Any]) -> SafeString:
    """A track from 1 to the own level with a dot, a dashed tick at the middle of others, a diamond at the target.

    Bare without a score.

    Percent geometry keeps dots round at any width.
    """
    middle = CELL_HEIGHT / 2
    grid = format_html_join(
        "", '<line class="gap-grid" x1="{0}%" x2="{0}%" y1="4" y2="24"/>', ((scale_x(n),) for n in range(1, 6))
    )
    if dimension["level"] is None:
        return format_html('<svg class="gap" aria-hidden="true">{}</svg>', grid)
    return format_html(
        '<svg class="gap" aria-hidden="true">{grid}'
        '<line class="gap-track" x1="{start}%" x2="{own}%" y1="{middle}" y2="{middle}"/>{median}'
        '<svg x="{target}%" y="{middle}" overflow="visible"><path class="gap-target" d="M0-6 6 0 0 6-6 0z"/></svg>'
        '<circle class="gap-own" cx="{own}%" cy="{middle}" r="6"/></svg>',
        grid=grid,
        median=_median_mark(dimension.get("median")),
        start=scale_x(1),
        own=scale_x(dimension["level"]),
        target=scale_x(dimension["target_stage"]),
        middle=middle,
    )


def _median_mark(median: float | None) -> SafeString | str:
    """A dashed tick where the middle of the comparison group lies."""
    if median is None:
        return ""
    return format_html('<line class="gap-median" x1="{0}%" x2="{0}%" y1="4" y2="24"/>', scale_x(median))


def scale_x(level_on_scale: float) -> str:
    """Where a level lies in the cell, in percent; the ends keep room for dot and diamond."""
    return f"{(level_on_scale - 1) / 4 * 96 + 2:.4g}"
