"""Own targets and measures done already: both change the next result revision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from digitalradar.core.errors import DomainError

from ..answers import STAGES
from ..open_run import OpenRun
from ..services.finishing import mark_measure, set_targets, show_result
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@with_run
def edit(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Set the target stage of every dimension and calculate anew at once."""
    dimensions = opened.questionnaire.dimensions
    if request.method == "POST":
        targets = {item["id"]: request.POST.get(f"target.{item['id']}", "") for item in dimensions}
        if any(sent and sent not in STAGES for sent in targets.values()):
            raise DomainError(_("Ein Ziel ist eine Stufe von 1 bis 5. Es wurde nichts gespeichert."))
        set_targets(token=opened.token, targets={key: int(sent) for key, sent in targets.items() if sent})
        show_result(token=opened.token)
        return redirect(opened.url("result"))
    latest = opened.run.results.first()
    outcome = latest.outcome["dimensions"] if latest else {}
    rows = [
        {**item, "target": opened.run.targets.get(item["id"]) or outcome.get(item["id"], {}).get("target_stage")}
        for item in dimensions
    ]
    return render(request, "assessments/targets.html", {"opened": opened, "rows": rows, "stages": STAGES})


@require_POST
@with_run
def mark_done(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Note that a suggested measure is done already (or not), and suggest anew."""
    measure = request.POST.get("measure", "")
    if measure not in opened.questionnaire.measure:
        raise DomainError(_("Diesen Schritt gibt es im Check nicht. Es wurde nichts geändert."))
    mark_measure(token=opened.token, measure=measure, done=request.POST.get("done") == "1")
    show_result(token=opened.token)
    return redirect(opened.url("result") + "#schritte")
