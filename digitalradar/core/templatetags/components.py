"""Small drawings and the few things a template cannot say itself. ``{% load components %}``

A page holds dozens of them and they depend only on their arguments, so they are remembered.
"""

from decimal import Decimal
from functools import lru_cache

from django import template
from django.conf import settings
from django.forms import BoundField
from django.forms.utils import flatatt
from django.templatetags.static import static
from django.urls import get_script_prefix
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from digitalradar.core import drawing

register = template.Library()

SPRITE = "core/icons.svg"
STAGES = range(1, 6)


@register.simple_tag
def home_url() -> str:
    """The start page in the language of this page."""
    language = get_language()
    prefix = "" if language in (None, settings.LANGUAGE_CODE) else f"{language}/"
    return f"{get_script_prefix()}{prefix}"


@register.simple_tag
@lru_cache(maxsize=512)
def icon(name: str, css_class: str = "icon") -> SafeString:
    """One symbol of the sprite. It is hidden from screen readers, so a word has to stand beside it."""
    return format_html('<svg class="{}" aria-hidden="true"><use href="{}#{}"/></svg>', css_class, static(SPRITE), name)


@register.simple_tag
@lru_cache(maxsize=512)
def stage_glyph(stage: int) -> SafeString:
    """Five rising bars, ``stage`` (1 to 5) of them filled. Hidden from screen readers."""
    return icon(f"stage-{stage}", "glyph")


@register.simple_tag
@lru_cache(maxsize=512)
def stage_squares(first: int, last: int) -> SafeString:
    """Five squares, those from ``first`` to ``last`` (1 to 5) filled."""
    squares = format_html_join(
        "",
        '<rect class="{}" x="{}" y=".5" width="11" height="11"/>',
        (("is-on" if first <= stage <= last else "is-off", (stage - 1) * 14 + 0.5) for stage in STAGES),
    )
    return format_html('<svg viewBox="0 0 70 12" aria-hidden="true">{}</svg>', squares)


@register.simple_tag
@lru_cache(maxsize=512)
def rule_part(done: int, total: int) -> SafeString:
    """One part of the folding rule: ``total`` questions wide, yellow up to ``done``."""
    done = min(done, total)
    return format_html(
        '<svg viewBox="0 0 {total} 1" preserveAspectRatio="none" aria-hidden="true">'
        '<rect class="done" width="{done}" height="1"/><path class="ticks" d="{marked}"/>'
        '<path class="ticks ticks-open" d="{open}"/></svg>',
        total=max(total, 1),
        done=done,
        marked=drawing.part_ticks(1, min(done, total - 1)),
        open=drawing.part_ticks(done + 1, total - 1),
    )


@register.simple_tag
def ruler(value: float | Decimal, median: float | Decimal | None = None) -> SafeString:
    """A ruler from 1 to 5 with tenths, a yellow pointer at ``value`` and a dashed line at ``median``.

    Hidden from screen readers: the same numbers stand beside it as text.
    """
    numbers = format_html_join(
        "", '<text x="{}" y="63">{}</text>', ((drawing.ruler_x(stage), stage) for stage in STAGES)
    )
    middle = ""
    if median:  # a variable the template does not have arrives as ""
        middle = format_html('<path class="median" d="M{} 22v29"/>', drawing.ruler_x(median))
    return format_html(
        '<svg class="ruler" viewBox="0 0 414 68" aria-hidden="true"><path class="ruler-tick" d="{}"/>{}{}'
        '<path class="pointer" transform="translate({} 30)" d="M0 0C-2-6-8-9-8-16a8 8 0 0 1 16 0C8-9 2-6 0 0z"/></svg>',
        drawing.ruler_ticks(30),
        numbers,
        middle,
        drawing.ruler_x(value),
    )


@register.simple_tag
def select(field: BoundField) -> SafeString:
    """The control of a plain choice field, as Django writes it but without a template for every option."""
    chosen = str(field.value() or "")
    options = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        (
            (value, mark_safe(" selected") if str(value) == chosen else "", label)
            for value, label in field.field.choices
        ),
    )
    attributes = field.build_widget_attrs({"id": field.auto_id, "name": field.html_name})
    return format_html("<select{}>{}</select>", flatatt(attributes), options)
