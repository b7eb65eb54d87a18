"""A page of the library as a PDF: the file itself when it is there, else a page that waits for it."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.cache import add_never_cache_headers, get_conditional_response, patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from digitalradar.core.errors import NotFound
from digitalradar.core.rate_limit import rate_limited
from digitalradar.knowledge.models import GuidePage, KnowledgePage, TechnologyPage

from ..models import PageDocument
from ..services.documents import ready_file, request_document

Kind = PageDocument.Kind
ENDINGS = {Kind.WHOLE: "pdf/", Kind.CHECKLIST: "checkliste/"}
MODELS = {Kind.WHOLE: (GuidePage, TechnologyPage), Kind.CHECKLIST: (GuidePage,)}


@require_safe
@rate_limited("guide-pdf", limit=120, seconds=600, methods=("GET",))
def file(request: HttpRequest, where: str, kind: str) -> HttpResponseBase:
    """Send the document of the page at ``where``; while it is built, lead to the page that waits."""
    page = _page(request, where)
    if page is None or not isinstance(page, MODELS[Kind(kind)]):
        return _moved(request, where, kind)
    document = request_document(page, kind)
    content = ready_file(document) if document.is_ready else None
    if content is None:
        return _uncached(redirect(f"{request.path}warten/"))
    name = page.identifier if kind == Kind.WHOLE else f"{_('checkliste')}-{page.identifier}"
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    response["ETag"] = etag = f'"{document.digest}"'
    response["Link"] = f'<{page.full_url}>; rel="canonical"'
    patch_cache_control(response, public=True, no_cache=True)
    return get_conditional_response(request, etag=etag, response=response)


@require_safe
@rate_limited("guide-pdf-wait", limit=600, seconds=600, methods=("GET",))
def waiting(request: HttpRequest, where: str, kind: str) -> HttpResponse:
    """Tell how far the document is; the script of the page looks again by itself."""
    page = _page(request, where)
    if page is None or not isinstance(page, MODELS[Kind(kind)]):
        raise NotFound(_unknown())
    context = {
        "page": page,
        "is_checklist": kind == Kind.CHECKLIST,
        "document": request_document(page, kind),
        "file_url": f"{page.get_url(request)}{ENDINGS[Kind(kind)]}",
    }
    response = render(request, "takeaway/document.html", context)
    response["X-Robots-Tag"] = "noindex"
    return _uncached(response)


def _page(request: HttpRequest, where: str) -> KnowledgePage | None:
    """Return the published page at an address, if everybody may read it."""
    page = Page.find_for_request(request, where)
    if not isinstance(page, KnowledgePage) or not page.live or page.get_view_restrictions().exists():
        return None
    return page


def _moved(request: HttpRequest, where: str, kind: str) -> HttpResponse:
    """Lead from the address a page had before; addresses stand on paper for years."""
    old = request.path.removesuffix(ENDINGS[Kind(kind)])
    known = get_redirect(request, Redirect.normalise_path(old, decode_unicode=False))
    target = known.redirect_page.specific if known and known.redirect_page else None
    if not isinstance(target, KnowledgePage) or not target.live:
        raise NotFound(_unknown())
    return redirect(f"{target.get_url(request)}{ENDINGS[Kind(kind)]}")


def _unknown() -> str:
    return _("Diesen Leitfaden gibt es nicht, oder er ist nicht mehr veröffentlicht.")


def _uncached(response: HttpResponse) -> HttpResponse:
    add_never_cache_headers(response)
    return response
