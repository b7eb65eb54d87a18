"""Two runs of the same person side by side."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited

from ..compared_run import of_result
from ..forms.comparison import ComparisonForm
from ..open_run import OpenRun
from ..presentation.comparison import choice_page, comparison_page
from ..services.clocks import wind_clock
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-compare", limit=60, seconds=600)
def compare(request: HttpRequest) -> HttpResponse:
    """Ask for two runs and compare them; links and files are sent, so that none stands in an address or is kept."""
    if request.method != "POST":
        return render(request, "assessments/compare.html", choice_page(ComparisonForm()))
    form = ComparisonForm(request.POST, request.FILES)
    if not form.is_valid():
        return protect(render(request, "assessments/compare.html", choice_page(form), status=400))
    for run in form.opened:
        wind_clock(run)
    page = comparison_page(*form.compared, language=get_language() or "de")
    return protect(render(request, "assessments/comparison.html", page))


@require_safe
@with_run
def progress(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Compare a repeated run with the one it repeats; without such a run lead to where two can be chosen."""
    latest = opened.run.results.first()
    if latest is None:
        return redirect(opened.url("finish"))
    before = opened.earlier.results.first() if opened.earlier and opened.questionnaire.has_stages else None
    if opened.earlier is None or before is None:
        return redirect("assessments:compare")
    page = comparison_page(
        of_result(opened.earlier.catalogue_version_id, before),
        of_result(opened.run.catalogue_version_id, latest),
        language=opened.language,
    )
    return render(request, "assessments/comparison.html", page | {"opened": opened})
