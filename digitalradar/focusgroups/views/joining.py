"""Ask to join on a page of its own, because kept pages hold no form; confirm by the link of the mail."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitalradar.core.errors import DomainError
from digitalradar.core.rate_limit import rate_limited

from ..forms.joining import JoinForm, LinkForm
from ..models import FocusGroup, Membership
from ..presentation.groups import foreign, joining
from ..services.joining import Entry, accept_invitation, ask_again, ask_to_join, confirm_request
from ..services.joining import send_link as send_link_to
from .groups import group_or_404
from .opening import OpenMember, with_member

HOUR = 3600
PER_HOUR = 20
State = Membership.State


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("focus-group-join", limit=PER_HOUR, seconds=HOUR)
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask who would like to join; where nobody can, say so."""
    group = group_or_404(slug)
    if not group.takes_requests:
        return _shown(request, group, None, status=409 if request.method == "POST" else 200)
    form = JoinForm(request.POST if request.method == "POST" else None, subject=f"join-{group.slug}")
    if request.method == "POST" and form.is_valid():
        return _asked(request, group, form)
    return _shown(request, group, form, status=400 if form.errors else 200)


@require_safe
def sent(request: HttpRequest, slug: str) -> HttpResponse:
    """Say that a mail is on its way; the same for everybody, whoever belongs to the group already."""
    hours = settings.FOCUSGROUP_REQUEST_HOURS
    context = {"group": group_or_404(slug), "lang": foreign(), "confirm_hours": hours, "is_link": "link" in request.GET}
    response = render(request, "focusgroups/sent.html", context)
    add_never_cache_headers(response)
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("focus-group-link", limit=PER_HOUR, seconds=HOUR)
def send_link(request: HttpRequest, slug: str) -> HttpResponse:
    """Send members their link again."""
    group = group_or_404(slug)
    form = LinkForm(request.POST if request.method == "POST" else None, subject=f"link-{group.slug}")
    if request.method == "POST" and form.is_valid():
        if not form.is_from_machine:
            send_link_to(group=group, email=form.cleaned_data["email"])
        return redirect(reverse("focusgroups:sent", args=[group.slug]) + "?link=1")
    return _shown(request, group, form, template="focusgroups/link.html", status=400 if form.errors else 200)


@require_POST
@with_member(State.REQUESTED, State.INVITED, State.LEFT, State.ACTIVE, State.PAUSED)
def confirm(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Confirm a request, accept an invitation, or ask again: what the button of the page in this state means."""
    act = {State.INVITED: accept_invitation, State.LEFT: ask_again}.get(opened.membership.state, confirm_request)
    try:
        act(opened.membership)
    except DomainError as refusal:
        messages.error(request, str(refusal))
    return redirect(opened.url())


def _asked(request: HttpRequest, group: FocusGroup, form: JoinForm) -> HttpResponse:
    told = {name: form.cleaned_data[name] for name in ("name", "email", "organisation", "message")}
    if not form.is_from_machine:
        try:
            ask_to_join(group=group, entry=Entry(**told, language=(get_language() or settings.LANGUAGE_CODE)[:2]))
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            return _shown(request, group, form, status=409)
    return redirect("focusgroups:sent", slug=group.slug)


def _shown(
    request: HttpRequest,
    group: FocusGroup,
    form: LinkForm | None,
    *,
    template: str = "focusgroups/join.html",
    status: int,
) -> HttpResponse:
    context = {"group": group, "form": form, "lang": foreign(), "joining": joining(group)}
    response = render(request, template, context, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return response
