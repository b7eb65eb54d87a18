"""„Meine Auswahl“: look at it, change it, join it, let it go."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited
from digitalradar.knowledge.queries.shelf import guide_shelf

from ..forms.selection import ChangeForm
from ..presentation import checklists, selection_page
from ..queries.selections import find_selection
from ..services.selections import delete_selection, join_selections, move_item, note_item, remove_item
from .opening import COOKIE, OpenSelection, belongs_here, remember, remembered_token, with_selection

STEPS = {"up": -1, "down": 1}


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Lead to the selection of this device; without one say what it is good for."""
    token = remembered_token(request)
    if find_selection(token):
        return protect(redirect("takeaway:selection", token=token))
    return protect(render(request, "takeaway/overview.html", {"guides": guide_shelf(get_language() or "de")}))


@require_http_methods(["GET", "HEAD", "POST"])
@rate_limited("selection-change", limit=300, seconds=600)
@with_selection
def show(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """Show the list; a post changes one entry."""
    form = ChangeForm(request.POST) if request.method == "POST" else None
    if form and form.is_valid():
        return redirect(_changed(opened, form.cleaned_data))
    is_foreign = not belongs_here(request, opened.token)
    page = selection_page(request, opened.entries(), opened.url(), form)
    guides = None if page["rows"] else guide_shelf(get_language() or "de")
    context = {**page, "opened": opened, "is_foreign": is_foreign, "guides": guides}
    return render(request, "takeaway/selection.html", context, status=400 if form else 200)


def _changed(opened: OpenSelection, change: dict[str, str]) -> str:
    """Do what the form asks and return where to go on."""
    go, key = change["go"], change["item"]
    if go == "remove":
        remove_item(token=opened.token, key=key)
        return opened.url()
    if go == "note":
        note_item(token=opened.token, key=key, note=change["note"])
    else:
        move_item(token=opened.token, key=key, steps=STEPS[go])
    return f"{opened.url()}#{key}"


@require_POST
@rate_limited("selection-change", limit=300, seconds=600)
@with_selection
def join(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """Put this selection into the one of this device, or take this one as the one of this device."""
    own = remembered_token(request)
    if "take" in request.POST or not find_selection(own):
        return remember(request, redirect(opened.url()), opened.token)
    join_selections(token=own, other=opened.token)
    return remember(request, redirect("takeaway:selection", token=own), own)


@require_safe
@with_selection
def print_checklists(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """Show the checklists of all guides in the selection, made for printing."""
    context = {"opened": opened, "checklists": checklists(opened.entries())}
    return render(request, "takeaway/checklists.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_selection
def delete(request: HttpRequest, opened: OpenSelection) -> HttpResponse:
    """Ask, then delete the selection for good and forget it on this device."""
    if request.method != "POST":
        return render(request, "takeaway/delete.html", {"opened": opened, "count": opened.selection.items.count()})
    delete_selection(token=opened.token)
    response = render(request, "takeaway/deleted.html")
    if remembered_token(request) == opened.token:
        response.delete_cookie(COOKIE, samesite="Lax")
    return response
