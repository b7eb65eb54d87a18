"""Give somebody a calendar of their own, another address for it, or take it away."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from ..services.personal_feeds import close_feed, renew_feed
from .opening import OpenRegistration, with_registration
from .personal import limited


@require_POST
@limited
@with_registration
def change(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Make a new address (``tun=neu``) or switch the calendar off (``tun=aus``); anything else changes nothing."""
    person, asked = opened.registration.person, request.POST.get("tun")
    if person and opened.registration.confirmed_at:
        if asked == "neu":
            renew_feed(person)
        elif asked == "aus":
            close_feed(person)
    return redirect(f"{opened.url()}#kalender")
