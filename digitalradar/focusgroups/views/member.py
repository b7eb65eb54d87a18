"""A member's own page: what it shows follows from the state of the membership."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..models import Membership
from ..presentation.member import former_page, member_page, pending_page
from .opening import EVERY, OpenMember, with_member

State = Membership.State


@require_safe
@with_member(*EVERY)
def show(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Show sessions, topics and contributions to members; to others what they can do now."""
    membership = opened.membership
    if membership.is_seated:
        return render(request, "focusgroups/member.html", {"opened": opened, **member_page(opened)})
    if membership.has_left:
        return render(request, "focusgroups/former.html", {"opened": opened, **former_page(opened)})
    return render(request, "focusgroups/pending.html", {"opened": opened, **pending_page(opened)})
