"""The backlog: propose a topic, vote."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ..forms.member import TopicForm, VoteForm
from ..services import topics
from .answers import limited
from .opening import SEATED, OpenMember, with_member


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_member(*SEATED)
def propose(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Ask for a topic and put it into the backlog."""
    form = TopicForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        topics.propose(author=opened.membership, **form.cleaned_data)
        messages.success(request, _("Ihr Thema steht jetzt auf der Liste, mit Ihrer Stimme."))
        return redirect(f"{opened.url()}#themen")
    context = {"opened": opened, "form": form}
    return render(request, "focusgroups/propose.html", context, status=400 if form.errors else 200)


@require_POST
@limited
@with_member(*SEATED)
def vote(request: HttpRequest, opened: OpenMember, topic_id: int) -> HttpResponse:
    """Vote for a topic, take the vote back, or take an own proposal back."""
    form = VoteForm(request.POST)
    if form.is_valid():
        _do(form.cleaned_data["go"], opened, topic_id)
    return redirect(f"{opened.url()}#themen")


def _do(go: str, opened: OpenMember, topic_id: int) -> None:
    if go == "vote":
        topics.vote(membership=opened.membership, topic_id=topic_id)
    elif go == "take_back":
        topics.take_back_vote(membership=opened.membership, topic_id=topic_id)
    else:
        topics.drop_topic(author=opened.membership, topic_id=topic_id)
