"""Words of a check that is not translated, inside a sentence in the language of the page."""

from django.conf import settings
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from ..questionnaire import Questionnaire
from .fixed_parts import foreign_language


def spoken(texts: Questionnaire, words: str) -> SafeString:
    """Return the words, in an element that names their language where it is not that of the page.

    Screen readers then speak them the right way (WCAG 2.2, success criterion 3.1.2).
    """
    language = foreign_language(texts, get_language() or settings.LANGUAGE_CODE)
    return format_html('<span lang="{}">{}</span>', language, words) if language else conditional_escape(words)


def sentence(pattern: str, **parts: object) -> SafeString:
    """Fill a translated pattern; parts that are HTML already stay so, all others are escaped."""
    escaped = {name: conditional_escape(part) for name, part in parts.items()}
    return mark_safe(conditional_escape(pattern) % escaped)  # noqa: S308 -- both are escaped
