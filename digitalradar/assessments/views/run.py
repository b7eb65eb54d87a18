"""Coming back to a run, ending it, its answers, its deletion."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.qr import qr_svg
from digitalradar.core.rate_limit import rate_limited

from ..open_run import OpenRun
from ..presentation.answers import answers_page
from ..presentation.finish import finish_page
from ..queries import find_run
from ..services.runs import delete_run
from .opening import COOKIE, remembered_token, with_run


@require_safe
def resume(request: HttpRequest) -> HttpResponse:
    """Lead to the run this device remembers, else to the list of checks."""
    token = remembered_token(request)
    run = find_run(token) if token else None
    if run is None:
        return redirect("assessments:overview")
    return redirect(OpenRun(run, token, get_language() or "de").url("run"))


@require_safe
@with_run
def continue_run(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Lead to the first open question, or to the end when there is none."""
    return redirect(next_address(opened))


def next_address(opened: OpenRun) -> str:
    """Return where the run goes on: its result, its first open question, or its end.

    A theme that begins is shown from its top, where it says how to answer.
    """
    open_questions = opened.open_questions()
    if opened.run.is_finished:
        return opened.url("result")
    if not open_questions:
        return opened.url("finish")
    first = opened.run.first_dimension
    ids = opened.open_questions(first) if first in opened.questionnaire.dimension else []
    question_id = (ids or open_questions)[0]
    dimension = opened.questionnaire.question[question_id]["dimension"]
    place = f"#frage-{question_id}" if question_id != opened.visible_by_dimension[dimension][0] else ""
    return opened.url("section", dimension=dimension) + place


@require_safe
@with_run
def finish(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Show what is answered and what is missing, with „Ergebnis anzeigen“ when a score is possible."""
    return render(request, "assessments/finish.html", finish_page(opened))


@require_safe
@with_run
def answers(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Show all questions with the given answers, for reading and printing."""
    return render(request, "assessments/answers.html", answers_page(opened))


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def delete(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Ask once, then delete the run at once."""
    if request.method != "POST":
        return render(request, "assessments/delete.html", {"opened": opened})
    delete_run(opened.run)
    page = {"catalogue": opened.questionnaire.id, "was_compared": opened.run.is_compared}
    response = render(request, "assessments/deleted.html", page)
    if not opened.main_token:  # else the device goes on remembering the run this one belonged to
        response.delete_cookie(COOKIE)
    return response


@require_safe
@with_run
def qr_code(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """The private link as a QR code."""
    return HttpResponse(qr_svg(opened.private_link), content_type="image/svg+xml")
