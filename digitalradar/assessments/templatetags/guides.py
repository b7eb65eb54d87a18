"""Links to guides on pages of results. ``{% load guides %}``"""

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from digitalradar.core.templatetags.typography import typo
from digitalradar.knowledge.queries.references import GuideReference

from ..presentation.guides import language_note, page_language

register = template.Library()


@register.simple_tag
def guide_link(words: str, guide: GuideReference | None) -> SafeString:
    """Words of a check that lead to a guide; just the words where nothing is published."""
    if not guide:
        return typo(words)
    return format_html('<a href="{}"{}>{}</a>{}', guide.url, _spoken(guide), typo(words), _noted(guide))


@register.simple_tag
def guide_title(guide: GuideReference) -> SafeString:
    """A guide by its own title, marked with its language where that is not the page's."""
    mark = format_html(' lang="{}"', guide.language) if guide.is_foreign(page_language()) else SafeString()
    link = format_html('<a href="{}"{}{}>{}</a>', guide.url, _spoken(guide), mark, typo(guide.title))
    return link + _noted(guide)


def _noted(guide: GuideReference) -> SafeString:
    """Say in the language of the page that the guide speaks another one."""
    note = language_note(guide)
    return format_html(' <span class="soft" lang="{}">({})</span>', page_language(), note) if note else SafeString()


def _spoken(guide: GuideReference) -> SafeString:
    """The attribute that tells where a link leads into another language."""
    return format_html(' hreflang="{}"', guide.language) if guide.is_foreign(page_language()) else SafeString()
