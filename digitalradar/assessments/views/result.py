"""The result of a run and how it was calculated."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.rate_limit import rate_limited

from ..open_run import OpenRun
from ..presentation.calculation import calculation_page
from ..presentation.indicators import indicators_view
from ..presentation.modes import own_mode
from ..presentation.result import result_page
from ..services.finishing import NotEnoughAnswers, frozen_inputs, has_newer_figures, show_result
from .contribution import sent_consent
from .opening import remember, with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def show(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Show the newest result; a post („Ergebnis anzeigen“) makes it from the answers as they stand."""
    if request.method == "POST":
        try:
            show_result(token=opened.token, is_compared=sent_consent(request, opened))
        except NotEnoughAnswers:
            return redirect(opened.url("finish"))
        # From now on the run lives longer, and so does the cookie.
        is_first = not opened.run.is_finished
        return remember(request, redirect(opened.url("result")), opened.token, is_finished=True, renew=is_first)
    latest = opened.run.results.first()
    if latest is None:
        return redirect(opened.url("finish"))
    page = result_page(opened.questionnaire, latest.inputs, latest.outcome, latest.steps)
    current = frozen_inputs(opened.run)
    page |= {
        "opened": opened,
        "result": latest,
        "mode": own_mode(opened.questionnaire, latest),
        "indicators": indicators_view(opened.questionnaire, opened.run, opened.token),
        "is_stale": latest.inputs != current,
        "has_newer_figures": has_newer_figures(latest.inputs, current),
        "calculation_url": opened.links["calculation"],
    }
    return render(request, f"assessments/{page['kind']}_result.html", page)


@require_safe
@with_run
def calculation(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """„So wurde gerechnet“: every number traced to answers and weights."""
    latest = opened.run.results.first()
    if latest is None:
        return redirect(opened.url("finish"))
    page = calculation_page(opened.questionnaire, latest.inputs, latest.outcome)
    page |= {"mode": own_mode(opened.questionnaire, latest), "result_url": opened.links["result"]}
    return render(request, "assessments/calculation.html", page)
