"""Seats in single items, for whoever signed up: below the private link of the registration."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from digitalradar.core.errors import DomainError
from digitalradar.core.rate_limit import rate_limited
from digitalradar.events.services.changing import book_more
from digitalradar.events.views.opening import OpenRegistration, with_registration

from ..presentation.seats import seats_page
from ..services.plans import of_registration
from .opening import remember, remembered_token

limited = rate_limited("programme-seats", limit=120, seconds=600)


@require_http_methods(["GET", "HEAD", "POST"])
@limited
@with_registration
def seats(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Show what can be booked in the programme; a post books one seat, which the kernel gives or refuses (E-5)."""
    refusal: DomainError | None = None
    page = seats_page(opened.registration)
    wanted = request.POST.get("offer", "")
    if request.method == "POST" and wanted in {str(row["offer"]) for row in page["rows"] if row["can_book"]}:
        try:
            book_more(opened.registration, [int(wanted)])
        except DomainError as refused:
            refusal = refused
        else:
            return redirect(f"{request.path}?neu={wanted}")
    news = next((row for row in page["rows"] if str(row["offer"]) == request.GET.get("neu") and row["booking"]), None)
    context = page | {"opened": opened, "refusal": str(refusal) if refusal else "", "news": news}
    return render(request, "programmes/seats.html", context, status=refusal.status if refusal else 200)


@require_POST
@limited
@with_registration
def open_plan(request: HttpRequest, opened: OpenRegistration) -> HttpResponse:
    """Lead to the plan that belongs to the registration; what this device had picked before comes along."""
    occurrence = opened.registration.occurrence
    token = of_registration(opened.registration, token=remembered_token(request, occurrence))
    return remember(request, redirect("programmes:plan", token=token), occurrence, token)
