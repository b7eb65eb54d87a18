"""Own data: take them along, have them deleted."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from ..services.personal_data import erase_member, export_member
from .answers import limited
from .opening import EVERY, OpenMember, with_member


@require_safe
@with_member(*EVERY)
def download(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Hand over everything that is kept of the member: own texts, nothing of others."""
    response = JsonResponse(export_member(opened.membership), json_dumps_params={"ensure_ascii": False, "indent": 2})
    name = f"fokusgruppe-{opened.membership.group.slug}.json"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_member(*EVERY)
def delete(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Ask, then delete the membership with everything its owner told."""
    if request.method != "POST":
        return render(request, "focusgroups/delete.html", {"opened": opened})
    group = opened.membership.group
    erase_member(opened.membership)
    return render(request, "focusgroups/deleted.html", {"group": group})
