"""Make places visible that the operator still has to fill in. ``{% load gaps %}{{ html|mark_gaps }}``"""

from django import template
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

from digitalradar.website.gaps import marked

register = template.Library()


@register.filter
def mark_gaps(html: str) -> SafeString:
    """Put each "[Bitte ergänzen: …]" into ``<mark>``. Unsafe text is escaped."""
    return mark_safe(marked(conditional_escape(html)))  # noqa: S308 -- escaped above
