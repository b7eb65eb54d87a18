"""The official figures of the digital intensity as a public page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from ..presentation.official_series import series_page


@require_safe
def statistics(request: HttpRequest) -> HttpResponse:
    """Show the figures of one size class (``?groesse=``) for Germany and the EU over the years."""
    page = series_page(request.GET.get("groesse", ""), get_language() or "de")
    return render(request, "assessments/official_statistics.html", page)
