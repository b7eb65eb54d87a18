"""Tell something, change who may read it, take it back."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from digitalradar.core.errors import DomainError

from ..forms.contribution import ContributionForm, LevelForm
from ..models import Contribution
from ..presentation.contributions import contribution_row
from ..queries.contributions import own
from ..queries.sessions import sessions_of
from ..services.contributing import contribute, delete_contribution, set_confidentiality, withdraw
from .answers import limited
from .opening import EVERY, SEATED, OpenMember, with_member

AUTHORS = EVERY  # also who has left and asks to come back: what they told stays theirs (F-4)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_member(*SEATED)
def add(request: HttpRequest, opened: OpenMember) -> HttpResponse:
    """Ask for a text and who may read it."""
    sent = request.POST if request.method == "POST" else None
    sessions = sessions_of(opened.membership.group).order_by("-starts_at")
    form = ContributionForm(sent, author=opened.membership, sessions=sessions)
    if sent is not None and form.is_valid():
        plain = {name: form.cleaned_data[name] for name in ("kind", "text", "session")}
        if _done(form, lambda: contribute(author=opened.membership, **plain, **form.level())):
            messages.success(request, _("Ihr Beitrag ist gespeichert. Sie können ihn jederzeit zurückziehen."))
            return redirect(f"{opened.url()}#beitraege")
    return _shown(request, opened, "focusgroups/contribute.html", form)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_member(*AUTHORS)
def change(request: HttpRequest, opened: OpenMember, contribution_id: int) -> HttpResponse:
    """Show an own contribution and let its author decide anew who may read it."""
    contribution = _own(opened, contribution_id)
    form = LevelForm(request.POST if request.method == "POST" else None, initial=_initial(opened, contribution))
    if request.method == "POST" and form.is_valid():
        key = {"author": opened.membership, "contribution_id": contribution.pk}
        if _done(form, lambda: set_confidentiality(**key, **form.level())):
            messages.success(request, _("Gespeichert. Wer den Beitrag lesen darf, gilt ab sofort."))
            return redirect(f"{opened.url()}#beitraege")
    return _shown(request, opened, "focusgroups/contribution.html", form, contribution)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_member(*AUTHORS)
def take_back(request: HttpRequest, opened: OpenMember, contribution_id: int) -> HttpResponse:
    """Ask, then take a contribution back, or delete it for good."""
    contribution = _own(opened, contribution_id)
    if request.method != "POST":
        return _shown(request, opened, "focusgroups/withdraw.html", None, contribution)
    key = {"author": opened.membership, "contribution_id": contribution.pk}
    if "delete" in request.POST:
        delete_contribution(**key)
        messages.success(request, _("Der Beitrag ist gelöscht."))
    else:
        withdraw(**key)
        messages.success(request, _("Der Beitrag ist zurückgezogen. Außer Ihnen kann ihn niemand mehr lesen."))
    return redirect(f"{opened.url()}#beitraege")


def _own(opened: OpenMember, contribution_id: int) -> Contribution:
    """Other people's contributions answer like those that do not exist."""
    return get_object_or_404(own(opened.membership), pk=contribution_id)


def _initial(opened: OpenMember, contribution: Contribution) -> dict[str, str]:
    member = opened.membership
    version = getattr(contribution, "anonymous", None)
    return {
        "confidentiality": contribution.confidentiality,
        "anonymous_text": version.text if version else "",
        "public_name": contribution.public_name or ", ".join(filter(None, [member.name, member.organisation])),
    }


def _done(form: Form, act) -> bool:
    """Do it; a refusal becomes an error of the form."""
    try:
        act()
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def _shown(
    request: HttpRequest, opened: OpenMember, template: str, form: Form | None, contribution: Contribution | None = None
) -> HttpResponse:
    row = contribution_row(contribution, opened) if contribution else None
    context = {"opened": opened, "form": form, "row": row}
    return render(request, template, context, status=400 if form and form.errors else 200)
