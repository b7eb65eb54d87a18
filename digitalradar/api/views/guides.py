"""Search the library, and read a page of it in full, ready for other regions to take over."""

import hashlib
from typing import Any, Literal
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse
from ninja import Path, Query, Router

from digitalradar.assessments.scoring.strict_json import write_json
from digitalradar.core.page_cache import kind_tag
from digitalradar.knowledge.cache_tags import article_tags
from digitalradar.knowledge.models import KnowledgePage
from digitalradar.knowledge.queries.listing import ALL_KINDS
from digitalradar.search.queries import search
from digitalradar.search.services.postings import INDEX_TAG

from ..answers import readable
from ..guides import SPDX, file_of, find_page, guide_document, guide_list
from ..language import asked_language
from ..schemas.guides import FORMAT, MARKDOWN_RESPONSE, SLUG, GuideDocument, GuideList, GuideQuery

router = Router(tags=["guides"])
PER_PAGE = 10
MARKDOWN = "text/markdown; charset=utf-8"


@router.get("/guides", response=GuideList, operation_id="list_guides", summary="Search the library")
def list_guides(request: HttpRequest, asked: Query[GuideQuery]) -> HttpResponseBase:
    """Guides, technology profiles and practice reports that exist in the language asked for, ranked as on the site.

    Without `q` they come from easy to hard. Numbers behind the facets are those of the hits.
    """
    language, filters = asked_language(request), asked.filters()
    found = search(asked.q, language=language, kinds=ALL_KINDS, filters=filters, page=asked.page, per_page=PER_PAGE)
    told, modified = guide_list(found, language, asked.page)
    content = write_json(told)
    response = readable(request, content, tag=_tag(content), language=language, modified=modified, shows=[INDEX_TAG])
    if links := _neighbours({"q": asked.q, **filters}, asked.page, found.pages):
        response["Link"] = links
    return response


@router.get(
    "/guides/{slug:slug}.md",
    operation_id="read_guide_file",
    summary="Read a page as a file",
    openapi_extra={"responses": {200: MARKDOWN_RESPONSE}},
)
def read_guide_file(
    request: HttpRequest,
    slug: str = Path(..., description=SLUG),
    format: Literal["", "guide", "technology", "report"] = Query("", description=FORMAT),
) -> HttpResponseBase:
    """Markdown with a head, byte for byte what `digitalradar content export` writes and `content load` takes.

    Keep the licence that the header `Link` names, and say where the text comes from: both stand in the full structure.
    """
    _kind, page = find_page(slug, asked_language(request), format)
    response = _licensed(_page(request, page, file_of(page).encode()))
    if response.status_code == 200:
        response["Content-Type"] = MARKDOWN
    return response


@router.get("/guides/{slug:slug}", response=GuideDocument, operation_id="read_guide", summary="Read a page in full")
def read_guide(
    request: HttpRequest,
    slug: str = Path(..., description=SLUG),
    format: Literal["", "guide", "technology", "report"] = Query("", description=FORMAT),
) -> HttpResponseBase:
    """All sections, facts with their sources, terms, licence and provenance of a page, and its file.

    What is not translated comes in German; `language` says which it is. Texts of guides are no legal advice; pages
    whose review is pending have to say so wherever they are shown.
    """
    kind, page = find_page(slug, asked_language(request), format)
    return _licensed(_page(request, page, write_json(guide_document(kind, page))))


def _page(request: HttpRequest, page: KnowledgePage, content: bytes) -> HttpResponseBase:
    """Answer with all of a page; an address may come to lead to another page, so it changes with all of its kind."""
    return readable(
        request,
        content,
        tag=_tag(content),
        language=page.locale.language_code,
        modified=page.last_published_at,
        shows=[kind_tag(page), *article_tags(page)],
    )


def _tag(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:32]


def _licensed(response: HttpResponseBase) -> HttpResponseBase:
    response["Link"] = f'<{SPDX.format(settings.CONTENT_LICENCE)}>; rel="license"'
    return response


def _neighbours(asked: dict[str, Any], page: int, pages: int) -> str:
    """Return the header that leads to the next and the previous page (RFC 8288)."""
    steps = [("prev", page - 1), ("next", page + 1)]
    return ", ".join(
        f'<{reverse("api:list_guides")}?{_query(asked, number)}>; rel="{name}"'
        for name, number in steps
        if 1 <= number <= pages
    )


def _query(asked: dict[str, Any], page: int) -> str:
    return urlencode({name: value for name, value in asked.items() if value} | {"page": page}, doseq=True)
