"""„Mein Programm“: begin one, look at it, change it, take it along, let it go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect, requires_csrf_token
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.own_origin import is_from_own_page
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited

from ..calendar import programme_calendar
from ..documents.programme import programme_paper
from ..presentation.plan import chooser, picked_entries, plan_page
from ..queries.plans import find_plan, picked_keys
from ..queries.programme import Released, released
from ..services.plans import choose, delete_plan, pick
from .opening import COOKIE, OpenPlan, remember, remembered_token, with_plan
from .programme import PDF_LIMIT, pdf_answer, released_or_404

limited = rate_limited("programme-plan", limit=200, seconds=600)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Lead to the plan of this device; without one show everything there is to tick, and make one of it."""
    shown = released_or_404(slug)
    occurrence = shown.version.occurrence
    token = remembered_token(request, occurrence)
    if request.method == "POST":
        token = choose(token=token, occurrence=occurrence, keys=request.POST.getlist("item"))
        return protect(remember(request, redirect("programmes:plan", token=token), occurrence, token))
    if find_plan(token):
        return protect(redirect("programmes:plan", token=token))
    return protect(render(request, "programmes/begin.html", chooser(shown) | {"occurrence": occurrence}))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@limited
def keep(request: HttpRequest, slug: str) -> HttpResponse:
    """Put an item into the plan of this device.

    The button stands on kept pages, which hold no token: there the browser's word that our own page sent the form is
    enough. Whoever cannot give it gets the same form with a token.
    """
    shown = released_or_404(slug)
    sent = request.POST if request.method == "POST" else request.GET
    entry = next((entry for entry in shown.entries if entry.key == sent.get("item")), None)
    if entry is None:
        raise NotFound(_("Diesen Programmpunkt gibt es nicht, oder er steht nicht mehr im Programm."))
    if request.method == "POST" and is_from_own_page(request):
        return _keep(request, shown, entry.key)
    if request.method == "POST" and "csrfmiddlewaretoken" in request.POST:
        return csrf_protect(_keep)(request, shown, entry.key)
    page = {"occurrence": shown.version.occurrence, "entry": entry}
    return requires_csrf_token(lambda request: protect(render(request, "programmes/keep.html", page)))(request)


def _keep(request: HttpRequest, shown: Released, key: str) -> HttpResponse:
    occurrence = shown.version.occurrence
    token = pick(token=remembered_token(request, occurrence), occurrence=occurrence, key=key)
    address = reverse("programmes:plan", kwargs={"token": token})
    return protect(remember(request, redirect(f"{address}?neu={key}"), occurrence, token))


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_plan
def show(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """Show the plan; a post says anew what is in it."""
    if request.method == "POST":
        choose(token=opened.token, occurrence=opened.plan.occurrence, keys=request.POST.getlist("item"))
        return redirect(f"{opened.url()}?gespeichert=1")
    page = plan_page(opened.plan, opened.url(), added=request.GET.get("neu", ""))
    context = page | {"opened": opened, "is_saved": "gespeichert" in request.GET}
    return render(request, "programmes/plan.html", context)


@require_safe
@with_plan
def calendar_file(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """The picked items as entries of a calendar."""
    shown = _released(opened)
    entries = picked_entries(shown, picked_keys(opened.plan))
    content = programme_calendar(shown, entries, get_language() or "de", _("Mein Programm"))
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="mein-programm.ics"'
    return response


@require_safe
@PDF_LIMIT
@with_plan
def pdf(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """The picked items to print."""
    shown = _released(opened)
    entries = picked_entries(shown, picked_keys(opened.plan))
    made = programme_paper(shown, entries, language=get_language() or "de", is_own=True)
    return pdf_answer(made.content, "mein-programm")


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_plan
def delete(request: HttpRequest, opened: OpenPlan) -> HttpResponse:
    """Ask, then delete the plan for good and forget it on this device."""
    occurrence = opened.plan.occurrence
    if request.method != "POST":
        return render(request, "programmes/delete.html", {"opened": opened, "occurrence": occurrence})
    delete_plan(token=opened.token)
    response = render(request, "programmes/deleted.html", {"occurrence": occurrence})
    if remembered_token(request, occurrence) == opened.token:
        response.delete_cookie(COOKIE.format(occurrence.pk), samesite="Lax")
    return response


def _released(opened: OpenPlan) -> Released:
    shown = released(opened.plan.occurrence)
    if shown is None:
        raise NotFound(_("Für diesen Termin gibt es noch kein Programm."))
    return shown
