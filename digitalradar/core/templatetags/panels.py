"""``{% load panels %}{% panels "guide.aside" page %}`` shows what apps registered for a slot (core/panels.py)."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from digitalradar.core.panels import panels as registered

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(context: Context, slot: str, page: Any) -> SafeString:
    """Render the panels of a slot that have something to show."""
    request = context["request"]
    shown = (
        render_to_string(panel.template, content, request)
        for panel in registered(slot)
        if (content := panel.content(request, page)) is not None
    )
    return mark_safe("".join(shown))  # noqa: S308 -- rendered by templates, which escape
