"""The form for barriers and the search; all other pages of the website are Wagtail pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core import rate_limit
from digitalradar.core.errors import RateLimited
from digitalradar.core.rate_limit import rate_limited
from digitalradar.search.services.asked import note_unanswered

from .forms import BarrierReportForm
from .searching import asked_of, found_for, search_context
from .services import report_barrier

UNANSWERED_PER_HOUR = 60  # from one address; a limit of writes, the search itself goes on


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("barrier-report", limit=10, seconds=3600)
def barrier_form(request: HttpRequest) -> HttpResponse:
    """Ask what does not work; ``?seite=`` fills in where the reader comes from."""
    form = BarrierReportForm(request.POST or None, initial={"page": request.GET.get("seite", "")[:300]})
    if request.method == "POST" and form.is_valid():
        report_barrier(**form.cleaned_data)
        return redirect("website:barrier_thanks")
    return render(request, "website/report_barrier.html", {"form": form}, status=400 if form.errors else 200)


@require_safe
def barrier_thanks(request: HttpRequest) -> HttpResponse:
    """Say what happens with the report; an address of its own, so that reloading sends nothing twice."""
    return render(request, "website/report_thanks.html")


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Search everything public for ``?q=``; ``art`` narrows to one kind of page, ``seite`` turns pages."""
    text, kind, page = asked_of(request.GET)
    found = found_for(text, kind, page)
    if found is not None and not found.total and not kind:
        _note_unanswered(request, text)
    response = render(request, "website/search.html", search_context(text, kind, found))
    response["X-Robots-Tag"] = "noindex"
    return response


def _note_unanswered(request: HttpRequest, text: str) -> None:
    """Count what found nothing; not while somebody is still typing, and not what one address sends by the hundred."""
    if request.method != "GET" or request.headers.get("X-Requested-With") == "fetch":
        return
    try:
        rate_limit.count("search-unanswered", request, limit=UNANSWERED_PER_HOUR, seconds=3600)
    except RateLimited:
        return
    note_unanswered(text, get_language() or "de")
