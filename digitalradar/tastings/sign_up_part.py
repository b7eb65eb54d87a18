"""The grid in place of the sign-up on the page of a date, and the stations below."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from digitalradar.core import panels
from digitalradar.events import formats
from digitalradar.events.models import Occurrence

from .kind import KIND
from .presentation.choice import Choice
from .presentation.grid import grid
from .presentation.own_tour import own_tour
from .presentation.stations import station_cards
from .queries.timetable import has_rounds, timetable


def register() -> None:
    """Take part in the pages of dates; called once at start."""
    formats.register_signup(KIND, "tastings/grid.html", sign_up_part, shows_numbers=True)
    formats.register_bookings(KIND, "tastings/registration.html", own_tour)
    panels.register("event.signup", "stations", "tastings/stations.html", stations, order=20)
    panels.register("dates.tabs", "stations", "tastings/back_office/tab.html", tab, order=20)


def sign_up_part(occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the grid for one person with nothing chosen; None where the usual part has more to say."""
    if not has_rounds(occurrence):
        return None
    table = timetable(occurrence)
    return grid(table, Choice()) if table.is_open else None


def stations(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the stations of a date, if it has some."""
    if occurrence.kind != KIND:
        return None
    found = list(occurrence.stations.all())
    return {"stations": station_cards(found)} if found else None


def tab(_request: HttpRequest, occurrence: Occurrence) -> dict[str, Any] | None:
    """Return the tab of the back office for dates with stations."""
    return {"plan_url": reverse("tastings_admin:plan", args=[occurrence.pk])} if occurrence.kind == KIND else None
