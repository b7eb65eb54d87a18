"""Screens about one station, and about the times of all rounds."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from digitalradar.events.back_office.base import ActScreen
from digitalradar.events.models import Offer

from ..models import Station
from ..services.planning import conditions_of, delete_station, save_station, set_conditions, set_slots
from .forms import ConditionsForm, RoundsForm, StationForm
from .plan import OfTasting


class OfPlan(OfTasting, ActScreen):
    """An act that leads back to the plan."""

    def next_url(self) -> str:
        return self.plan_url


class StationScreen(OfPlan):
    """Add a station, or change one."""

    button = gettext_lazy("Speichern")

    @cached_property
    def station(self) -> Station:
        if "station" not in self.kwargs:
            return Station(occurrence=self.occurrence, order=self.occurrence.stations.count() + 1)
        return get_object_or_404(Station, pk=self.kwargs["station"], occurrence=self.occurrence)

    def get_page_title(self) -> str:
        return self.station.title or _("Station hinzufügen")

    def get_form(self, data: Any = None) -> StationForm:
        return StationForm(data, instance=self.station)

    def explanation(self) -> list[str]:
        return [_("In welchen Runden sie läuft und mit wie vielen Plätzen, steht im Plan.")]

    def act(self, form: StationForm) -> str:
        save_station(station=form.instance, equipment=form.cleaned_data["equipment"], by=self.request.user)
        return _("Die Station ist gespeichert.")


class DeleteStationScreen(OfPlan):
    """Take a station away that nobody has booked."""

    page_title = gettext_lazy("Station löschen")
    button = gettext_lazy("Ja, löschen")
    is_grave = True

    @cached_property
    def station(self) -> Station:
        return get_object_or_404(Station, pk=self.kwargs["station"], occurrence=self.occurrence)

    def explanation(self) -> list[str]:
        return [_("„%(title)s“ verschwindet mit allen Runden aus dem Plan.") % {"title": self.station.title}]

    def act(self, form: Any) -> str:
        delete_station(station=self.station, by=self.request.user)
        return _("Die Station ist gelöscht.")


class RoundsScreen(OfPlan):
    """Lay out the rounds anew."""

    page_title = gettext_lazy("Runden anlegen")
    button = gettext_lazy("Runden anlegen")

    def get_form(self, data: Any = None) -> RoundsForm:
        return RoundsForm(data, occurrence=self.occurrence)

    def explanation(self) -> list[str]:
        return [
            _("Die Runden beginnen mit dem Termin. Eine Runde, die in die Pause liefe, beginnt danach."),
            _("Was im Plan an Plätzen steht, wird dabei gelöscht. Das geht, solange niemand gebucht hat."),
        ]

    def act(self, form: RoundsForm) -> str:
        set_slots(occurrence=self.occurrence, parts=form.cleaned_data["parts"], by=self.request.user)
        return _("Die Runden sind angelegt. Jetzt fehlen noch die Plätze.")


class ConditionsScreen(OfPlan):
    """Say for all rounds at once how they are booked."""

    page_title = gettext_lazy("Anmeldung zu den Runden")
    button = gettext_lazy("Für alle Runden speichern")

    def get_form(self, data: Any = None) -> ConditionsForm:
        return ConditionsForm(data, instance=Offer(occurrence=self.occurrence, **conditions_of(self.occurrence)))

    def explanation(self) -> list[str]:
        return [_("Bis die Anmeldung öffnet, fragt die Seite des Termins, was die Leute sehen wollen.")]

    def act(self, form: ConditionsForm) -> str:
        set_conditions(occurrence=self.occurrence, conditions=form.cleaned_data, by=self.request.user)
        return _("Das gilt jetzt für alle Runden.")
