"""Sign up for a date: a form on a page of its own, because kept pages hold no form; then „look into your mail“."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core import rate_limit
from digitalradar.core.errors import DomainError

from ..cache_tags import event_tag
from ..formats import sign_up_elsewhere
from ..forms.blank import blank_form
from ..forms.sign_up import SignUpForm
from ..models import Occurrence, Offer
from ..presentation.sign_up_page import bookable, sign_up_page, thanks_page
from ..queries.places import all_shown
from ..services.signing_up import SignUp
from ..services.signing_up import sign_up as note_sign_up
from .event import event_or_404
from .keeping import kept

HOUR = 3600
FORM_PARTS = ("offers",)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask who comes. ``?platz=12`` chooses one of several offers beforehand, ``?personen=2`` the size of the party."""
    if request.method == "POST" and settings.RATE_LIMITS:
        rate_limit.count("event-sign-up", request, limit=settings.EVENTS_SIGN_UPS_PER_HOUR, seconds=HOUR)
    occurrence = event_or_404(slug, FORM_PARTS)
    if elsewhere := sign_up_elsewhere(occurrence):
        return redirect(elsewhere)
    told = all_shown(occurrence.offers.all())
    page = sign_up_page(occurrence, told)
    if not page["sign_up"].is_open:
        return _shown(request, page, status=409 if request.method == "POST" else 200)
    offers = bookable(occurrence, told)
    if request.method != "POST" and not request.GET:
        return _shown(request, page | blank_form(occurrence, tuple(offers)), status=200)
    form = _form(request, occurrence, offers)
    if request.method == "POST" and form.is_valid():
        return _noted(request, page, form)
    return _shown(request, page | {"form": form}, status=400 if form.errors else 200)


@require_safe
def signed_up(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that a mail is on its way; the same for everybody, whoever is signed up already."""
    occurrence = event_or_404(slug, ())
    response = render(request, "events/signed_up.html", thanks_page(occurrence))
    return kept(response, event_tag(occurrence.pk), visit="", until=None)


def _form(request: HttpRequest, occurrence: Occurrence, offers: list[tuple[Offer, str]]) -> SignUpForm:
    sent = request.POST if request.method == "POST" else None
    initial = {"offers": request.GET.getlist("platz")[:50], "party_size": request.GET.get("personen", "1")}
    return SignUpForm(sent, occurrence=occurrence, offers=offers, initial=initial)


def _noted(request: HttpRequest, page: dict, form: SignUpForm) -> HttpResponse:
    """Note the sign-up and go on; a refusal keeps everything that was written."""
    if not form.is_from_machine:
        entry = SignUp(language=(get_language() or settings.LANGUAGE_CODE)[:2], **form.told())
        try:
            note_sign_up(occurrence=form.occurrence, entry=entry, offers=form.chosen())
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            return _shown(request, page | {"form": form}, status=refusal.status)
    return redirect("events:signed_up", slug=form.occurrence.slug)


def _shown(request: HttpRequest, context: dict, *, status: int) -> HttpResponse:
    response = render(request, "events/sign_up.html", context, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return response
