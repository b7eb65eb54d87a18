"""The tags of the page cache for what stands in the library (docs/explanation/page-cache.md)."""

from digitalradar.core.page_cache import SITES, kind_tag, page_tag
from digitalradar.core.page_cache.following import follow

from .models import Fact, GlossaryTerm, GuideIndexPage, KnowledgePage
from .models.references import fact_references, linked_pages

TERMS = "terms"  # the glossary as a whole


def term_tag(id_: str) -> str:
    """Return the tag of a term: pages that explain it change with it."""
    return f"term:{id_}"


def fact_tag(id_: str) -> str:
    """Return the tag of a fact: pages that refer to it change with it."""
    return f"fact:{id_}"


def article_tags(page: KnowledgePage) -> list[str]:
    """Return everything that the stored parts of a page show; a picture belongs to the page itself."""
    shelf = page.get_parent()
    terms = page.terms.all() if hasattr(page, "terms") else ()
    return [
        SITES,
        page_tag(page.pk),
        page_tag(shelf.pk),
        kind_tag(GuideIndexPage),  # the glossary lies below it
        *(page_tag(pk) for pk in sorted(linked_pages(page))),
        *(term_tag(term.pk) for term in terms),
        *(fact_tag(id_) for id_ in fact_references(page)),
    ]


def connect() -> None:
    """Forget what shows a term or a fact as soon as it is changed."""
    follow(GlossaryTerm, lambda term: [term_tag(term.pk), TERMS])
    follow(Fact, lambda fact: [fact_tag(fact.pk)])
