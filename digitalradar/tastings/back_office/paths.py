"""Addresses of the screens about stations."""

from django.urls import URLPattern, path

from .at_station import AtStationScreen
from .plan import PlanScreen
from .stations import ConditionsScreen, DeleteStationScreen, RoundsScreen, StationScreen


def tasting_paths() -> list[URLPattern]:
    """Return the addresses; their namespace is „tastings_admin“."""
    return [
        path("<int:pk>/", PlanScreen.as_view(), name="plan"),
        path("<int:pk>/runden/", RoundsScreen.as_view(), name="rounds"),
        path("<int:pk>/anmeldung/", ConditionsScreen.as_view(), name="conditions"),
        path("<int:pk>/neu/", StationScreen.as_view(), name="add"),
        path("<int:pk>/<int:station>/", StationScreen.as_view(), name="station"),
        path("<int:pk>/<int:station>/loeschen/", DeleteStationScreen.as_view(), name="delete"),
        path("<int:pk>/stand/<int:round>/", AtStationScreen.as_view(), name="at_station"),
    ]
