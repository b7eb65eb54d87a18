"""The certificate of having been there, for whoever has the private link."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from digitalradar.core.rate_limit import rate_limited

from ..documents import certificate
from .opening import OpenRegistration, with_registration


@rate_limited("events.certificate", limit=60, seconds=3600, methods=("GET", "HEAD"))
@require_safe
@with_registration
def own_certificate(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Build the PDF; without recorded attendance there is none (404)."""
    made = certificate(opened.registration, language=get_language() or "de")
    response = HttpResponse(made.content, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="bescheinigung-{opened.registration.code}.pdf"'
    return response
