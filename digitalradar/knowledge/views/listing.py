"""The shelves of the library as readers see them: a list with facets and a search field."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from wagtail.models import Page

from digitalradar.core.page_cache import cacheable, page_tag
from digitalradar.search.services.postings import INDEX_TAG

from ..fitting import fitting
from ..models import GuideIndexPage, IndexPage, PracticeReportPage, ReportIndexPage, TechnologyIndexPage, TechnologyPage
from ..presentation.listing import listing
from ..queries.facets import FITTING, titles
from ..queries.listing import ALL_KINDS, MODELS, SHOWN, Asked, find, pages_of

SHELF_OF = {TechnologyIndexPage: TechnologyPage, ReportIndexPage: PracticeReportPage}


def serve_shelves(serve_page: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Answer for shelves in place of Wagtail, behind its look at who may read them; all other pages are left to it."""

    def serve(page: Page, request: HttpRequest, args: list, kwargs: dict) -> HttpResponse:
        return shelf(request, page) if isinstance(page, IndexPage) else serve_page(page, request, args, kwargs)

    return serve


def shelf(request: HttpRequest, page: IndexPage) -> HttpResponse:
    """Show what fits the address; lists without filters are kept for everybody."""
    language = page.locale.language_code
    own = SHELF_OF.get(type(page))
    kinds = [kind for kind, model in MODELS.items() if model is own] or list(ALL_KINDS)
    fits = {} if own else fitting(request)
    named = titles() | ({FITTING.parameter: FITTING.values()} if fits else {})
    asked = Asked.of(request.GET).known(named)
    found = find(asked, language=language, kinds=kinds, fitting=fits)
    context = page.get_context(request) | listing(
        asked, found, named, pages_of(found.hits, language, SHOWN), hidden="art" if own else "", fits=fits
    )
    if isinstance(page, GuideIndexPage):
        context["feed_url"] = reverse("knowledge:feed", args=[page.slug])
    response = render(request, "knowledge/list.html", context)
    patch_vary_headers(response, ["Cookie"])
    if request.GET:
        response["X-Robots-Tag"] = "noindex, follow"
        return response
    return cacheable(response, INDEX_TAG, *page.cache_tags(), visit=page_tag(page.pk))
