"""„Das will ich sehen“: say it, confirm the address, take it back."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited
from digitalradar.events.presentation.rows import short
from digitalradar.events.views.event import event_or_404

from ..forms.interest import InterestForm
from ..kind import KIND
from ..queries.interest import find_interest
from ..services.interest import confirm_interest, may_show_interest, show_interest, withdraw_interest


@rate_limited("tasting-interest", limit=20, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask what somebody wants to see. The answer is the same for everybody, whoever gave the address before."""
    occurrence = event_or_404(slug)
    if occurrence.kind != KIND:
        raise NotFound(_("Diese Seite gibt es für diesen Termin nicht."))
    form = InterestForm(request.POST if request.method == "POST" else None, occurrence=occurrence)
    status = 400 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            if not form.is_from_machine:
                show_interest(
                    occurrence=occurrence,
                    station=form.cleaned_data.get("station"),
                    email=form.cleaned_data["email"],
                    language=(get_language() or settings.LANGUAGE_CODE)[:2],
                )
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            mailed = "&post=1" if form.cleaned_data["email"] else ""
            return redirect(f"{reverse('tastings:ask', args=[slug])}?danke=1{mailed}")
    context = short(occurrence) | {
        "form": form,
        "is_asked": may_show_interest(occurrence),
        "thanks": "danke" in request.GET,
        "mailed": "post" in request.GET,
    }
    response = render(request, "tastings/ask.html", context, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return response


@rate_limited("tasting-interest-link", limit=60, seconds=3600)
@require_http_methods(["GET", "HEAD", "POST"])
def interest(request: HttpRequest, token: str) -> HttpResponse:
    """Where the mail leads: two buttons, and nothing happens before one is pressed."""
    found = find_interest(token)
    if found is None:
        raise NotFound(_("Dieser Link gilt nicht mehr. Ihre Adresse ist bei uns nicht mehr gespeichert."))
    if request.method == "POST":
        if request.POST.get("act") == "withdraw":
            withdraw_interest(found)
            return protect(render(request, "tastings/interest.html", short(found.occurrence) | {"gone": True}))
        confirm_interest(found)
        return protect(redirect(request.path))
    context = short(found.occurrence) | {"interest": found, "gone": False}
    return protect(render(request, "tastings/interest.html", context))
