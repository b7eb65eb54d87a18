"""Put a tour together: the grid with a choice, and what becomes of it when it is sent."""

from collections.abc import Collection, Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt, csrf_protect, requires_csrf_token
from django.views.decorators.http import require_http_methods

from digitalradar.core import rate_limit
from digitalradar.core.errors import DomainError
from digitalradar.core.own_origin import is_from_own_page
from digitalradar.core.private_pages import protect
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.presentation.rows import short
from digitalradar.events.services.links import personal_token
from digitalradar.events.views.event import event_or_404

from ..presentation.choice import Choice, read
from ..presentation.grid import gone_words, grid
from ..queries.holds import find_hold
from ..queries.timetable import Cell, Timetable, timetable
from ..services.choosing import Held, keep_rounds

HOUR = 3600
HOLDS_PER_HOUR = 60


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def tour(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the grid with what is chosen in the address; a post keeps the places and leads to the form.

    The grid also stands on the kept page of the date, which holds no token: there the browser's word that our own
    page sent the form is enough. Whoever cannot give it gets the same grid with a token.
    """
    occurrence = event_or_404(slug)
    table = timetable(occurrence)
    if not table.cells:
        return redirect("events:event", slug=slug)
    if request.method == "POST" and is_from_own_page(request):
        return _keep(request, occurrence, table)
    if request.method == "POST" and "csrfmiddlewaretoken" in request.POST:
        return csrf_protect(_keep)(request, occurrence, table)
    sent = request.POST if request.method == "POST" else request.GET
    return requires_csrf_token(_shown)(request, table, read(sent.dict(), table))


def _keep(request: HttpRequest, occurrence: Occurrence, table: Timetable) -> HttpResponse:
    """Keep what is chosen and go on to the form; what is gone is told at its row, everything else stays chosen."""
    if settings.RATE_LIMITS:
        rate_limit.count("tasting-hold", request, limit=HOLDS_PER_HOUR, seconds=HOUR)
    choice = read(request.POST.dict(), table)
    earlier = find_hold(occurrence, request.POST.get("vorgemerkt", ""))
    # What an earlier hold keeps looks taken here and is its own: then only the exchange itself can tell.
    refusals = refusals_of(table, choice) if earlier is None else unknown_of(choice)
    if not choice.cells and not refusals:
        return _shown(request, table, choice, trouble=_("Bitte wählen Sie mindestens eine Station."), status=400)
    if refusals:
        return _shown(request, table, choice, refusals=refusals, status=409)
    held, trouble = keep(occurrence, choice, earlier)
    if held and not held.gone:
        return protect(redirect(f"{form_address(occurrence, held)}?{choice.query()}"))
    table = timetable(occurrence)
    choice = read(request.POST.dict(), table)
    token = personal_token(held.shell) if held else ""
    refusals = gone_of(table, choice, held.gone) if held else refusals_of(table, choice)
    return _shown(request, table, choice, refusals=refusals, trouble=trouble, kept=token, status=409)


def keep(occurrence: Occurrence, choice: Choice, earlier: Registration | None) -> tuple[Held | None, str]:
    """Keep a choice; return what is kept, or the reason why nothing is."""
    waits = [choice.cells[slot].offer.pk for slot in choice.waits]
    places = [pk for pk in choice.offers if pk not in waits]
    try:
        held = keep_rounds(
            occurrence=occurrence, places=places, waits=waits, persons=choice.persons, instead_of=earlier
        )
    except DomainError as refusal:
        return None, str(refusal)
    return held, ""


def refusals_of(table: Timetable, choice: Choice) -> dict[int, str]:
    """Return the sentence for each row whose choice cannot be had."""
    return _sentences(table, choice, choice.gone()) | unknown_of(choice)


def gone_of(table: Timetable, choice: Choice, gone: Collection[int]) -> dict[int, str]:
    """Return the sentence for each row whose place a hold did not get; ``gone`` are ids of offers."""
    lost = {slot: cell for slot, cell in choice.cells.items() if cell.offer.pk in gone}
    return _sentences(table, choice, lost) | unknown_of(choice)


def _sentences(table: Timetable, choice: Choice, lost: Mapping[int, Cell]) -> dict[int, str]:
    stations = {station.pk: station for station in table.stations}
    return {slot: gone_words(cell, stations[cell.round.station_id], choice.persons) for slot, cell in lost.items()}


def unknown_of(choice: Choice) -> dict[int, str]:
    """Return the sentence for each row whose value means nothing."""
    return dict.fromkeys(choice.unknown, _("Diese Runde ist nicht mehr zu haben. Wählen Sie bitte neu."))


def form_address(occurrence: Occurrence, held: Held) -> str:
    return reverse("tastings:sign_up", args=[personal_token(held.shell), occurrence.slug])


def _shown(
    request: HttpRequest,
    table: Timetable,
    choice: Choice,
    *,
    refusals: dict[int, str] | None = None,
    trouble: str = "",
    kept: str = "",
    status: int = 200,
) -> HttpResponse:
    for slot in refusals or {}:
        choice.cells.pop(slot, None)
    context = short(table.occurrence) | {
        "content": grid(table, choice, refusals) | {"has_token": True, "kept": kept},
        "refusals": list((refusals or {}).values()),
        "trouble": trouble,
        "was_gone": request.method == "GET" and "abgelaufen" in request.GET,
    }
    response = render(request, "tastings/tour.html", context, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return protect(response)
