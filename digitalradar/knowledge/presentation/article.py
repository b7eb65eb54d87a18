"""The part of a page that is the same for every visitor on every day: rendered when it is published."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import override

from ..models import Fact, GuidePage, KnowledgePage, PracticeReportPage, TechnologyPage
from ..services.derived import fact_references
from .about import about
from .citations import Citations
from .explained import ExplainedTerms
from .guide_sections import guide_sections
from .links import page_links
from .other_sections import report_sections, technology_sections
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

    It depends on the page, its terms, facts and sectors, and on title, promise and address of the guides it links to;
    neither on the visitor nor on the day.
    """
    with override(language):
        sections = page_sections(page)
        body = SafeString("".join(render_to_string(section.template, _context(section)) for section in sections))
        context = {"sections": sections, "minutes": minutes(body), "body": body, "about": about(page)}
        return render_to_string("knowledge/article.html", context)


def page_sections(page: KnowledgePage) -> list[Section]:
    """Return the sections of a page of any kind, in the language that is active."""
    terms = ExplainedTerms(page.terms.all() if hasattr(page, "terms") else ())
    citations = Citations(Fact.objects.filter(pk__in=fact_references(page)))
    writer = Writer(page_links(page), citations, terms)
    sections = SECTIONS[type(page)](page, writer)
    further = [block.value for block in page.sources] if hasattr(page, "sources") else []
    return [*sections, *terms_and_sources(terms.terms, citations.sources(further))]


def _context(section: Section) -> dict[str, Any]:
    return {"id": section.id, "title": section.title, **section.content}
