"""The page behind a private link, and everything its owner may do. A GET never changes anything (I-12)."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from digitalradar.core.errors import DomainError
from digitalradar.core.qr import qr_svg
from digitalradar.core.rate_limit import rate_limited

from ..calendar.feeds import own_calendar
from ..files import send
from ..forms.change import ChangeForm
from ..presentation.checking_in import check_in_address
from ..presentation.own_data import own_data
from ..presentation.personal import CANCELLABLE, HAVING, personal_page
from ..presentation.rows import short
from ..queries.personal import bookings_of, own_bookings
from ..services.cancelling import cancel as give_back
from ..services.changing import change as note_change
from ..services.confirming import confirm as note_confirmed
from ..services.erasing import erase, is_evidence
from ..services.waiting_list import accept as take_offered
from ..services.waiting_list import decline as leave_offered
from .opening import OpenRegistration, with_registration

limited = rate_limited("event-registration", limit=120, seconds=600)


@require_safe
@with_registration
def show(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Show what is booked; ``?neu=bestaetigt`` says what was just done."""
    return _page(request, opened)


@require_POST
@limited
@with_registration
def confirm(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Confirm the address: what was asked for is decided now."""
    return _done(request, opened, "bestaetigt", lambda: note_confirmed(opened.registration))


@require_POST
@limited
@with_registration
def accept(request: HttpRequest, opened: OpenRegistration, booking: int) -> HttpResponse:
    """Take an offered place."""
    own = get_object_or_404(bookings_of(opened.registration), pk=booking)
    return _done(request, opened, "angenommen", lambda: take_offered(own))


@require_POST
@limited
@with_registration
def decline(request: HttpRequest, opened: OpenRegistration, booking: int) -> HttpResponse:
    """Leave an offered place to the next."""
    own = get_object_or_404(bookings_of(opened.registration), pk=booking)
    return _done(request, opened, "abgelehnt", lambda: leave_offered(own))


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def change(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Change how many come and what was told."""
    bookings = [booking for booking in own_bookings(opened.registration) if booking.state in CANCELLABLE]
    if not bookings or opened.registration.occurrence.has_begun:
        return redirect(opened.url())
    sent = request.POST if request.method == "POST" else None
    form = ChangeForm(sent, registration=opened.registration, bookings=bookings)
    status = 400 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            note_change(opened.registration, **form.told())
        except DomainError as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
        else:
            return redirect(f"{opened.url()}?neu=geaendert")
    context = short(opened.registration.occurrence) | {"opened": opened, "form": form}
    return render(request, "events/change.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def cancel(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Ask first, then give places back: all, or only ``?buchung=12``. Reminders lead here, too."""
    sent = request.POST if request.method == "POST" else request.GET
    own = [booking for booking in own_bookings(opened.registration) if booking.state in CANCELLABLE]
    one = None
    if "buchung" in sent:  # one that is given back already leaves nothing to do: the rest was not meant
        own = [booking for booking in own if str(booking.pk) == sent["buchung"]]
        one = own[0] if own else None
    if request.method == "POST":
        offers = [booking.offer_id for booking in own] if "buchung" in sent else None
        return _done(request, opened, "abgesagt", lambda: give_back(opened.registration, offers=offers))
    page = personal_page(opened.registration, [one] if one else own)
    return render(request, "events/cancel.html", page | {"opened": opened, "one": one})


@require_safe
@with_registration
def data(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Give everything that is stored about this registration as a file (X19)."""
    answer = JsonResponse(own_data(opened.registration), json_dumps_params={"ensure_ascii": False, "indent": 2})
    answer["Content-Disposition"] = 'attachment; filename="anmeldung.json"'
    return answer


@require_safe
@with_registration
def calendar_file(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Give the booked places as a calendar file; empty while there are none."""
    own = [booking for booking in own_bookings(opened.registration) if booking.state in HAVING]
    dates = [(opened.registration.occurrence, own)] if own else []
    answer = HttpResponse(own_calendar(dates), content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="termin.ics"'
    return answer


@require_safe
@with_registration
def material(request: HttpRequest, opened: OpenRegistration, material: int) -> HttpResponse:
    """Send a participant a file that is released to them."""
    if not bookings_of(opened.registration).filter(state__in=HAVING).exists():
        raise Http404
    rows = opened.registration.occurrence.materials.filter(released_at__isnull=False).select_related("document")
    return send(request, get_object_or_404(rows, pk=material).document)


@require_safe
@with_registration
def code(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Draw what is scanned at the door; an address of its own, so that the page does not wait for it."""
    return HttpResponse(qr_svg(check_in_address(opened.registration)), content_type="image/svg+xml")


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def delete(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Ask, then erase everything that is known of this person at this date; booked places are given back."""
    context = short(opened.registration.occurrence)
    if request.method != "POST":
        told = {"opened": opened, "keeps_evidence": is_evidence(opened.registration)}
        return render(request, "events/delete.html", context | told)
    erase(opened.registration)
    return render(request, "events/deleted.html", context)


def _done(request: HttpRequest, opened: OpenRegistration, word: str, act: Callable[[], object]) -> HttpResponse:
    """Act and go back to the page, which says so; a refusal is told there as it is."""
    try:
        act()
    except DomainError as refusal:
        opened.registration.refresh_from_db()
        return _page(request, opened, refusal=refusal)
    return redirect(f"{opened.url()}?neu={word}")


def _page(request: HttpRequest, opened: OpenRegistration, *, refusal: DomainError | None = None) -> HttpResponse:
    bookings = own_bookings(opened.registration)
    page = personal_page(opened.registration, bookings, news=request.GET.get("neu", ""))
    context = page | {"opened": opened, "refusal": str(refusal) if refusal else ""}
    return render(request, "events/registration.html", context, status=refusal.status if refusal else 200)
