"""The tour of somebody who is registered: their rounds, the breaks, and what is still free."""

from typing import Any

from django.urls import reverse

from digitalradar.events.models import Booking, Registration
from digitalradar.events.models.booking import State
from digitalradar.events.services.links import personal_token

from ..models import Round, Slot
from ..queries.timetable import Cell, Timetable, has_rounds
from . import times
from .grid import places_words

CHANGEABLE = (State.CONFIRMED, State.WAITING, State.OFFERED)


def own_tour(registration: Registration, bookings: list[dict[str, Any]]) -> dict[str, Any] | None:
    """Return the slots of a date with what somebody has in each; None where the date has no rounds.

    ``bookings`` are as the page of the registration shows them. What was given back is left out.
    """
    occurrence = registration.occurrence
    if not has_rounds(occurrence):
        return None
    cells = Round.objects.filter(slot__occurrence=occurrence).select_related("station")
    by_offer = {cell.offer_id: cell for cell in cells}
    own = {by_offer[row["offer"]].slot_id: row for row in bookings if row["offer"] in by_offer and _counts(row)}
    token = personal_token(registration)
    can_change = registration.confirmed_at is not None and not occurrence.has_begun and occurrence.state == "published"
    can_change = can_change and any(row["state"] in CHANGEABLE for row in own.values())
    slots = list(occurrence.slots.all())
    for slot in slots:
        slot.occurrence = occurrence
    return {
        "stops": [_stop(slot, own.get(slot.pk), by_offer, token, can_change=can_change) for slot in slots],
        "print_url": reverse("tastings:own_tour", args=[token]),
        "has_own": bool(own),
    }


def choices(table: Timetable, slot: Slot, registration: Registration, own: Booking | None) -> list[dict[str, Any]]:
    """Return the stations of a slot that somebody may change to, with what is free there for their party."""
    found = []
    for station in table.stations:
        cell = table.cells.get((slot.pk, station.pk))
        if cell is None or cell.closed:
            continue
        is_own = own is not None and own.offer_id == cell.offer.pk
        if not is_own and not (cell.has_place(registration.party_size) or cell.can_wait()):
            continue
        found.append(_choice(cell, station.title, station.room, registration, is_own=is_own))
    return found


def _choice(cell: Cell, title: str, room: str, registration: Registration, *, is_own: bool) -> dict[str, Any]:
    waits = not is_own and not cell.has_place(registration.party_size)
    return {
        "value": f"{cell.round.pk}{'w' if waits else ''}",
        "title": title,
        "room": room,
        "is_own": is_own,
        "waits": waits,
        "words": ", ".join(places_words(cell, registration.party_size)),
    }


def _counts(row: dict[str, Any]) -> bool:
    return row["state"] in (*CHANGEABLE, State.REQUESTED, State.ATTENDED, State.NO_SHOW)


def _stop(
    slot: Slot, row: dict[str, Any] | None, by_offer: dict[int, Round], token: str, *, can_change: bool
) -> dict[str, Any]:
    changeable = can_change and not slot.is_break and (row is None or row["state"] in CHANGEABLE)
    return {
        "begin": times.begin(slot),
        "span": times.span(slot),
        "break": slot.title if slot.is_break else "",
        "booking": row,
        "room": by_offer[row["offer"]].station.room if row else "",
        "change_url": reverse("tastings:change_round", args=[token, slot.pk]) if changeable else "",
    }
