"""Take the timetable of a date as the template of another."""

from digitalradar.events.models import Occurrence
from digitalradar.events.services.duplicating import copy_offers

from ..models import Round, Slot, Station
from ..rules.timetable import Part
from .planning import new_slot, open_round


def copy_tasting(original: Occurrence, copy: Occurrence) -> None:
    """Copy stations, slots and rounds to a new draft, without anybody in them; what has no rounds as usual.

    Slots count from the beginning of the date, so they need not be moved.
    """
    slots = {slot.after: new_slot(copy, Part(slot.after, slot.minutes, slot.title)) for slot in original.slots.all()}
    Slot.objects.bulk_create(slots.values())
    stations = original.stations.prefetch_related("equipment", "rounds__slot", "rounds__offer")
    if not Round.objects.filter(station__occurrence=original).exists():
        copy_offers(original, copy)
    for station in stations:
        new = _copied(station, copy)
        for cell in station.rounds.all():
            open_round(copy, new, slots[cell.slot.after], cell.offer.capacity)


def _copied(station: Station, copy: Occurrence) -> Station:
    values = {
        field.attname: getattr(station, field.attname)
        for field in Station._meta.concrete_fields
        if field.name not in ("id", "occurrence")
    }
    new = Station.objects.create(occurrence=copy, **values)
    new.equipment.set(station.equipment.all())
    return new
