"""A draft as its readers will see it, for people who review it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_http_methods

from digitalradar.core.errors import Gone
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited

from ..draft_panels import DraftVisit
from ..forms.review import RemarkForm
from ..services.preview_links import find_link
from ..services.reviews import remark


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("preview-link", limit=120, seconds=3600, methods=("GET", "POST"))
@rate_limited("preview-remark", limit=30, seconds=3600)
def preview(request: HttpRequest, token: str) -> HttpResponse:
    """Show the newest draft to whoever holds the link, and take remarks about it."""
    link = find_link(token)
    if link is None:
        raise Gone
    draft = link.page.get_latest_revision_as_object()
    form = RemarkForm(request.POST if request.method == "POST" else None, page=draft, asks_name=True)
    if request.method == "POST" and form.is_valid():
        remark(page=draft, revision=draft.latest_revision, user=None, **form.cleaned_data)
        messages.success(request, _("Danke, Ihre Anmerkung ist bei der Redaktion."))
        return protect(redirect(request.path))
    visit = DraftVisit(draft, {"remark": form}, link=link)
    return protect(draft_response(request, visit, status=400 if form.errors else 200))


def draft_response(request: HttpRequest, visit: DraftVisit, *, status: int = 200) -> HttpResponse:
    """Answer with the draft's own page in its own language, and the panels of the visit around it."""
    request.draft_visit = visit
    request.is_preview, request.preview_mode = True, visit.draft.default_preview_mode  # as Wagtail's own previews
    with override(visit.draft.locale.language_code):
        response = visit.draft.serve_preview(request, request.preview_mode)
        if hasattr(response, "render"):
            response.render()
    response.status_code = status
    return response
