"""One door: a published page in, a PDF out."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import override

from digitalradar.core.built_documents import Built
from digitalradar.core.typst import build_pdf, layout_digest
from digitalradar.core.typst.blocks import Block, heading, text
from digitalradar.core.typst.polishing import polished
from digitalradar.knowledge.models import Fact, KnowledgePage
from digitalradar.knowledge.presentation.article import written_sections
from digitalradar.knowledge.presentation.explained import ExplainedTerms
from digitalradar.knowledge.presentation.links import page_links
from digitalradar.knowledge.presentation.sections import Section, terms_and_sources
from digitalradar.knowledge.services.derived import fact_references

from ..models import PageDocument
from .frame import frame, head_facts, origin
from .sections import section_blocks, step_blocks
from .writer import PaperCitations, PaperWriter

FOLDER = Path(__file__).resolve().parent
LAYOUT = FOLDER / "page.typ"
Kind = PageDocument.Kind


def build_document(page: KnowledgePage, kind: str) -> Built:
    """Return the document of a page; it takes well below a second.

    Raises:
        typst.TypstError: the layout has an error.
    """
    data = document_data(page, kind)
    pdf = build_pdf(LAYOUT, data, created_at=page.last_published_at or now())
    return Built(pdf.content, pdf.pages, _digest(data))


def document_digest(page: KnowledgePage, kind: str) -> str:
    """Return one SHA-256 over words and layout: a kept PDF with another one is outdated."""
    return _digest(document_data(page, kind))


def document_data(page: KnowledgePage, kind: str) -> dict[str, Any]:
    """Return everything the document says, in the language of the page."""
    with override(page.locale.language_code):
        sections = _sections(page)
        data = _checklist(page, sections) if kind == Kind.CHECKLIST else _whole(page, sections)
        return polished(data)


def _sections(page: KnowledgePage) -> list[Section]:
    terms = ExplainedTerms(page.terms.all() if hasattr(page, "terms") else ())
    citations = PaperCitations(Fact.objects.filter(pk__in=fact_references(page)))
    writer = PaperWriter(page_links(page), citations, terms)
    further = [block.value for block in page.sources] if hasattr(page, "sources") else []
    sections = written_sections(page, writer)
    return [*sections, *terms_and_sources(terms.terms, citations.sources(further), glossary="")]


def _whole(page: KnowledgePage, sections: list[Section]) -> dict[str, Any]:
    told, estimates = head_facts(page)
    eyebrow = f"{page._meta.verbose_name} · {page.topic_field.local_title}"
    return frame(page, eyebrow) | {
        "facts": [{"term": term, "text": words} for term, words in told],
        "estimates": estimates,
        "fields": [],
        "is_compact": False,
        "blocks": [*(block for section in sections for block in section_blocks(section)), *origin(page)],
    }


def _checklist(page: KnowledgePage, sections: list[Section]) -> dict[str, Any]:
    """Return the boxes alone: what to do, by whom, without the reasons."""
    steps = next((section.content["steps"] for section in sections if section.kind == "steps"), [])
    blocks: list[Block] = [heading(_("Was zu tun ist"))]
    for step in steps:
        blocks += step_blocks(step | {"html": []})
    hint = _("Warum und wie, steht im Leitfaden im Portal.")
    return frame(page, _("Checkliste")) | {
        "facts": [],
        "estimates": "",
        "fields": [_("Wer kümmert sich"), _("Fertig bis")],
        "is_compact": True,
        "blocks": [*blocks, text(hint, "small")],
    }


def _digest(data: dict[str, Any]) -> str:
    said = json.dumps(data, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(f"{_layout()} {said}".encode()).hexdigest()


@lru_cache(maxsize=1)
def _layout() -> str:
    return layout_digest(FOLDER)
