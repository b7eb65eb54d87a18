"""Pictures that editors uploaded. Documents are not served here: Wagtail asks for permission first."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from django.views.static import serve

PICTURES = ("images/", "original_images/")
DAY = 24 * 60 * 60


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponse:
    """Send one picture; anything that is no picture is offered for saving, never shown."""
    if not path.startswith(PICTURES):
        raise Http404
    response = serve(request, path, document_root=settings.MEDIA_ROOT)
    kind = response.headers.get("Content-Type", "")
    if not kind.startswith("image/") or "svg" in kind:  # SVG may hold scripts
        response["Content-Disposition"] = "attachment"
    response["Cache-Control"] = f"public, max-age={DAY}"
    return response
