"""The owner's page of the link for others: what they see, making the link, taking it back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.core.rate_limit import rate_limited

from ..models import ShareLink
from ..open_run import OpenRun
from ..presentation.sharing import new_link, share_page
from ..services.sharing import share_result, withdraw_link
from .opening import with_run


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("check-change", limit=600, seconds=600)
@with_run
def share(request: HttpRequest, opened: OpenRun) -> HttpResponse:
    """Say what a shared result shows; a post makes a link, which only this one answer shows, or takes it back."""
    if not opened.run.results.exists():
        return redirect(opened.url("finish"))
    if request.method != "POST":
        link = ShareLink.objects.filter(assessment=opened.run).first()
        return render(request, "assessments/share.html", share_page(opened, link))
    go = request.POST.get("go", "")
    if go == "withdraw":
        withdraw_link(token=opened.token)
        return redirect(opened.url("share"))
    if go != "new":
        raise DomainError(_("Diese Auswahl gibt es hier nicht. Es wurde nichts geändert."))
    made = share_result(token=opened.token, with_answers=request.POST.get("with_answers") == "1")
    if made is None:
        raise NotFound(_("Diesen Check gibt es nicht mehr."))
    link, secret = made
    return render(request, "assessments/share.html", share_page(opened, link) | new_link(secret))
