"""The profile of a run: sector, size, place, role."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from digitalradar.core.rate_limit import rate_limited

from ..forms.profile import ProfileForm, initial_profile
from ..open_run import OpenRun
from ..services.runs import change_profile
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def edit(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Show and save the profile; it decides which questions and words are shown."""
    sent = request.POST if request.method == "POST" else None
    form = ProfileForm(sent, initial=initial_profile(opened.run), questionnaire=opened.questionnaire)
    if form.is_valid():
        change_profile(run=opened.run, profile=form.profile())
        return redirect(opened.url("finish" if request.POST.get("go") == "finish" else "run"))
    asked_at_end = opened.questionnaire.data.get("profile_at") == "end"
    context = {"opened": opened, "form": form, "asked_at_end": asked_at_end}
    return render(request, "assessments/profile.html", context, status=400 if form.errors else 200)
