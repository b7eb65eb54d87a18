"""One date as an entry of a calendar, and the calendar around entries."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress

from digitalradar.region.queries import current_region

from ..addresses import event_url
from ..mail_parts import place_of
from ..models import Occurrence
from .zones import describe

PRODUCT = "-//Digitalradar//Termine//DE"


@dataclass(frozen=True)
class Told:
    """What an entry says beyond the date itself, in the language of whoever reads it.

    ``location`` and ``online_url`` differ between what is public and what people with a place get.
    """

    starts_at: datetime
    ends_at: datetime
    description: str
    location: str
    sequence: int
    stamp: datetime
    url: str


def public_entry(occurrence: Occurrence, language: str) -> Event:
    """Return what everybody may know of a date; never the address of an online meeting."""
    return entry(
        occurrence,
        Told(
            starts_at=occurrence.starts_at,
            ends_at=occurrence.ends_at,
            description="\n".join(filter(None, [occurrence.summary, example_note(occurrence)])),
            location=location_of(occurrence),
            sequence=occurrence.sequence,
            stamp=occurrence.changed_at,
            url=event_url(occurrence, language),
        ),
    )


def example_note(occurrence: Occurrence) -> str:
    """Return the sentence that stands wherever something made up is shown."""
    return _("Beispieldaten: Diesen Termin gibt es nicht.") if occurrence.is_example else ""


def entry(occurrence: Occurrence, told: Told) -> Event:
    """Return a date as an entry. UID never changes, SEQUENCE and STATUS tell of moves and cancellation (I-13)."""
    is_cancelled = occurrence.state == Occurrence.State.CANCELLED
    event = Event()
    event.add("uid", str(occurrence.uid))
    event.add("sequence", told.sequence)
    event.add("dtstamp", told.stamp)
    event.add("last-modified", occurrence.changed_at)
    event.add("dtstart", told.starts_at.astimezone(occurrence.zone))
    event.add("dtend", told.ends_at.astimezone(occurrence.zone))
    event.add("summary", occurrence.title)
    event.add("status", "CANCELLED" if is_cancelled else "CONFIRMED")
    event.add("categories", [occurrence.format.title])
    event.add("url", told.url)
    event["organizer"] = organizer(occurrence)
    for name, value in (("description", told.description), ("location", told.location)):
        if value:
            event.add(name, value)
    return event


def location_of(occurrence: Occurrence, online_url: str = "") -> str:
    """Return where a date takes place, in one line."""
    room = _("Raum: %(room)s") % {"room": occurrence.room} if occurrence.room else ""
    online = online_url or (_("online") if occurrence.mode != Occurrence.Mode.ON_SITE else "")
    return ", ".join(filter(None, [place_of(occurrence), room, online]))


def organizer(occurrence: Occurrence) -> vCalAddress:
    """Return who invites: the portal's own address, under the name of the host or the region."""
    address = vCalAddress(f"mailto:{parseaddr(settings.DEFAULT_FROM_EMAIL)[1]}")
    address.params["CN"] = occurrence.host or f"Digitalradar {current_region().name}".strip()
    return address


def calendar(method: str, events: Sequence[Event], occurrences: Iterable[Occurrence], **more: Any) -> bytes:
    """Return entries as a file: lines of at most 75 octets that end with CRLF, and every time zone that is used."""
    file = Calendar()
    file.add("prodid", PRODUCT)
    file.add("version", "2.0")
    file.add("calscale", "GREGORIAN")
    file.add("method", method)
    for name, value in more.items():
        file.add(name.replace("_", "-"), value)
    for zone, years in sorted(_years(occurrences).items()):
        file.add_component(describe(zone, min(years), max(years)))
    for event in events:
        file.add_component(event)
    return file.to_ical()


def _years(occurrences: Iterable[Occurrence]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for occurrence in occurrences:
        found.setdefault(occurrence.time_zone, set()).update({occurrence.starts_at.year, occurrence.ends_at.year})
    return found
