"""Mark the texts of a check that is not translated into the language of the page. ``{% load languages %}``"""

from django import template
from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ..presentation.fixed_parts import foreign_language
from ..presentation.spoken import spoken
from ..questionnaire import Questionnaire

register = template.Library()


@register.simple_tag
def lang_of(texts: Questionnaire) -> SafeString:
    """Return the attribute ``lang`` with a blank before it, or nothing where the texts have the page's language.

    Screen readers speak a text the way this attribute says (WCAG 2.2, success criterion 3.1.2).
    """
    language = foreign_language(texts, get_language() or settings.LANGUAGE_CODE)
    return format_html(' lang="{}"', language) if language else SafeString()


@register.filter
def of_check(words: str, texts: Questionnaire) -> SafeString:
    """Return words of a check, marked with their language where it is not that of the page."""
    return spoken(texts, words)
