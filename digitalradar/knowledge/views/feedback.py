"""„War das hilfreich?“: a page of its own, because pages that are kept for everybody hold no form."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_http_methods

from digitalradar.core.rate_limit import rate_limited

from ..forms.feedback import NO, YES, FeedbackForm
from ..models import KnowledgePage
from ..services.feedback import give_feedback, is_receipt_for, new_receipt
from .found import library_page, offer_translations

BELOW = "rueckmeldung/"
# Says only that this browser has answered here: it is sent to this one address and names nothing else.
COOKIE = "digitalradar_feedback"
REMEMBERED = timedelta(days=365)


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("guide-feedback", limit=20, seconds=3600)
def feedback(request: HttpRequest, shelf: str, slug: str) -> HttpResponse:
    """Ask whether a page helped, once per browser; ``?hilfreich=ja`` comes from the link on the page."""
    page = library_page(request, shelf, slug)
    offer_translations(request, page, BELOW)
    if COOKIE in request.COOKIES or "danke" in request.GET:
        return _shown(request, page, None)
    form = FeedbackForm(request.POST if request.method == "POST" else None, initial=_initial(request, page))
    if request.method == "POST" and form.is_valid() and _is_ours(form, page):
        answer = form.cleaned_data
        give_feedback(
            page=page, receipt=answer["receipt"], is_helpful=answer["helpful"] == YES, comment=answer["comment"]
        )
        return _thanks(request)
    return _shown(request, page, form, status=400 if form.errors else 200)


def _initial(request: HttpRequest, page: KnowledgePage) -> dict[str, str]:
    chosen = request.GET.get("hilfreich", "")
    return {"receipt": new_receipt(page), "helpful": chosen if chosen in (YES, NO) else ""}


def _is_ours(form: FeedbackForm, page: KnowledgePage) -> bool:
    """A form that lay open for more than a day, or of another page, gets a new receipt and is asked for once more."""
    if is_receipt_for(form.cleaned_data["receipt"], page):
        return True
    form.data = form.data.copy()
    form.data["receipt"] = new_receipt(page)
    form.add_error(None, FeedbackForm.TOO_OLD)
    return False


def _thanks(request: HttpRequest) -> HttpResponse:
    response = redirect(f"{request.path}?danke=1")
    response.set_cookie(
        COOKIE,
        "1",
        max_age=REMEMBERED,
        path=request.path,
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _shown(request: HttpRequest, page: KnowledgePage, form: FeedbackForm | None, *, status: int = 200) -> HttpResponse:
    context = {"page": page, "shelf": page.get_parent(), "form": form}
    response = render(request, "knowledge/feedback.html", context, status=status)
    add_never_cache_headers(response)
    return response
