"""A page of the library as a row of sections, each with the template that shows it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from ..models import GlossaryTerm
from .citations import Source
from .writer import Writer


@dataclass(frozen=True)
class Section:
    """``id`` is the anchor, the same in all languages; ``kind`` names the template below ``knowledge/sections/``."""

    id: str
    title: str
    kind: str
    content: dict[str, Any] = field(default_factory=dict)

    @property
    def template(self) -> str:
        return f"knowledge/sections/{self.kind}.html"


def prose(id: str, title: str, writer: Writer, source: str, note: str = "") -> Section:
    """Return a section of running text; ``note`` is a small line below it."""
    return Section(id, title, "prose", {"html": writer.prose(source), "note": note})


def sentences(writer: Writer, stream: Iterable[Any]) -> list[SafeString]:
    """Return the sentences of a list of single sentences."""
    return [writer.text(block.value) for block in stream]


def terms_and_sources(terms: list[GlossaryTerm], sources: list[Source], glossary: str) -> list[Section]:
    """Return the last section, unless there is nothing to put there; ``glossary`` is its address or empty."""
    if not terms and not sources:
        return []
    content = {
        "terms": [{"id": term.pk, "term": term.local_term, "text": term.local_text} for term in terms],
        "sources": sources,
        "glossary": glossary,
    }
    return [Section("begriffe-und-quellen", _("Begriffe und Quellen"), "sources", content)]
