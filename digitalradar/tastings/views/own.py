"""The tour of somebody who is registered: change a round, print it all. Both lie behind the private link."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.errors import DomainError
from digitalradar.core.rate_limit import rate_limited
from digitalradar.events.models import Booking
from digitalradar.events.presentation.personal import personal_page
from digitalradar.events.presentation.rows import short
from digitalradar.events.queries.personal import own_bookings
from digitalradar.events.services.cancelling import AFTER, cancel
from digitalradar.events.views.opening import OpenRegistration, with_registration

from ..models import Round, Slot
from ..presentation import times
from ..presentation.choice import LONGEST, WAIT
from ..presentation.own_tour import choices
from ..queries.timetable import timetable
from ..services.exchanging import take_round

limited = rate_limited("event-registration", limit=120, seconds=600)
NOTHING = "frei"


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def change_round(request: HttpRequest, opened: OpenRegistration, slot: int) -> HttpResponse:
    """Show what there is at one time; a post takes another station, or leaves the time free."""
    registration = opened.registration
    occurrence = registration.occurrence
    row = get_object_or_404(Slot.objects.filter(occurrence=occurrence, kind=Slot.Kind.ROUND), pk=slot)
    row.occurrence = occurrence
    own = Booking.objects.filter(registration=registration, offer__round__slot=row, state__in=AFTER).first()
    if registration.confirmed_at is None or occurrence.has_begun:
        return redirect(opened.url())
    refusal: DomainError | None = None
    if request.method == "POST":
        try:
            _act(opened, row, own, request.POST.get("runde", ""))
        except DomainError as no:
            refusal = no
        else:
            return redirect(f"{opened.url()}?neu=geaendert")
    context = short(occurrence) | {
        "opened": opened,
        "span": times.span(row),
        "choices": choices(timetable(occurrence), row, registration, own),
        "own": own,
        "persons": registration.party_size,
        "refusal": str(refusal) if refusal else "",
    }
    return render(request, "tastings/change_round.html", context, status=refusal.status if refusal else 200)


@require_safe
@with_registration
def own_tour(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Show the tour as one sheet to print or to carry."""
    page = personal_page(opened.registration, own_bookings(opened.registration))
    return render(request, "tastings/own_tour.html", page | {"opened": opened})


def _act(opened: OpenRegistration, slot: Slot, own: Booking | None, value: str) -> None:
    """Do what was chosen; what means nothing changes nothing."""
    number = value.removesuffix(WAIT)
    if value == NOTHING and own is not None:
        cancel(opened.registration, offers=[own.offer_id])
    elif number.isascii() and number.isdecimal() and len(number) < LONGEST:
        rounds = Round.objects.filter(slot=slot).select_related("station")
        wanted = get_object_or_404(rounds, pk=int(number))
        take_round(opened.registration, wanted, may_wait=value.endswith(WAIT))
