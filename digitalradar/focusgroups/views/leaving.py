"""Pause and come back, leave."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ..services import membership as services
from .answers import limited
from .opening import SEATED, OpenMember, with_member


@require_POST
@limited
@with_member(*SEATED)
def pause(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Pause a membership, or go on with it."""
    if opened.membership.is_active:
        services.pause(opened.membership)
        messages.success(request, _("Sie pausieren. Ihr Platz in der Gruppe bleibt, Sitzungen sind abgesagt."))
    else:
        services.resume(opened.membership)
        messages.success(request, _("Sie sind wieder dabei."))
    return redirect(opened.url())


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_member(*SEATED)
def leave(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Ask, then let a member leave."""
    if request.method != "POST":
        return render(request, "focusgroups/leave.html", {"opened": opened})
    services.leave(opened.membership)
    messages.success(request, _("Sie haben die Gruppe verlassen. Ihre eigenen Beiträge finden Sie weiter hier."))
    return redirect(opened.url())
