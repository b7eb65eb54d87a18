"""Items of a programme as entries of a calendar. Each keeps its UID; SEQUENCE rises as the versions tell (I-13)."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from icalendar import Event

from digitalradar.events.addresses import whole
from digitalradar.events.calendar.entries import calendar, example_note, location_of, organizer
from digitalradar.events.calendar.feeds import PUBLISH

from .queries.programme import Released
from .rules.snapshots import Entry


def programme_calendar(shown: Released, entries: Sequence[Entry], language: str, name: str = "") -> bytes:
    """Return items as a file; the calendar and each entry say which version of the programme they are from (E-1)."""
    occurrence = shown.version.occurrence
    return calendar(
        PUBLISH,
        [_event(entry, shown, language) for entry in entries],
        [occurrence],
        x_wr_calname=name or occurrence.title,
        x_digitalradar_programme_version=str(shown.version.number),
    )


def _event(entry: Entry, shown: Released, language: str) -> Event:
    version, occurrence = shown.version, shown.version.occurrence
    event = Event()
    event.add("uid", f"{entry.key}@programm")
    event.add("sequence", entry.sequence)
    event.add("dtstamp", version.released_at)
    event.add("dtstart", entry.starts_at.astimezone(occurrence.zone))
    event.add("dtend", entry.ends_at.astimezone(occurrence.zone))
    event.add("summary", entry.title)
    event.add("status", "CANCELLED" if entry.is_cancelled else "CONFIRMED")
    event.add("url", whole("programmes:programme", occurrence.slug, language=language))
    event.add("location", ", ".join(filter(None, [entry.room, location_of(occurrence)])))
    people = [shown.speakers[uid].name for uid in entry.speakers if uid in shown.speakers]
    lines = [", ".join(people), entry.text, _("Programm, Version %(number)s") % {"number": version.number}]
    event.add("description", "\n".join(filter(None, [*lines, example_note(occurrence)])))
    event["organizer"] = organizer(occurrence)
    return event
