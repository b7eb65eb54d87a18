"""One dimension of a run: plain form posts, and one answer at a time with a script."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.core.rate_limit import rate_limited

from ..forms.section import answer_change, section_changes, state_text
from ..open_run import OpenRun
from ..presentation.section import dimension_state, saved_text, section_page
from ..services.answering import save_answers
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-section", limit=600, seconds=600)
@with_run
def show(request: HttpRequest, opened: OpenRun, dimension: str) -> HttpResponse:
    """Show the questions of a dimension; a post saves what changed and leads on."""
    if dimension not in opened.questionnaire.dimension:
        raise NotFound(_("Dieses Thema gibt es im Check nicht."))
    if request.method == "POST":
        changes = section_changes(opened.questionnaire, dimension, request.POST)
        if save_answers(run=opened.run, changes=changes) is None:
            raise NotFound(_("Diesen Check gibt es nicht mehr."))
        return redirect(_destination(opened, dimension, request.POST.get("go", "next")))
    return render(request, "assessments/section.html", section_page(opened, dimension))


def _destination(opened: OpenRun, dimension: str, go: str) -> str:
    if go == "finish":
        return opened.url("finish")
    ids = list(opened.questionnaire.dimension)
    place = ids.index(dimension) + {"previous": -1, "stay": 0}.get(go, 1)
    if place < 0:
        return opened.url("profile")
    return opened.url("section", dimension=ids[place]) if place < len(ids) else opened.url("finish")


@require_POST
@rate_limited("check-answer", limit=1200, seconds=600)
@with_run
def save_one(request: HttpRequest, opened: OpenRun) -> JsonResponse:
    """Save one change and answer what the run now holds, so that another tab's newer answers become visible."""
    try:
        changes = answer_change(opened.questionnaire, request.POST)
    except DomainError as refusal:
        return JsonResponse({"error": str(refusal)}, status=400)
    saved = save_answers(run=opened.run, changes=changes)
    if saved is None:
        return JsonResponse({"error": _("Diesen Check gibt es nicht mehr.")}, status=404)
    now_open = OpenRun(saved, opened.token, opened.language)
    question = opened.questionnaire.question.get(request.POST.get("question", ""))
    dimension = question["dimension"] if question else request.POST["dimension"]
    asked = now_open.visible_by_dimension[dimension]
    return JsonResponse(
        {
            "saved": saved_text(now_open),
            "state": dimension_state(saved, dimension),
            "asked": asked,
            "answers": {key: state_text(saved.answers.get(key, {})) for key in asked},
        }
    )
