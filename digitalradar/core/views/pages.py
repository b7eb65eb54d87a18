"""Wagtail's pages, found by their address at once instead of level by level."""

from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port
from django.utils.translation import get_language
from wagtail.models import Page, Site
from wagtail.models.sites import get_site_for_hostname
from wagtail.url_routing import RouteResult
from wagtail.views import serve

from ..page_cache import ROOTS, SITES, page_tag, remember, remember_found
from ..translated_page import TranslatedPageMixin


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Answer as Wagtail does, hooks, restrictions and refusals included; only the search for the page is shorter.

    What is not found here (a page of a foreign kind, an address that does not exist) is left to Wagtail.
    """
    request._wagtail_site = _site(split_domain_port(request.get_host())[0], request.get_port())
    if request._wagtail_site and (found := _find(request._wagtail_site, path)):
        request._wagtail_route_for_request = RouteResult(found)
    return serve(request, path)


def _find(site: Site, path: str) -> Page | None:
    """Return the published page at a path such as ``leitfaeden/datensicherung/`` if it is one of ours."""
    at = _place(site.pk, get_language() or "", path)
    kind = ContentType.objects.get_for_id(at.kind).model_class() if at else None
    if at is None or kind is None or not issubclass(kind, TranslatedPageMixin) or kind.route is not Page.route:
        return None
    try:
        return kind.to_read(at.pk)
    except kind.DoesNotExist:  # retired a moment ago
        return None


class Place(NamedTuple):
    """Which page lies at an address: its id, and the id of its content type."""

    pk: int
    kind: int


@remember_found(lambda place: [page_tag(place.pk), SITES, ROOTS])
def _place(site: int, language: str, path: str) -> Place | None:
    root, url_path = _root(site, language)
    at = Page.objects.filter(pk=root) if not path else _at(f"{url_path}{path}")
    row = at.filter(live=True).order_by().values_list("pk", "content_type_id").first()
    return Place(*row) if row else None


def _at(url_path: str) -> QuerySet[Page]:
    slug = url_path.rstrip("/").rpartition("/")[2]  # it has an index, the whole path has none
    return Page.objects.filter(slug=slug, url_path=url_path)


@remember(SITES)
def _site(hostname: str, port: str) -> Site | None:
    try:
        return get_site_for_hostname(hostname, port)
    except Site.DoesNotExist:
        return None


@remember(SITES, ROOTS)
def _root(site: int, language: str) -> tuple[int, str]:
    """Return id and path of the start page in a language, which is the active one."""
    start = Site.objects.select_related("root_page").get(pk=site).root_page.localized
    return start.pk, start.url_path
