"""``{% load panels %}{% panels "guide.aside" page %}`` shows what apps registered for a slot (core/panels.py)."""

from typing import Any

from django import template
from django.template.context import Context
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from digitalradar.core.panels import panels as registered

register = template.Library()


@register.simple_tag(takes_context=True)
def panels(context: Context, slot: str, page: Any) -> SafeString:
    """Render the panels of a slot that have something to show; they also see what the page around them shows."""
    request = context.get("request")  # parts that are the same for everybody are rendered without
    shown = (
        _rendered(panel.template, content, context)
        for panel in registered(slot)
        if (content := panel.content(request, page)) is not None
    )
    return mark_safe("".join(shown))  # noqa: S308 -- rendered by templates, which escape


def _rendered(name: str, content: dict[str, Any], context: Context) -> str:
    """Render in the context that is there: making another one would ask all context processors again."""
    with context.push(**content):
        return get_template(name).template.render(context)
