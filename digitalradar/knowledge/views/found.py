"""Finds the page of the library to which an address below it belongs."""

from django.http import Http404, HttpRequest
from wagtail.models import Page

from digitalradar.core.navigation import set_translated_urls

from ..models import KnowledgePage


def page_below(request: HttpRequest, *slugs: str) -> Page:
    """Return the public page at these slugs below the start page of the active language; raises Http404."""
    page = Page.find_for_request(request, "/".join(slugs))
    if page is None or page.get_view_restrictions().exists():
        raise Http404
    return page.specific


def offer_translations(request: HttpRequest, page: Page, below: str) -> None:
    """Let the language switch lead to the same address below the translations of a page."""
    pages = page.get_translations(inclusive=True).live().select_related("locale")
    set_translated_urls(request, {one.locale.language_code: f"{one.get_url(request)}{below}" for one in pages})


def library_page(request: HttpRequest, shelf: str, slug: str) -> KnowledgePage:
    """Return the public guide, technology profile or practice report at an address; raises Http404."""
    page = page_below(request, shelf, slug)
    if not isinstance(page, KnowledgePage):
        raise Http404
    return page
