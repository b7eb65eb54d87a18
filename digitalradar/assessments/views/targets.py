"""Own targets and measures done already: both change the next result revision."""

from contextlib import suppress

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.core.rate_limit import rate_limited

from ..answers import STAGES
from ..open_run import OpenRun
from ..services.answering import Changes, save_answers
from ..services.finishing import NotEnoughAnswers, mark_measure, show_result
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def edit(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Set the target stage of every dimension and calculate anew at once."""
    if not opened.questionnaire.has_stages:
        raise NotFound(_("In diesem Check gibt es keine Stufen und daher keine Ziele."))
    if request.method == "POST":
        save_answers(run=opened.run, changes=Changes(targets=_sent_targets(opened, request.POST)))
        return redirect(_calculated_anew(opened))
    rows = [{**item, "target": opened.run.targets.get(item["id"])} for item in opened.questionnaire.dimensions]
    stages = opened.questionnaire.data["stages"]
    return render(request, "assessments/targets.html", {"opened": opened, "rows": rows, "stages": stages})


@require_POST
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def mark_done(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Note that a suggested measure is done already (or not), and suggest anew."""
    measure = request.POST.get("measure", "")
    if measure not in opened.questionnaire.measure:
        raise DomainError(_("Diesen Schritt gibt es im Check nicht. Es wurde nichts geändert."))
    mark_measure(token=opened.token, measure=measure, done=request.POST.get("done") == "1")
    return redirect(_calculated_anew(opened) + "#schritte")


def _sent_targets(opened: OpenRun, data: QueryDict) -> dict[str, int | None]:
    """Return the targets of the dimensions the form had; an empty one goes back to the default."""
    names = {item["id"]: f"target.{item['id']}" for item in opened.questionnaire.dimensions}
    sent = {dimension: data[name] for dimension, name in names.items() if name in data}
    if any(target and target not in STAGES for target in sent.values()):
        raise DomainError(_("Ein Ziel ist eine Stufe von 1 bis 5. Es wurde nichts gespeichert."))
    return {dimension: int(target) if target else None for dimension, target in sent.items()}


def _calculated_anew(opened: OpenRun) -> str:
    """Make a new result revision if there are enough answers for one; return the address of the result."""
    with suppress(NotEnoughAnswers):
        show_result(token=opened.token)
    return opened.url("result")
