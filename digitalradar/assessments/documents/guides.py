"""Guides in a document: words that lead to them on a screen, and an address to type in from paper."""

from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.typst.blocks import Block, Text, text
from digitalradar.knowledge.queries.references import GuideReference

from ..presentation.guides import absolute, language_note
from .voice import Voice


def linked(measure: dict[str, Any], voice: Voice) -> Text:
    """Return the title of a measure, leading to its guide where one is published."""
    guide = measure["guide"]
    words = voice.said(measure["title"])
    return [_to(guide, words), _noted(guide)] if guide else words


def titled(guide: GuideReference, voice: Voice) -> Text:
    """Return a guide by its own title, leading to it."""
    words: Text = {"t": guide.title, "lang": guide.language} if guide.is_foreign(voice.language) else guide.title
    return [_to(guide, words), _noted(guide)]


def guide_line(guide: GuideReference | None) -> list[Block]:
    """Return a line with the address of a guide, as one types it; nothing without a guide."""
    if not guide:
        return []
    address = absolute(guide).split("//", 1)[-1]
    return [text([_("Alle Schritte im Leitfaden:"), " ", _to(guide, address), _noted(guide)], "small")]


def _to(guide: GuideReference, words: Text) -> Text:
    return {"url": absolute(guide), "t": words}


def _noted(guide: GuideReference) -> str:
    note = language_note(guide)
    return f" ({note})" if note else ""
