"""Pages of the library as the API tells them."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from digitalradar.knowledge.content.records import to_plain
from digitalradar.knowledge.content.rich_text import NotWritable
from digitalradar.knowledge.models import Fact, KnowledgePage
from digitalradar.knowledge.queries.listing import MODELS, pages_of
from digitalradar.knowledge.rules.effort import effort_class
from digitalradar.knowledge.services.derived import fact_references
from digitalradar.knowledge.services.library.directory import Directory
from digitalradar.knowledge.services.library.pages import document_of, location_of
from digitalradar.knowledge.services.library.state import page_text
from digitalradar.region.queries import current_region
from digitalradar.search.queries.results import Hit, Results

from .problems import Refused

FIRST_LANGUAGE = "de"
SPDX = "https://spdx.org/licenses/{}.html"


def find_page(slug: str, language: str, kind: str = "") -> tuple[str, KnowledgePage]:
    """Return kind and page: published, open to everybody, in ``language`` or else in German.

    The lasting name counts before the address; one query per kind that is looked at.

    Raises:
        Refused: ``unknown_guide``.
    """
    for name, model in MODELS.items():
        if kind in ("", name):
            pages = model.objects.live().public().filter(locale__language_code__in={language, FIRST_LANGUAGE})
            found = list(pages.filter(identifier=slug).select_related("locale")) or list(
                pages.filter(slug=slug).select_related("locale")
            )
            if found:
                return name, next((page for page in found if page.locale.language_code == language), found[0])
    raise Refused("unknown_guide")


def file_of(page: KnowledgePage) -> str:
    """Return the file of a page.

    Raises:
        Refused: ``not_a_file``: editors have put in something that files do not know.
    """
    try:
        return page_text(page, Directory())
    except NotWritable as reason:
        raise Refused("not_a_file") from reason


def guide_document(kind: str, page: KnowledgePage) -> dict[str, Any]:
    """Return a page in full; see ``schemas.guides.GuideDocument``."""
    directory = Directory()
    try:
        markdown, document = page_text(page, directory), document_of(page, directory)
    except NotWritable as reason:
        raise Refused("not_a_file") from reason
    content = to_plain(document)
    language = page.locale.language_code
    translations = type(page).objects.live().filter(translation_key=page.translation_key)
    return {
        "slug": content.pop("identifier"),
        "format": kind,
        "language": content.pop("language"),
        "languages": sorted(translations.values_list("locale__language_code", flat=True)),
        "title": page.title,
        "promise": page.promise,
        "url": page.get_url(),
        "path": location_of(page).path,
        "content": content,
        "markdown": markdown,
        "facts": _facts(page),
        "terms": _terms(page, language),
        "licence": {"id": settings.CONTENT_LICENCE, "url": SPDX.format(settings.CONTENT_LICENCE)},
        "provenance": _provenance(page),
    }


def guide_list(found: Results, language: str, page: int) -> tuple[dict[str, Any], datetime | None]:
    """Return one page of hits (see ``schemas.guides.GuideList``), and when the newest of them changed last."""
    hits = found.hits if page <= found.pages else []
    pages = pages_of(hits, language)
    changes = [shown.last_published_at for shown in pages.values() if shown.last_published_at]
    told = {
        "total": found.total,
        "items": [
            _item(hit, shown) for hit in hits if (shown := pages.get((hit.document.kind, hit.document.key))) is not None
        ],
        "facets": {name: dict(values) for name, values in found.facets.items() if name != "kind"},
    }
    return told, max(changes, default=None)


def _item(hit: Hit, page: KnowledgePage) -> dict[str, Any]:
    facets = hit.document.facets
    return {
        "slug": hit.document.key,
        "format": hit.document.kind,
        "title": page.title,
        "promise": page.promise,
        "url": hit.document.url,
        "api_url": reverse("api:read_guide", kwargs={"slug": hit.document.key}),
        "language": hit.document.language,
        "topic_field": page.topic_field_id,
        "dimension": page.dimension_id,
        "stages": list(range(page.stage_from, page.stage_to + 1)),
        "sectors": list(facets.get("sector", [])),
        "sizes": list(page.sizes),
        "hours": _range(page.hours_min, page.hours_max),
        "weeks": _range(page.weeks_min, page.weeks_max),
        "effort": effort_class(page.hours_min, page.hours_max),
        "cost_class": page.cost_class or None,
        "version": page.version,
        "published": _day(page.published_on),
        "is_reviewed": page.is_reviewed,
        "is_example": page.is_example,
        "score": hit.score,
        "highlight": str(hit.highlight),
    }


def _facts(page: KnowledgePage) -> list[dict[str, Any]]:
    known = Fact.objects.in_bulk(fact_references(page))
    return [
        {
            "id": fact.pk,
            "text": fact.text,
            "as_of": fact.as_of,
            "is_certain": fact.is_certain,
            "sources": list(fact.sources),
        }
        for reference in fact_references(page)
        if (fact := known.get(reference))
    ]


def _terms(page: KnowledgePage, language: str) -> list[dict[str, str]]:
    if not hasattr(page, "terms"):
        return []
    with override(language):
        return [{"id": term.pk, "term": term.local_term, "text": term.local_text} for term in page.terms.all()]


def _provenance(page: KnowledgePage) -> dict[str, Any]:
    with override(page.locale.language_code):
        publisher = current_region().name
    changed = page.last_published_at
    return {
        "portal": settings.PUBLIC_URL,
        "publisher": publisher,
        "url": page.full_url,
        "author": page.author,
        "version": page.version,
        "published": _day(page.published_on),
        "modified": changed.isoformat(timespec="seconds") if changed else None,
        "next_review": _day(page.next_review),
        "review": {
            "state": "reviewed" if page.is_reviewed else "pending",
            "by": page.reviewed_by or None if page.is_reviewed else None,
            "on": _day(page.reviewed_on),
        },
        "is_example": page.is_example,
    }


def _range(low: int | None, high: int | None) -> list[int] | None:
    return None if low is None or high is None else [low, high]


def _day(value: date | None) -> str | None:
    return value.isoformat() if value else None
