"""„Merken“: put a page into one's selection."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect, requires_csrf_token
from django.views.decorators.http import require_http_methods

from digitalradar.core.errors import NotFound
from digitalradar.core.own_origin import is_from_own_page
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited
from digitalradar.knowledge.models import KnowledgePage

from ..models import SelectionItem
from ..queries.selections import find_selection, public_pages
from ..services.selections import keep_page
from .opening import remember, remembered_token

KINDS = {kind.value for kind in SelectionItem.Kind}


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("selection-keep", limit=120, seconds=600)
def keep(request: HttpRequest, kind: str, identifier: str) -> HttpResponse:
    """Put a page into the selection of this device.

    The button on guides stands on kept pages, which hold no token: there the browser's word that our own page sent the
    form is enough. Whoever cannot give it gets the same form with a token.
    """
    page = _page(kind, identifier)
    if request.method == "POST" and is_from_own_page(request):
        return _keep(request, kind, page)
    if request.method == "POST" and "csrfmiddlewaretoken" in request.POST:
        return csrf_protect(_keep)(request, kind, page)
    return requires_csrf_token(_form)(request, kind, page)


def _keep(request: HttpRequest, kind: str, page: KnowledgePage) -> HttpResponse:
    kept = keep_page(token=remembered_token(request), kind=kind, identifier=page.identifier, title=page.title)
    address = reverse("takeaway:selection", kwargs={"token": kept.token})
    answer = redirect(f"{address}?{'da' if kept.was_there else 'neu'}={kind}.{page.identifier}")
    return protect(remember(request, answer, kept.token))


def _form(request: HttpRequest, kind: str, page: KnowledgePage) -> HttpResponse:
    has_selection = find_selection(remembered_token(request)) is not None
    return protect(render(request, "takeaway/keep.html", {"page": page, "has_selection": has_selection}))


def _page(kind: str, identifier: str) -> KnowledgePage:
    pages = public_pages(kind, [identifier], get_language() or "de") if kind in KINDS else {}
    if identifier not in pages:
        raise NotFound(_("Diese Seite gibt es nicht, oder sie ist nicht mehr veröffentlicht."))
    return pages[identifier]
