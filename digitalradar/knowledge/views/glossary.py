"""All words that the library explains."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from digitalradar.core.page_cache import cacheable, kind_tag

from ..cache_tags import TERMS
from ..models import GuideIndexPage, GuidePage, TechnologyPage
from ..presentation.glossary import explained, letters
from ..queries.glossary import words
from .found import offer_translations, page_below


def glossary(request: HttpRequest, shelf: str) -> HttpResponse:
    """List the words of the language from A to Z."""
    page = _shelf(request, shelf)
    response = render(request, "knowledge/glossary.html", {"shelf": page, "letters": letters(words())})
    return cacheable(response, TERMS, *page.cache_tags())


def letter(request: HttpRequest, shelf: str, letter: str) -> HttpResponse:
    """Explain the words under one letter, each with the pages that use it."""
    page = _shelf(request, shelf)
    groups = letters(words())
    chosen = next((group for group in groups if group.slug == letter), None)
    if chosen is None:
        raise Http404
    context = {"shelf": page, "letters": groups, "chosen": chosen, "entries": explained(chosen.words)}
    response = render(request, "knowledge/glossary_letter.html", context)
    return cacheable(response, TERMS, kind_tag(GuidePage), kind_tag(TechnologyPage), *page.cache_tags())


def _shelf(request: HttpRequest, slug: str) -> GuideIndexPage:
    page = page_below(request, slug)
    if not isinstance(page, GuideIndexPage):
        raise Http404
    offer_translations(request, page, "begriffe/")
    return page
