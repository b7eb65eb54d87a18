"""The released programme: as a page, a calendar, a PDF and data for apps. The same for everybody."""

import hashlib

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from digitalradar.core.errors import NotFound
from digitalradar.core.page_cache import CONTACTS, FRAME
from digitalradar.core.rate_limit import rate_limited
from digitalradar.events.cache_tags import event_tag
from digitalradar.events.queries.pages import last_turn, next_turn
from digitalradar.events.views.event import event_or_404
from digitalradar.events.views.keeping import kept

from ..calendar import programme_calendar
from ..documents.programme import programme_paper
from ..presentation.data import programme_data
from ..presentation.page import programme_page
from ..queries.programme import Released, released

PDF_LIMIT = rate_limited("programme-pdf", limit=60, seconds=600, methods=("GET",))


@require_safe
def show(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the programme; ``?strang=`` narrows it to a track, ``?nach=raum`` puts it in order of rooms."""
    shown = released_or_404(slug)
    asked = {name: request.GET.get(name, "")[:80] for name in ("strang", "nach")}
    response = render(request, "programmes/programme.html", programme_page(shown, asked["strang"], asked["nach"]))
    return _kept(response, shown, CONTACTS)


@require_safe
def calendar_file(request: HttpRequest, slug: str) -> HttpResponse:
    """All items as entries of a calendar."""
    shown = released_or_404(slug)
    content = programme_calendar(shown, shown.entries, get_language() or "de")
    response = HttpResponse(content, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{shown.version.occurrence.slug}-programm.ics"'
    return _kept(response, shown)


@require_safe
def data(request: HttpRequest, slug: str) -> HttpResponse:
    """The items for apps and displays."""
    shown = released_or_404(slug)
    response = JsonResponse(programme_data(shown), json_dumps_params={"ensure_ascii": False})
    return _kept(response, shown)


@require_safe
@PDF_LIMIT
def pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The programme to print; built for each visitor, who is told when theirs is still the same."""
    shown = released_or_404(slug)
    language = get_language() or "de"
    etag = _etag(shown, language)
    if same := get_conditional_response(request, etag=etag):
        return same
    made = programme_paper(shown, list(shown.entries), language=language)
    return pdf_answer(made.content, f"{shown.version.occurrence.slug}-programm-{shown.version.number}", etag)


def pdf_answer(content: bytes, name: str, etag: str = "") -> HttpResponse:
    """Return a PDF under a name; with ``etag`` browsers may keep it and ask whether it is still the same."""
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    if etag:
        response["ETag"] = etag
        patch_cache_control(response, public=True, no_cache=True)
    return response


def _etag(shown: Released, language: str) -> str:
    """Return what changes with the paper: version, day and place, and the names of people."""
    names = sorted((one.name, one.organisation) for one in shown.speakers.values())
    told = (shown.version.pk, shown.version.occurrence.changed_at.isoformat(), language, names)
    return f'"{hashlib.sha256(repr(told).encode()).hexdigest()[:24]}"'


def released_or_404(slug: str) -> Released:
    """Return the programme of a public date; one that is not released answers like one that never was."""
    shown = released(event_or_404(slug))
    if shown is None:
        raise NotFound(_("Für diesen Termin gibt es noch kein Programm."))
    return shown


def _kept(response: HttpResponse, shown: Released, *tags: str) -> HttpResponse:
    occurrence = shown.version.occurrence
    tag = event_tag(occurrence.pk)
    return kept(
        response,
        tag,
        FRAME,
        *tags,
        visit=f"programme:{occurrence.pk}",
        until=next_turn(occurrence),
        since=last_turn(occurrence),
    )
