"""Words and small drawings of the result pages."""

from decimal import Decimal
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..models import Assessment
from ..presentation.levels import level_text
from ..questionnaire import Questionnaire

register = template.Library()

CONFIDENCE = {
    "high": ("ok", "circle-check", lambda: _("hoch")),
    "medium": ("plain", "circle-half-2", lambda: _("mittel")),
    "low": ("warn", "circle-dashed", lambda: _("gering")),
}
HEAD_HEIGHT = 20
CELL_HEIGHT = 28


@register.filter
def score_label(overall: dict[str, Any]) -> str:
    return _("Gesamtwert")


@register.filter
def of_text(overall: dict[str, Any]) -> str:
    return _("von 5")


@register.filter
def score_facts(overall: dict[str, Any]) -> list[dict[str, str]]:
    """Return stage, dimensions counted and confidence as facts for the component ``score``."""
    coverage = overall["coverage"]
    kind, icon, label = CONFIDENCE[overall["confidence"]]
    answered = _("%(answered)s von %(applicable)s Fragen beantwortet") % coverage
    return [
        {"term": _("Stufe"), "text": f"{overall['stage']} · {overall['stage_name']}"},
        {
            "term": _("Gezählt"),
            "text": _("aus %(count)s von %(total)s Themen")
            % {"count": overall["dimensions_scored"], "total": overall["dimensions_total"]},
        },
        {"term": _("Aussagekraft"), "text": answered, "chip_kind": kind, "chip_icon": icon, "chip_label": label()},
    ]


@register.filter
def legend_items(gaps: list) -> list[dict[str, str]]:
    """Return the legend of the radar; the yellow dot only if there is one."""
    items = [{"kind": "own", "label": _("Ihr Betrieb")}, {"kind": "target", "label": _("Ihr Ziel")}]
    return items + ([{"kind": "focus", "label": _("Größte Lücke")}] if gaps else [])


@register.filter
def profile_words(profile: dict[str, str], texts: Questionnaire) -> list[str]:
    """Return sector and size in words."""
    sectors = {sector["id"]: sector["title"] for sector in texts.sectors}
    words = [sectors.get(profile.get("sector", ""), ""), dict(Assessment.Size.choices).get(profile.get("size"), "")]
    return [str(word) for word in words if word]


@register.filter
def level(level_shown: str | None) -> str:
    """Write a level in the language of the page."""
    return level_text(level_shown)


@register.simple_tag
def gap_head() -> SafeString:
    """The scale from 1 to 5 above the gap cells; hidden from screen readers, the numbers stand in the next cells."""
    marks = format_html_join(
        "", '<text x="{}%" y="14" text-anchor="middle">{}</text>', ((_x(n), n) for n in range(1, 6))
    )
    return format_html('<svg class="gap" height="{}" aria-hidden="true">{}</svg>', HEAD_HEIGHT, marks)


@register.simple_tag
def gap_cell(own: float | None, target: int) -> SafeString:
    """A track from 1 to the own level with a dot, and a diamond at the target. Percent geometry keeps dots round."""
    middle = CELL_HEIGHT / 2
    grid = format_html_join(
        "", '<line class="gap-grid" x1="{0}%" x2="{0}%" y1="4" y2="24"/>', ((_x(n),) for n in range(1, 6))
    )
    own_mark = ""
    if own is not None:
        own_mark = format_html(
            '<line class="gap-track" x1="{start}%" x2="{own}%" y1="{middle}" y2="{middle}"/>'
            '<circle class="gap-own" cx="{own}%" cy="{middle}" r="6"/>',
            start=_x(1),
            own=_x(own),
            middle=middle,
        )
    diamond = format_html(
        '<svg x="{}%" y="{}" overflow="visible"><path class="gap-target" d="M0-6 6 0 0 6-6 0z"/></svg>',
        _x(target),
        middle,
    )
    return format_html('<svg class="gap" aria-hidden="true">{}{}{}</svg>', grid, own_mark, diamond)


def _x(level_on_scale: float) -> Decimal:
    return Decimal(str(round((level_on_scale - 1) / 4 * 96 + 2, 1))).normalize()
