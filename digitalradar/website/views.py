"""The form for barriers; all other pages of the website are Wagtail pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.rate_limit import rate_limited

from .forms import BarrierReportForm
from .services import report_barrier


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
