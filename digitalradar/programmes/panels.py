"""The programme on the page of its date, and what of it concerns somebody on their own page."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from digitalradar.core import panels
from digitalradar.events.formats import register_own_data
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.models.booking import ACTIVE
from digitalradar.events.queries.places import waits_for_date
from digitalradar.events.services.links import personal_token

from .change_words import same_time
from .copying import KIND
from .models import PlanItem
from .presentation.programme import programme
from .presentation.seats import seat_rows
from .presentation.structured_data import structured_data
from .queries.overlaps import own_overlaps
from .queries.programme import latest_version, released


def register() -> None:
    """Fill the slots; called once at start. The page of a date is forgotten with the date, which tags the programme."""
    register_own_data(KIND, own_data)
    panels.register("event.main", "programme", "programmes/panels/event.html", of_date, order=20)
    panels.register("registration.main", "programme", "programmes/panels/registration.html", of_registration, order=20)
    panels.register("dates.tabs", "programme", "programmes/back_office/tab.html", tab, order=20)


def of_date(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the released programme by time; None while there is none, and for formats without one."""
    shown = released(occurrence) if occurrence.kind == KIND else None
    if shown is None:
        return None
    return {"programme": programme(shown), "programme_data": structured_data(shown)}


def of_registration(_request: HttpRequest, registration: Registration) -> dict[str, Any] | None:
    """Return the way to seats and the own plan for somebody whose registration stands."""
    occurrence = registration.occurrence
    if occurrence.kind != KIND or registration.confirmed_at is None or latest_version(occurrence) is None:
        return None
    if not registration.bookings.filter(state__in=ACTIVE).exists():
        return None
    token, seats = personal_token(registration), seat_rows(registration)
    return {
        "seats_url": reverse("programmes:seats", args=[token]),
        "plan_url": reverse("programmes:open_plan", args=[token]),
        "seats_count": sum(row["can_book"] for row in seats),
        "overlaps": [same_time(one.title, other.title) for one, other in own_overlaps(registration)],
        "waits": bool(seats) and waits_for_date(registration),
    }


def own_data(registration: Registration) -> dict[str, Any]:
    """Return what somebody who signed up has picked."""
    rows = PlanItem.objects.filter(plan__registration=registration).order_by("item__starts_at", "item__pk")
    return {"own_programme": list(rows.values_list("item__title", flat=True))}


def tab(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the address of the editor, for the format that has a programme."""
    if occurrence.kind != KIND:
        return None
    return {"programme_url": reverse("event_programmes:editor", args=[occurrence.pk])}
