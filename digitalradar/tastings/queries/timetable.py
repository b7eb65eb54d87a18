"""The timetable of a date: slots, stations, and the rounds where both meet, with the places of each."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.queries.places import closed_because, counts, has_waiting_list
from digitalradar.events.rules.places import Count, Shown

from ..models import Round, Slot, Station


@dataclass(frozen=True)
class Cell:
    """A round at a station: its offer, its persons at a moment, and why nobody can book it, if so."""

    round: Round
    count: Count
    closed: Shown | None

    @property
    def offer(self) -> Offer:
        return self.round.offer

    def has_place(self, persons: int) -> bool:
        """Tell whether a party would get its places now: who comes while others wait has to wait (I-7)."""
        return self.closed is None and not self.count.waiting and self.count.has_room(persons)

    def can_wait(self) -> bool:
        return self.closed is None and has_waiting_list(self.offer)


@dataclass(frozen=True)
class Timetable:
    """All of it, read at one moment; ``cells`` are by ids of slot and station."""

    occurrence: Occurrence
    slots: list[Slot]
    stations: list[Station]
    cells: dict[tuple[int, int], Cell]
    at: datetime

    @property
    def is_open(self) -> bool:
        """Whether somebody can sign up for something."""
        return any(cell.closed is None for cell in self.cells.values())

    @property
    def most_persons(self) -> int:
        """How many may come together at most, at the round that allows most."""
        return max((cell.offer.max_party for cell in self.cells.values()), default=1)

    def of_offer(self, pk: int) -> Cell | None:
        return next((cell for cell in self.cells.values() if cell.offer.pk == pk), None)


def timetable(occurrence: Occurrence, at: datetime | None = None) -> Timetable:
    """Read the timetable of a date with four queries, however many stations and rounds there are."""
    at = at or now()
    slots, stations = list(occurrence.slots.all()), list(occurrence.stations.all())
    rounds = list(Round.objects.filter(slot__occurrence=occurrence).select_related("offer"))
    persons = counts([cell.offer for cell in rounds], at)
    for slot in slots:
        slot.occurrence = occurrence
    for cell in rounds:
        cell.offer.occurrence = occurrence
    cells = {
        (cell.slot_id, cell.station_id): Cell(cell, persons[cell.offer_id], closed_because(cell.offer, occurrence, at))
        for cell in rounds
    }
    return Timetable(occurrence, slots, stations, cells, at)


def can_be_booked(occurrence: Occurrence, at: datetime | None = None) -> bool:
    """Tell whether somebody can sign up for something of a date: a round, or all of it where there are none."""
    at = at or now()
    return any(closed_because(offer, occurrence, at) is None for offer in occurrence.offers.all())


def has_rounds(occurrence: Occurrence) -> bool:
    """Tell whether there is anything to choose from; without stations a tasting is booked like any other date."""
    return Round.objects.filter(slot__occurrence=occurrence).exists()
