"""Files that belong to dates: at their public address only what is released to all, the rest behind private links."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from wagtail import hooks
from wagtail.documents.models import AbstractDocument
from wagtail.documents.views.serve import serve

from .models import Material

PUBLIC_ADDRESS = "wagtaildocs_serve"


def register() -> None:
    """Watch the public address of documents; called once at start."""
    hooks.register("before_serve_document", keep_back)


def keep_back(document: AbstractDocument, request: HttpRequest) -> None:
    """Answer like a file that is not there for material that is not released, or to participants alone.

    Views that look after themselves who asks call :func:`send`; staff see everything.
    """
    match = request.resolver_match
    if match is None or match.url_name != PUBLIC_ADDRESS or request.user.has_perm("wagtailadmin.access_admin"):
        return
    uses = Material.objects.filter(document=document)
    if uses.exists() and not uses.filter(audience=Material.Audience.PUBLIC, released_at__isnull=False).exists():
        raise Http404


def send(request: HttpRequest, document: AbstractDocument | None) -> HttpResponse:
    """Send a file to somebody of whom the caller knows that they may have it; caches keep nothing of it."""
    if document is None:
        raise Http404
    response = serve(request, document.pk, document.filename)
    add_never_cache_headers(response)
    return response
