"""A search page as in Wagtail's documentation, with our frame around it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .models import PlainPage


def search(request: HttpRequest) -> HttpResponse:
    """Show ten hits of ``?q=``."""
    text = request.GET.get("q", "")
    hits = PlainPage.objects.live().search(text) if text else PlainPage.objects.none()
    page = Paginator(hits, 10).get_page(request.GET.get("page"))
    return render(request, "plain/search.html", {"text": text, "page": page})
