"""Descriptions of the API as they stand in docstrings. ``{% load descriptions %}``"""

import re

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

register = template.Library()
CODE = re.compile(r"`([^`]+)`")


@register.filter
def described(text: str) -> SafeString:
    """Return a description as paragraphs; what stands in backticks is code, and single line ends are blanks."""
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return format_html_join("", "<p>{}</p>", ((coded(paragraph),) for paragraph in paragraphs))


@register.filter
def coded(text: str) -> SafeString:
    """Return a sentence in which what stands in backticks is code."""
    pieces = CODE.split(text)  # text, code, text, code, … text
    parts = (format_html("<code>{}</code>" if place % 2 else "{}", piece) for place, piece in enumerate(pieces))
    return format_html_join("", "{}", ((part,) for part in parts))
