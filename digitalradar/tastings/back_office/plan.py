"""The plan of a tasting: stations across, rounds down, seats to type in, and who has taken how many."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from digitalradar.core.errors import DomainError
from digitalradar.events.back_office.base import OfDate
from digitalradar.events.back_office.permissions import CHANGE_DATES, CHANGE_PEOPLE
from digitalradar.events.models import Occurrence

from ..kind import KIND
from ..presentation import times
from ..queries.timetable import Timetable, timetable
from ..services.planning import set_plan
from .forms import MOST_SEATS


class OfTasting(OfDate):
    """A screen below the plan of a tasting; dates of other formats have none."""

    @cached_property
    def occurrence(self) -> Occurrence:
        dates = Occurrence.objects.select_related("place", "series")
        return get_object_or_404(dates, pk=self.kwargs["pk"], kind=KIND)

    @property
    def plan_url(self) -> str:
        return reverse("tastings_admin:plan", args=[self.kwargs["pk"]])

    def get_parents(self) -> list[dict[str, str]]:
        return [*super().get_parents(), {"url": self.plan_url, "label": _("Stationen")}]


class PlanScreen(OfTasting):
    """Everybody who may see dates sees it; who may change them types in seats. Empty: does not run."""

    page_title = gettext_lazy("Stationen und Runden")
    template_name = "tastings/back_office/plan.html"

    def get_parents(self) -> list[dict[str, str]]:
        return super().get_parents()[:-1]

    @cached_property
    def table(self) -> Timetable:
        return timetable(self.occurrence)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        typed = kwargs.pop("typed", {})
        user = self.request.user
        own = {
            "stations": self.table.stations,
            "rows": [self._row(slot, typed) for slot in self.table.slots],
            "may_change": user.has_perm(CHANGE_DATES),
            "may_change_people": user.has_perm(CHANGE_PEOPLE),
            "most_seats": MOST_SEATS,
        }
        return super().get_context_data(**kwargs) | own

    def post(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        if not request.user.has_perm(CHANGE_DATES):
            return redirect(request.path)
        typed = {name: value for name, value in request.POST.items() if name.startswith("plaetze-")}
        try:
            set_plan(occurrence=self.occurrence, seats=self._seats(typed), by=request.user)
        except DomainError as refusal:
            self.refused(refusal)
            return self.render_to_response(self.get_context_data(typed=typed), status=409)
        messages.success(request, _("Der Plan ist gespeichert."))
        return redirect(request.path)

    def _seats(self, typed: dict[str, str]) -> dict[tuple[int, int], int | None]:
        """Return the seats by ids of station and slot; only cells of this date are asked for."""
        cells = [(station, slot) for station in self.table.stations for slot in self.table.slots if not slot.is_break]
        return {
            (station.pk, slot.pk): _number(typed[name])
            for station, slot in cells
            if (name := _name(slot.pk, station.pk)) in typed
        }

    def _row(self, slot: Any, typed: dict[str, str]) -> dict[str, Any]:
        cells = [] if slot.is_break else [self._cell(slot, station, typed) for station in self.table.stations]
        return {"slot": slot, "begin": times.begin(slot), "span": times.span(slot), "cells": cells}

    def _cell(self, slot: Any, station: Any, typed: dict[str, str]) -> dict[str, Any]:
        cell = self.table.cells.get((slot.pk, station.pk))
        name = _name(slot.pk, station.pk)
        return {
            "name": name,
            "station": station,
            "value": typed.get(name, cell.count.capacity if cell else ""),
            "round": cell.round.pk if cell else None,
            "count": cell.count if cell else None,
        }


def _name(slot: int, station: int) -> str:
    return f"plaetze-{slot}-{station}"


def _number(value: str) -> int | None:
    """Return a number of seats; None: does not run.

    Raises:
        DomainError: it is none, or too large.
    """
    value = value.strip()
    if not value or value == "0":
        return None
    if not (value.isascii() and value.isdecimal()) or not 0 < int(value[:9]) <= MOST_SEATS:
        words = _("„%(value)s“ ist keine Zahl von Plätzen. Möglich sind 1 bis %(most)d, leer heißt: läuft nicht.")
        raise DomainError(words % {"value": value[:20], "most": MOST_SEATS})
    return int(value)
