"""The programme of the annual event of the example year, released once."""

from datetime import datetime, time, timedelta
from typing import Any

from django.utils.timezone import localdate

from digitalradar.events.models import Occurrence
from digitalradar.programmes.models import ProgrammeItem, Room, Speaker, Track
from digitalradar.programmes.services.releasing import release


def add_programme(occurrence: Occurrence, facts: dict[str, Any]) -> None:
    """Make rooms, tracks, people and items, and release the first version."""
    rooms = [
        Room.objects.create(occurrence=occurrence, order=order, **told) for order, told in enumerate(facts["rooms"])
    ]
    tracks = [
        Track.objects.create(occurrence=occurrence, order=order, title=title)
        for order, title in enumerate(facts["tracks"])
    ]
    speakers = [
        Speaker.objects.create(occurrence=occurrence, consent_on=localdate(), **told) for told in facts["speakers"]
    ]
    for told in facts["items"]:
        _add_item(occurrence, told, rooms, tracks, speakers)
    release(occurrence=occurrence)


def _add_item(
    occurrence: Occurrence, told: dict[str, Any], rooms: list[Room], tracks: list[Track], speakers: list[Speaker]
) -> None:
    day = occurrence.local_start
    starts_at = datetime.combine(day.date(), time.fromisoformat(told["at"]), occurrence.zone)
    item = ProgrammeItem.objects.create(
        occurrence=occurrence,
        kind=told["kind"],
        title=told["title"],
        text=told.get("text", ""),
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=told["minutes"]),
        room=rooms[told["room"]] if "room" in told else None,
        track=tracks[told["track"]] if "track" in told else None,
        seats=told.get("seats"),
    )
    item.speakers.set(speakers[number] for number in told.get("speakers", []))
