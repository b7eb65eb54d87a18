"""What changed between two versions, in sentences for everybody."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from .rules.snapshots import Change, Entry, What


def sentences(change: Change, zone: ZoneInfo) -> list[str]:
    """Return one sentence for each thing that is different; times are those on the wall of the place."""
    return [_sentence(what, change, zone) for what in change.what]


def same_time(one: str, other: str) -> str:
    """Say that two items, named by their titles, are at the same time."""
    return _("„%(one)s“ und „%(other)s“ sind zur selben Zeit.") % {"one": one, "other": other}


def span_of(entry: Entry, zone: ZoneInfo) -> str:
    """Return "10:00 bis 10:45 Uhr"."""
    return _("%(begin)s bis %(end)s Uhr") % {
        "begin": _clock(entry.starts_at, zone),
        "end": _clock(entry.ends_at, zone),
    }


def time_and_room(entry: Entry, zone: ZoneInfo) -> str:
    """Return "10:00 bis 10:45 Uhr, Saal 1"."""
    return ", ".join(filter(None, [span_of(entry, zone), entry.room]))


def _sentence(what: What, change: Change, zone: ZoneInfo) -> str:
    now, before = change.entry, change.before or change.entry
    words = {
        "title": now.title,
        "old_title": before.title,
        "where": time_and_room(now, zone),
        "time": span_of(now, zone),
        "old_time": span_of(before, zone),
        "room": now.room or _("noch ohne Raum"),
        "old_room": before.room or _("ohne Raum"),
    }
    told = {
        What.NEW: _("„%(title)s“ ist neu im Programm: %(where)s."),
        What.CANCELLED: _("„%(title)s“ (%(old_time)s) fällt aus."),
        What.BACK: _("„%(title)s“ findet doch statt: %(where)s."),
        What.MOVED: _("„%(title)s“ hat eine neue Zeit: %(time)s, bisher %(old_time)s."),
        What.ROOM: _("„%(title)s“ hat einen neuen Raum: %(room)s, bisher %(old_room)s."),
        What.SPEAKERS: _("Bei „%(title)s“ hat sich geändert, wer spricht."),
        What.TITLE: _("„%(title)s“ hieß bisher „%(old_title)s“."),
        What.TEXT: _("Bei „%(title)s“ ist die Beschreibung neu."),
    }
    return told[what] % words


def _clock(moment: datetime, zone: ZoneInfo) -> str:
    return date_format(moment.astimezone(zone), "H:i")
