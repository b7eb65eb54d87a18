"""The page of the helpers at the door: a code or a name in, one large button, how many are in.

Whoever has the link sees names and organisations, nothing else, and only around the date.
"""

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from digitalradar.core.errors import DomainError, NotFound
from digitalradar.core.private_pages import protect
from digitalradar.core.rate_limit import rate_limited

from ..forms.desk import WalkInForm
from ..models import Attendance, Booking, Occurrence, Registration
from ..queries.desk import by_code, by_name, by_number, counter, waiting_at_the_door
from ..services.attendance import arrive, undo, why_no_check_in
from ..services.desk_links import date_of_desk
from ..services.walk_ins import release_unclaimed, walk_in

COOKIE, COOKIE_SECONDS = "digitalradar_desk", 16 * 60 * 60  # of the longest day
TEXT_LENGTH = 80


def with_desk(view: Any) -> Any:
    """Give the view the date in place of the secret; unknown and ended links get the same answer."""

    @wraps(view)
    def opened(request: HttpRequest, token: str) -> HttpResponse:
        occurrence = date_of_desk(token)
        if occurrence is None:
            raise NotFound(_("Dieser Link gilt nicht mehr. Fragen Sie bitte die Veranstalter nach dem neuen."))
        return protect(view(request, occurrence, token))

    return opened


@require_safe
def scan(request: HttpRequest) -> HttpResponse:
    """Where the QR code of a guest leads: on a helper's phone to the desk, on all others to a few words."""
    token, code = request.COOKIES.get(COOKIE, ""), _typed(request, "code")
    if date_of_desk(token) is None:
        return protect(render(request, "events/desk_scan.html"))
    return protect(redirect(f"{reverse('events:desk', args=[token])}?code={''.join(filter(str.isalnum, code))}"))


@rate_limited("events.desk", limit=2000, seconds=3600, methods=("GET", "POST"))
@require_http_methods(["GET", "HEAD", "POST"])
@with_desk
def desk(request: HttpRequest, occurrence: Occurrence, token: str) -> HttpResponse:
    """Look somebody up with GET (``code`` or ``name``); let them in, take it back or enter them with POST."""
    closed = why_no_check_in(occurrence, now())
    if closed:
        return render(request, "events/desk_closed.html", {"occurrence": occurrence, "closed": closed})
    if request.method == "POST":
        return _act(request, occurrence, token)
    response = render(request, "events/desk.html", _context(request, occurrence, token))
    response.set_cookie(
        COOKIE, token, COOKIE_SECONDS, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    return response


@require_safe
@with_desk
def count(request: HttpRequest, occurrence: Occurrence, token: str) -> HttpResponse:
    """The counter alone, for the script that keeps it true while two desks are at work."""
    found = counter(occurrence)
    return JsonResponse({"present": found.present, "expected": found.expected})


def _act(request: HttpRequest, occurrence: Occurrence, token: str) -> HttpResponse:
    address = reverse("events:desk", args=[token])
    act = request.POST.get("act", "")
    if act == "walk_in":
        return _walk_in(request, occurrence, token)
    if act == "release":
        return _release(request, occurrence, token)
    registration = by_number(occurrence, request.POST.get("guest", ""))
    if registration is None or act not in ("arrive", "undo"):
        return redirect(address)
    try:
        if act == "undo":
            undo(registration)
            return redirect(f"{address}?gast={registration.pk}")
        is_new = arrive(registration).is_new
    except DomainError as refusal:
        context = _context(request, occurrence, token) | {"guest": _guest(registration), "refusal": str(refusal)}
        return render(request, "events/desk.html", context, status=409)
    return redirect(f"{address}?gast={registration.pk}{'&neu=1' if is_new else ''}")


def _walk_in(request: HttpRequest, occurrence: Occurrence, token: str) -> HttpResponse:
    form = WalkInForm(request.POST, occurrence=occurrence)
    refusal, status = "", 400
    if form.is_valid():
        try:
            booking = walk_in(offer=form.cleaned_data["offer"], entry=form.entry())
            if booking.state == Booking.State.CONFIRMED:
                arrive(booking.registration, way=Attendance.Way.WALK_IN)
            return redirect(f"{reverse('events:desk', args=[token])}?gast={booking.registration_id}&neu=1")
        except DomainError as no:
            refusal, status = str(no), 409
    context = _context(request, occurrence, token) | {"walk_in": form, "walk_in_refusal": refusal}
    return render(request, "events/desk.html", context, status=status)


def _release(request: HttpRequest, occurrence: Occurrence, token: str) -> HttpResponse:
    """Give places that nobody claimed to those who wait at the door (T-3), at all rounds for which it is time."""
    refusals, offers = [], list(occurrence.offers.order_by("pk"))
    for offer in offers:
        try:
            for booking in release_unclaimed(offer):
                arrive(booking.registration, way=Attendance.Way.WALK_IN)
        except DomainError as refusal:
            refusals.append(str(refusal))
    if offers and len(refusals) == len(offers):
        context = _context(request, occurrence, token) | {"release_refusal": refusals[0]}
        return render(request, "events/desk.html", context, status=409)
    return redirect(reverse("events:desk", args=[token]))


def _context(request: HttpRequest, occurrence: Occurrence, token: str) -> dict[str, Any]:
    code, name = _typed(request, "code"), _typed(request, "name")
    guest = by_number(occurrence, request.GET.get("gast", "")) or by_code(occurrence, code)
    return {
        "occurrence": occurrence,
        "counter": counter(occurrence),
        "count_url": reverse("events:desk_count", args=[token]),
        "desk_url": reverse("events:desk", args=[token]),
        "code": code,
        "name": name,
        "guest": _guest(guest) if guest else None,
        "is_new": request.GET.get("neu") == "1",
        "is_unknown": bool(code) and guest is None,
        "found": by_name(occurrence, name),
        "walk_in": WalkInForm(occurrence=occurrence),
        "at_the_door": waiting_at_the_door(occurrence),
    }


def _guest(registration: Registration) -> dict[str, Any]:
    """Return what the desk shows of somebody."""
    bookings = list(registration.bookings.select_related("offer").order_by("offer__starts_at", "pk"))
    attendance = getattr(registration, "attendance", None)
    return {
        "pk": registration.pk,
        "name": registration.name,
        "organisation": registration.organisation,
        "persons": registration.party_size,
        "arrived_at": attendance.arrived_at if attendance else None,
        "has_place": any(booking.state == Booking.State.CONFIRMED for booking in bookings),
        "states": [booking.get_state_display() for booking in bookings],
    }


def _typed(request: HttpRequest, name: str) -> str:
    return request.GET.get(name, "").strip()[:TEXT_LENGTH]
