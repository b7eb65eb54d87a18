"""Files of talks and sessions: everybody gets what is released, members what belongs to their group."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from digitalradar.events.files import send
from digitalradar.events.models import Material

from ..queries.groups import impulses_of, released_impulses
from ..queries.sessions import sessions_of
from .groups import group_or_404
from .opening import SEATED, OpenMember, with_member


@require_safe
def released(request: HttpRequest, slug: str, impulse_id: int) -> HttpResponse:
    """Send the file of a talk that everybody may have."""
    impulse = get_object_or_404(released_impulses(group_or_404(slug)), pk=impulse_id)
    return send(request, impulse.document)


@require_safe
@with_member(*SEATED)
def of_impulse(request: HttpRequest, opened: OpenMember, impulse_id: int) -> HttpResponse:
    """Send a member the file of a talk."""
    impulse = get_object_or_404(impulses_of(opened.membership.group), pk=impulse_id)
    return send(request, impulse.document)


@require_safe
@with_member(*SEATED)
def of_session(request: HttpRequest, opened: OpenMember, material_id: int) -> HttpResponse:
    """Send a member a released file of one of the group's sessions."""
    rows = Material.objects.filter(occurrence__in=sessions_of(opened.membership.group), released_at__isnull=False)
    return send(request, get_object_or_404(rows.select_related("document"), pk=material_id).document)
