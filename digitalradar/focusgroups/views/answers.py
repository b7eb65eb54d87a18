"""A member's answers: the standing one, and one to a single session."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from digitalradar.core.errors import DomainError
from digitalradar.core.rate_limit import rate_limited

from ..forms.member import AnswerForm, StandingForm
from ..models import Membership
from ..queries.sessions import sessions_of
from ..services.answers import answer_session, set_standing
from .opening import SEATED, OpenMember, with_member

State = Membership.State
limited = rate_limited("focus-group-member", limit=300, seconds=600)


@require_POST
@limited
@with_member(*SEATED)
def standing(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Change the answer that counts where there is no other."""
    form = StandingForm(request.POST)
    if form.is_valid():
        set_standing(membership=opened.membership, standing=form.cleaned_data["standing"])
        messages.success(request, _("Gespeichert. Einzelne Zu- und Absagen von Ihnen bleiben, wie sie sind."))
    else:
        messages.error(request, _("Bitte wählen Sie eine Antwort."))
    return redirect(f"{opened.url()}#sitzungen")


@require_POST
@limited
@with_member(State.ACTIVE)
def one(request: HttpRequest, opened: OpenMember, session_id: int) -> HttpResponse:
    """Say yes or no to one session."""
    session = get_object_or_404(sessions_of(opened.membership.group), pk=session_id)
    form = AnswerForm(request.POST)
    if form.is_valid():
        is_coming = form.cleaned_data["answer"] == "ja"
        try:
            answer_session(membership=opened.membership, session=session, is_coming=is_coming)
        except DomainError as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Ihre Zusage ist gespeichert.") if is_coming else _("Sie haben abgesagt."))
    return redirect(f"{opened.url()}#sitzung-{session.pk}")
