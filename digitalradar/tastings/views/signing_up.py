"""Say who comes: the form behind a tour whose places are kept for some minutes."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from digitalradar.core import rate_limit
from digitalradar.core.errors import DomainError
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.presentation.rows import short
from digitalradar.events.presentation.times import clock
from digitalradar.events.services.holding import release_hold
from digitalradar.events.services.signing_up import SignUp
from digitalradar.events.services.signing_up import sign_up as note_sign_up
from digitalradar.events.views.event import event_or_404

from ..forms.sign_up import TourForm
from ..presentation.choice import Choice, read
from ..presentation.grid import gone_words, tour
from ..queries.holds import find_hold, held
from ..queries.timetable import Timetable, timetable
from .tour import keep

HOUR = 3600


@require_http_methods(["GET", "HEAD", "POST"])
def sign_up(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Ask who comes, with the time until which the places are kept. The choice stands in the address.

    When the time is over the places are kept once more, if they are still there; what is gone is told, and nothing
    that was written is lost.
    """
    if request.method == "POST" and settings.RATE_LIMITS:
        rate_limit.count("event-sign-up", request, limit=settings.EVENTS_SIGN_UPS_PER_HOUR, seconds=HOUR)
    occurrence = event_or_404(slug)
    table = timetable(occurrence)
    choice = read(request.GET.dict(), table)
    shell = find_hold(occurrence, token)
    if not choice.cells:
        return redirect("tastings:tour", slug=slug)
    sent = request.POST if request.method == "POST" else None
    offers = [cell.offer for cell in choice.cells.values()]
    form = TourForm(sent, occurrence=occurrence, offers=offers, persons=choice.persons)
    if sent is None:
        if shell is None or not _is_whole(shell, choice):
            return redirect(f"{reverse('tastings:tour', args=[slug])}?{choice.query()}&abgelaufen=1")
        return _shown(request, table, choice, shell, form)
    if not form.is_valid():
        return _shown(request, table, choice, shell, form, status=400)
    if form.is_from_machine:
        return redirect("events:signed_up", slug=slug)
    if shell is None or not _is_whole(shell, choice):
        again = _keep_again(request, occurrence, choice, shell, form)
        if isinstance(again, HttpResponse):
            return again
        shell = again
    return _noted(request, table, choice, shell, form)


@require_POST
@rate_limited("tasting-back", limit=120, seconds=600)
def back(request: HttpRequest, slug: str, token: str) -> HttpResponse:
    """Let the places go and show the grid again with the same choice."""
    occurrence = event_or_404(slug)
    shell = find_hold(occurrence, token)
    choice = read(request.GET.dict(), timetable(occurrence))
    if shell is not None:
        release_hold(shell)
    return redirect(f"{reverse('tastings:tour', args=[slug])}?{choice.query()}")


def _is_whole(shell: Registration, choice: Choice) -> bool:
    """Tell whether everything that was shown as a place is still kept."""
    kept = {booking.offer_id for booking in held(shell) if booking.held_until and booking.held_until > now()}
    waits = {choice.cells[slot].offer.pk for slot in choice.waits}
    return set(choice.offers) - waits <= kept


def _keep_again(
    request: HttpRequest, occurrence: Occurrence, choice: Choice, shell: Registration | None, form: TourForm
) -> Registration | HttpResponse:
    """Keep a choice whose time was over; return the new shell, or the page that says what is gone."""
    found, trouble = keep(occurrence, choice, shell)
    table = timetable(occurrence)
    if found is None:
        form.add_error(None, trouble)
        return _shown(request, table, choice, None, form, status=409)
    if not found.gone:
        return found.shell
    stations = {station.pk: station for station in table.stations}
    form.add_error(None, _("Die Zeit zum Ausfüllen war um, und nicht mehr alles ist frei."))
    for cell in [cell for cell in choice.cells.values() if cell.offer.pk in found.gone]:
        form.add_error(None, gone_words(cell, stations[cell.round.station_id], choice.persons))
    return _shown(request, table, choice, found.shell, form, status=409)


def _noted(request: HttpRequest, table: Timetable, choice: Choice, shell: Registration, form: TourForm) -> HttpResponse:
    entry = SignUp(language=(get_language() or settings.LANGUAGE_CODE)[:2], **form.told())
    try:
        note_sign_up(occurrence=table.occurrence, entry=entry, offers=choice.offers, hold=shell)
    except DomainError as refusal:
        form.add_error(None, str(refusal))
        return _shown(request, table, choice, shell, form, status=refusal.status)
    return redirect("events:signed_up", slug=table.occurrence.slug)


def _shown(
    request: HttpRequest,
    table: Timetable,
    choice: Choice,
    shell: Registration | None,
    form: TourForm,
    *,
    status: int = 200,
) -> HttpResponse:
    occurrence = table.occurrence
    until = min((booking.held_until for booking in held(shell) if booking.held_until), default=None) if shell else None
    context: dict[str, Any] = short(occurrence) | {
        "form": form,
        "tour": tour(table, choice),
        "persons": choice.persons,
        "waits": bool(choice.waits),
        "until": clock(until.astimezone(occurrence.zone)) if until else "",
        "hold_minutes": settings.EVENTS_HOLD_MINUTES,
        "confirm_hours": settings.EVENTS_CONFIRM_HOURS,
        "back_url": f"{request.path}zurueck/?{choice.query()}",
        "grid_url": f"{reverse('tastings:tour', args=[occurrence.slug])}?{choice.query()}",
    }
    return protect(render(request, "tastings/sign_up.html", context, status=status))
