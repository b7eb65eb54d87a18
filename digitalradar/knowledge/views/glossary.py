"""All words that the library explains."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from ..models import GuideIndexPage
from ..presentation.glossary import letters
from ..queries.glossary import glossary as all_words
from .found import offer_translations, page_below


def glossary(request: HttpRequest, shelf: str) -> HttpResponse:
    """Show the words of the language from A to Z, each with the pages that use it."""
    page = page_below(request, shelf)
    if not isinstance(page, GuideIndexPage):
        raise Http404
    offer_translations(request, page, "begriffe/")
    return render(request, "knowledge/glossary.html", {"shelf": page, "letters": letters(all_words())})
