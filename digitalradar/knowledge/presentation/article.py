"""The part of a page that is the same for every visitor on every day: rendered when it is published."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from ..models import Fact, GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from ..models.references import fact_references
from .about import about
from .citations import Citations
from .explained import ExplainedTerms
from .guide_sections import guide_sections
from .links import glossary_address, page_links
from .other_sections import report_sections, technology_sections
from .picture import picture
from .reading_time import minutes
from .sections import Section, terms_and_sources
from .writer import Writer

SECTIONS: dict[type[KnowledgePage], Callable[[Any, Writer], list[Section]]] = {
    GuidePage: guide_sections,
    TechnologyPage: technology_sections,
    PracticeReportPage: report_sections,
}


def article_html(page: KnowledgePage, language: str) -> SafeString:
    """Return contents and sections of a page as safe HTML, with the interface in ``language``.

    It depends on the page, its terms, facts, sectors and picture, and on title, promise and address of the pages it
    links to; neither on the visitor nor on the day.
    """
    with override(language):
        sections = page_sections(page)
        body = SafeString("".join(section_html(section) for section in sections))
        context = {
            "sections": sections,
            "minutes": minutes(body),
            "picture": picture(page),
            "body": body,
            "about": about(page),
            "url": page.get_url(),
        }
        return render_to_string("knowledge/article.html", context)


def page_sections(page: KnowledgePage) -> list[Section]:
    """Return the sections of a page of any kind with terms and sources, in the language that is active."""
    terms = ExplainedTerms(page.terms.all() if hasattr(page, "terms") else ())
    citations = Citations(Fact.objects.filter(pk__in=fact_references(page)))
    sections = written_sections(page, Writer(page_links(page), citations, terms))
    further = [block.value for block in page.sources] if hasattr(page, "sources") else []
    glossary = glossary_address(page) if terms.terms else ""
    return [*sections, *terms_and_sources(terms.terms, citations.sources(further), glossary)]


def written_sections(page: KnowledgePage, writer: Writer) -> list[Section]:
    """Return the sections that an editor writes, in the words of ``writer``."""
    return SECTIONS[type(page)](page, writer)


def section_html(section: Section) -> str:
    """Return one section as HTML."""
    return render_to_string(section.template, {"id": section.id, "title": section.title, **section.content})
