"""Finds the page of the library to which an address below it belongs."""

from django.http import Http404, HttpRequest
from wagtail.models import Page

from ..models import KnowledgePage


def page_below(request: HttpRequest, *slugs: str) -> Page:
    """Return the public page at these slugs below the start page of the active language; raises Http404."""
    page = Page.find_for_request(request, "/".join(slugs))
    if page is None or page.get_view_restrictions().exists():
        raise Http404
    return page.specific


def library_page(request: HttpRequest, shelf: str, slug: str) -> KnowledgePage:
    """Return the public guide, technology profile or practice report at an address; raises Http404."""
    page = page_below(request, shelf, slug)
    if not isinstance(page, KnowledgePage):
        raise Http404
    return page
