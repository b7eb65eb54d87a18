"""Two short forms behind a private link: how it was, and months later what became of it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from digitalradar.core.errors import DomainError

from ..forms.afterwards import FeedbackForm, FollowUpForm
from ..models import Registration
from ..presentation.rows import short
from ..services.following_up import (
    FEEDBACK,
    FOLLOW_UP,
    answer_follow_up,
    give_feedback,
    may_answer,
    own_feedback,
    own_follow_up,
)
from .opening import OpenRegistration, with_registration
from .personal import limited


@dataclass(frozen=True)
class Asked:
    """One of the two forms: what it is called, what was answered before, and who keeps the answer."""

    act: str
    title: str | Promise
    form: type[forms.Form]
    before: Callable[[Registration], Any]
    keep: Callable[..., Any]


HOW_IT_WAS = Asked(FEEDBACK, _("Wie war es?"), FeedbackForm, own_feedback, give_feedback)
WHAT_CAME = Asked(FOLLOW_UP, _("Was haben Sie damit gemacht?"), FollowUpForm, own_follow_up, answer_follow_up)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def feedback(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Ask how it was; whoever answers again changes their answer."""
    return _answered(request, opened, HOW_IT_WAS)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def follow_up(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Ask what became of it."""
    return _answered(request, opened, WHAT_CAME)


def _answered(request: HttpRequest, opened: OpenRegistration, asked: Asked) -> HttpResponse:
    form = asked.form(request.POST if request.method == "POST" else None, initial=_before(opened, asked))
    status = 400 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            asked.keep(opened.registration, **form.cleaned_data)
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            return redirect(f"{opened.url()}?neu=rueckmeldung")
    may = may_answer(opened.registration, asked.act)
    context = short(opened.registration.occurrence) | {"opened": opened, "form": form, "title": asked.title, "may": may}
    return render(request, "events/asked.html", context, status=status)


def _before(opened: OpenRegistration, asked: Asked) -> dict[str, Any]:
    answer = asked.before(opened.registration)
    return {name: getattr(answer, name) for name in asked.form.base_fields} if answer else {}
