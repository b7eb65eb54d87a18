"""Makes tastings with stations and rounds."""

from datetime import timedelta
from typing import Any

from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Offer
from digitalradar.tastings.models import Equipment, Round, Slot, Station
from digitalradar.tastings.rules.timetable import Part, lay_out
from digitalradar.tastings.services.planning import save_station, set_plan, set_slots

from .events import make_occurrence

BREAK = Part(75, 25, "Kaffeepause")


def make_tasting(
    stations: int = 2, rounds: int = 3, *, seats: int = 3, pause: Part | None = None, **fields: Any
) -> Occurrence:
    """Return a published tasting in which every station runs in every round."""
    occurrence = make_tasting_date(**fields)
    for number in range(1, stations + 1):
        make_station(occurrence, f"Station {number}", order=number)
    set_slots(occurrence=occurrence, parts=lay_out(rounds=rounds, minutes=25, pause=pause))
    fill(occurrence, seats)
    return occurrence


def make_tasting_date(**fields: Any) -> Occurrence:
    """Return a published tasting of four hours without stations."""
    starts_at = fields.pop("starts_at", now() + timedelta(days=14))
    return make_occurrence(
        kind="tech-tasting", starts_at=starts_at, **({"ends_at": starts_at + timedelta(hours=4)} | fields)
    )


def make_station(occurrence: Occurrence, title: str = "Cobot", *, equipment: Any = (), **fields: Any) -> Station:
    station = Station(occurrence=occurrence, title=title, **({"room": "Halle 1"} | fields))
    return save_station(station=station, equipment=equipment)


def make_equipment(name: str = "VR-Brille", units: int = 1) -> Equipment:
    return Equipment.objects.create(name=name, units=units)


def fill(occurrence: Occurrence, seats: int) -> None:
    """Let every station run in every round with so many seats."""
    slots = Slot.objects.filter(occurrence=occurrence, kind="round")
    stations = Station.objects.filter(occurrence=occurrence)
    set_plan(occurrence=occurrence, seats={(a.pk, b.pk): seats for a in stations for b in slots})


def offer_of(occurrence: Occurrence, station: int = 1, number: int = 1) -> Offer:
    """Return what is booked at the n-th station in the n-th round, both from 1."""
    slot = Slot.objects.filter(occurrence=occurrence, kind="round")[number - 1]
    table = Station.objects.filter(occurrence=occurrence)[station - 1]
    return Round.objects.select_related("offer__occurrence").get(station=table, slot=slot).offer
