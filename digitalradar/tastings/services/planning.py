"""Plan a date: its stations, its rounds and breaks, and which station runs when with how many seats.

Everything happens under the lock of the date, like each change of places, and equipment is checked at the end (T-2).
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from django.utils.translation import gettext as _

from digitalradar.accounts.models import Person, User
from digitalradar.accounts.people import forget_if_unknown
from digitalradar.core.errors import DomainError
from digitalradar.core.page_cache import forget
from digitalradar.events.cache_tags import EVENTS, event_tag
from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.services.capacity import set_capacity
from digitalradar.events.services.creating import offer_defaults
from digitalradar.events.services.log import note
from digitalradar.events.services.places import LockedDate, locked

from ..models import Round, Slot, Station
from ..rules.timetable import Part, overlapping
from .equipment import check_equipment

CONDITIONS = frozenset({"opens_at", "closes_at", "policy", "offer_hours", "max_party", "smaller_may_pass"})
Seats = Mapping[tuple[int, int], int | None]  # by ids of station and slot; None: does not run


class PlanRefused(DomainError):
    """The plan cannot be like this; the sentence says why."""


def set_slots(*, occurrence: Occurrence, parts: Sequence[Part], by: User | None = None) -> list[Slot]:
    """Lay out rounds and breaks anew, as long as nobody has booked. Stations lose the rounds they had.

    Raises:
        PlanRefused: somebody has booked, parts overlap, or they do not fit into the date.
    """
    with locked(occurrence.pk) as date:
        _refuse_booked(date.occurrence)
        _check_parts(date.occurrence, parts)
        Offer.objects.filter(round__slot__occurrence=occurrence).delete()
        Slot.objects.filter(occurrence=occurrence).delete()
        slots = [new_slot(date.occurrence, part) for part in parts]
        Slot.objects.bulk_create(slots)
        forget(event_tag(occurrence.pk))
        note(date.occurrence, "tasting.slots_set", by=by, count=len(slots))
    return list(Slot.objects.filter(occurrence=occurrence))


def set_plan(*, occurrence: Occurrence, seats: Seats, by: User | None = None) -> None:
    """Say which station runs in which round with how many seats; cells that are not named stay as they are.

    The date itself can no longer be booked once there are rounds. More seats move the waiting list up.

    Raises:
        PlanRefused: a round that should go is booked.
        EquipmentTwice: a piece of equipment would be at two stations at once.
        DomainError: fewer seats than are taken.
    """
    with locked(occurrence.pk) as date:
        slots = {slot.pk: slot for slot in Slot.objects.filter(occurrence=occurrence, kind=Slot.Kind.ROUND)}
        stations = {station.pk: station for station in Station.objects.filter(occurrence=occurrence)}
        existing = {(cell.station_id, cell.slot_id): cell for cell in _rounds(occurrence)}
        for (station, slot), wanted in sorted(seats.items()):
            if station in stations and slot in slots:
                _set_cell(date, stations[station], slots[slot], existing.get((station, slot)), wanted, by)
        _drop_whole_date(date)
        check_equipment(date.occurrence)
        note(date.occurrence, "tasting.planned", by=by, rounds=_rounds(occurrence).count())


def set_conditions(*, occurrence: Occurrence, conditions: Mapping[str, Any], by: User | None = None) -> int:
    """Give all rounds of a date the same conditions (``CONDITIONS``); return how many rounds there are.

    Rounds that are added later take them over from those that are there.
    """
    fields = {name: conditions[name] for name in CONDITIONS & conditions.keys()}
    with locked(occurrence.pk) as date:
        count = Offer.objects.filter(occurrence=occurrence, round__isnull=False).update(**fields)
        forget(EVENTS, event_tag(occurrence.pk))
        note(date.occurrence, "tasting.conditions_set", by=by, fields=", ".join(sorted(fields)))
    return count


def conditions_of(occurrence: Occurrence) -> dict[str, Any]:
    """Return the conditions of the rounds of a date; without rounds those of its format."""
    offer = Offer.objects.filter(occurrence=occurrence, round__isnull=False).order_by("pk").first()
    if offer is None:
        return offer_defaults(occurrence.format)
    return {name: getattr(offer, name) for name in sorted(CONDITIONS)}


def save_station(*, station: Station, equipment: Sequence[Any], by: User | None = None) -> Station:
    """Write a station and what equipment it needs; its rounds bear its name.

    Raises:
        EquipmentTwice: with this equipment it would be in use twice.
    """
    with locked(station.occurrence_id) as date:
        station.save()
        station.equipment.set(equipment)
        Offer.objects.filter(round__station=station).update(title=station.title, order=station.order)
        check_equipment(date.occurrence)
        note(date.occurrence, "tasting.station_saved", by=by, station=station.pk)
    return station


def delete_station(*, station: Station, by: User | None = None) -> None:
    """Take a station away, and let go of the addresses of those who wanted to see it.

    Raises:
        PlanRefused: somebody has booked it.
    """
    with locked(station.occurrence_id) as date:
        offers = Offer.objects.filter(round__station=station)
        if offers.filter(bookings__isnull=False).exists():
            raise PlanRefused(_("„%(title)s“ ist schon gebucht worden.") % {"title": station.title})
        offers.delete()
        note(date.occurrence, "tasting.station_deleted", by=by, station=station.pk)
        people = list(Person.objects.filter(pk__in=station.interests.values("person")))
        station.delete()
        for person in people:
            forget_if_unknown(person)


def _set_cell(
    date: LockedDate, station: Station, slot: Slot, cell: Round | None, seats: int | None, by: User | None
) -> None:
    if cell is None and seats:
        open_round(date.occurrence, station, slot, seats)
    elif cell is not None and not seats:
        if cell.offer.bookings.exists():
            names = {"title": station.title, "time": f"{slot.starts_at.astimezone(date.occurrence.zone):%H:%M}"}
            raise PlanRefused(
                _("„%(title)s“ um %(time)s Uhr ist schon gebucht worden und lässt sich nicht streichen.") % names
            )
        cell.offer.delete()
    elif cell is not None and cell.offer.capacity != seats:
        set_capacity(offer=cell.offer, capacity=seats, by=by)


def open_round(occurrence: Occurrence, station: Station, slot: Slot, seats: int | None) -> Round:
    slot.occurrence = occurrence
    offer = Offer.objects.create(
        occurrence=occurrence,
        title=station.title,
        order=station.order,
        starts_at=slot.starts_at,
        ends_at=slot.ends_at,
        capacity=seats,
        **offer_defaults(occurrence.format) | conditions_of(occurrence) | {"is_exclusive": True},
    )
    return Round.objects.create(station=station, slot=slot, offer=offer)


def _drop_whole_date(date: LockedDate) -> None:
    """The offer with which each draft begins would let people book everything at once."""
    rounds = Offer.objects.filter(occurrence=date.occurrence, round__isnull=False)
    if rounds.exists():
        Offer.objects.filter(occurrence=date.occurrence, round=None, title="", bookings=None).delete()


def _refuse_booked(occurrence: Occurrence) -> None:
    if Offer.objects.filter(occurrence=occurrence, round__isnull=False, bookings__isnull=False).exists():
        raise PlanRefused(_("Es ist schon etwas gebucht worden. Die Zeiten lassen sich nicht mehr neu anlegen."))


def _check_parts(occurrence: Occurrence, parts: Sequence[Part]) -> None:
    if overlapping(parts):
        raise PlanRefused(_("Zwei Runden oder Pausen überschneiden sich."))
    if parts and occurrence.starts_at + timedelta(minutes=max(part.until for part in parts)) > occurrence.ends_at:
        raise PlanRefused(_("So viele Runden passen nicht in den Termin. Er endet früher."))


def new_slot(occurrence: Occurrence, part: Part) -> Slot:
    kind = Slot.Kind.BREAK if part.title else Slot.Kind.ROUND
    return Slot(occurrence=occurrence, kind=kind, after=part.after, minutes=part.minutes, title=part.title)


def _rounds(occurrence: Occurrence) -> Any:
    return Round.objects.filter(station__occurrence=occurrence).select_related("offer")
