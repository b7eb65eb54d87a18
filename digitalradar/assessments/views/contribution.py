"""The consent to the comparison inside the region, given or taken back after the result."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitalradar.core.errors import DomainError, RateLimited
from digitalradar.core.rate_limit import count, rate_limited

from ..open_run import OpenRun
from ..services.contributions import set_consent
from .opening import with_run

# A room full of firms behind one address may consent; somebody who feeds a comparison with inventions may not for long.
CONSENTS, SECONDS = 60, 3600


@require_POST
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def change(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Put the result into the comparison (``is_compared`` 1) or take it out (0)."""
    wish = request.POST.get("is_compared", "")
    if wish not in {"0", "1"} or (wish == "1" and not opened.may_contribute):
        raise DomainError(_("Dieser Check kann nicht in den Vergleich. Es wurde nichts geändert."))
    if wish == "1":
        count_consent(request)
    set_consent(token=opened.token, is_compared=wish == "1")
    return redirect(opened.url("result") + "#beitrag-zum-vergleich")


def count_consent(request: HttpRequest) -> None:
    """Count a consent from this address; raise ``RateLimited`` when there are too many."""
    if settings.RATE_LIMITS:
        count("contribution", request, limit=CONSENTS, seconds=SECONDS)


def sent_consent(request: HttpRequest, opened: OpenRun) -> bool | None:
    """Return the consent that came with „Ergebnis anzeigen“, None when it was not asked for.

    Too many consents from one address are taken for none: the result is shown all the same, and its foot asks again.
    """
    if request.POST.get("comparison") != "asked" or not opened.may_contribute:
        return None
    is_compared = request.POST.get("is_compared") == "1"
    try:
        if is_compared and not opened.run.is_compared:
            count_consent(request)
    except RateLimited:
        return None
    return is_compared
