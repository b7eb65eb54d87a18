"""Makes programmes: a day with rooms, speakers and items."""

from datetime import datetime, timedelta
from itertools import count
from typing import Any

from django.utils.timezone import localdate, now

from digitalradar.events.models import Occurrence
from digitalradar.programmes.models import ProgrammeItem, Room, Speaker
from tests.factories.events import make_occurrence, make_offer

_numbers = count(1)


def make_day(**fields: Any) -> Occurrence:
    """Return a published annual event of eight hours in thirty days, with 200 places for the day itself."""
    starts_at = (now() + timedelta(days=30)).replace(hour=8, minute=0, second=0, microsecond=0)
    values = {"kind": "jahresveranstaltung", "starts_at": starts_at, "ends_at": starts_at + timedelta(hours=8)}
    occurrence = make_occurrence(**(values | fields))
    make_offer(occurrence, capacity=200)
    return occurrence


def make_room(occurrence: Occurrence, title: str = "", **fields: Any) -> Room:
    return Room.objects.create(occurrence=occurrence, title=title or f"Saal {next(_numbers)}", **fields)


def make_speaker(occurrence: Occurrence, name: str = "Ida Beispiel", **fields: Any) -> Speaker:
    """Return a speaker who may be named; the address follows from the name."""
    email = name.lower().replace(" ", ".") + "@example.org"
    return Speaker.objects.create(
        occurrence=occurrence, name=name, **({"email": email, "consent_on": localdate()} | fields)
    )


def make_item(
    occurrence: Occurrence, title: str = "", *, after: int = 60, minutes: int = 45, speakers: Any = (), **fields: Any
) -> ProgrammeItem:
    """Return an item that begins ``after`` minutes after the day itself."""
    starts_at: datetime = occurrence.starts_at + timedelta(minutes=after)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(minutes=minutes)}
    item = ProgrammeItem.objects.create(
        occurrence=occurrence, title=title or f"Beitrag {next(_numbers)}", **(times | fields)
    )
    item.speakers.set(speakers)
    return item


def move_item(item: ProgrammeItem, by: int) -> None:
    """Move an item by so many minutes in the working version."""
    item.starts_at += timedelta(minutes=by)
    item.ends_at += timedelta(minutes=by)
    item.save()
