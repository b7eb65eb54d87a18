"""How a released programme is written down, and how two of them differ.

A snapshot is plain data: ``{"format": 1, "day": [begin, end], "items": [...]}``, where ``day`` is the date it was made
for: when that is moved afterwards, the times of the items are those of another day. Times are ISO 8601 in UTC;
speakers are named by their uid alone. An item keeps its ``key`` through all versions; ``sequence`` counts the versions
in which its time, room or state changed, as calendars want it (I-13).
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

FORMAT = 1


@dataclass(frozen=True)
class Entry:
    """One item as it was released."""

    key: str
    kind: str
    title: str
    text: str
    starts_at: datetime
    ends_at: datetime
    room: str = ""
    room_note: str = ""
    track: str = ""
    speakers: tuple[str, ...] = ()
    language: str = "de"
    seats: int | None = None
    is_cancelled: bool = False
    sequence: int = 0


class What(StrEnum):
    """What can happen to an item from one version to the next."""

    NEW = "new"
    CANCELLED = "cancelled"
    BACK = "back"  # it was cancelled and takes place after all
    MOVED = "moved"
    ROOM = "room"
    SPEAKERS = "speakers"
    TITLE = "title"
    TEXT = "text"


FOR_CALENDARS = frozenset({What.CANCELLED, What.BACK, What.MOVED, What.ROOM})
"""What calendars have to learn of, and what those who booked or picked an item are told."""
FOR_SPEAKERS = FOR_CALENDARS | {What.NEW, What.SPEAKERS}


@dataclass(frozen=True)
class Change:
    """How one item differs: ``before`` is None for a new one, ``after`` for one that is gone."""

    before: Entry | None
    after: Entry | None
    what: tuple[What, ...]

    @property
    def entry(self) -> Entry:
        """The item as it is now, or as it was last."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 -- one of the two is always there
        return found


def write(entries: Sequence[Entry], day: tuple[datetime, datetime]) -> dict[str, Any]:
    """Return a snapshot of items, in order of time."""
    times = [moment.astimezone(UTC).isoformat() for moment in day]
    return {"format": FORMAT, "day": times, "items": [_written(entry) for entry in in_order(entries)]}


def is_for(data: Mapping[str, Any], day: tuple[datetime, datetime]) -> bool:
    """Tell whether a snapshot was made for a date that begins when this one does."""
    return datetime.fromisoformat(data["day"][0]) == day[0]


def read(data: Mapping[str, Any]) -> list[Entry]:
    """Return the items of a snapshot; what later formats add is left aside."""
    names = {field.name for field in fields(Entry)}
    return [_read({name: value for name, value in row.items() if name in names}) for row in data["items"]]


def in_order(entries: Sequence[Entry]) -> list[Entry]:
    """Return items as they follow each other; what begins at once is ordered by room."""
    return sorted(entries, key=lambda entry: (entry.starts_at, entry.ends_at, entry.room, entry.key))


def compare(before: Sequence[Entry], after: Sequence[Entry]) -> list[Change]:
    """Return what changed from one version to the next, in order of time."""
    old, new = ({entry.key: entry for entry in entries} for entries in (before, after))
    changes = []
    for key in old | new:
        change = Change(old.get(key), new.get(key), _differences(old.get(key), new.get(key)))
        if change.what:
            changes.append(change)
    return sorted(changes, key=lambda change: (change.entry.starts_at, change.entry.key))


def counted(before: Sequence[Entry], after: Sequence[Entry]) -> list[Entry]:
    """Return ``after`` with the sequence numbers that follow from the version before."""
    old = {entry.key: entry for entry in before}
    found = []
    for entry in after:
        earlier = old.get(entry.key)
        number = 0 if earlier is None else earlier.sequence + bool(FOR_CALENDARS & set(_differences(earlier, entry)))
        found.append(replace(entry, sequence=number))
    return found


def called_off(entry: Entry) -> Entry:
    """Return an item as it is when the whole date does not take place."""
    return replace(entry, is_cancelled=True, sequence=entry.sequence + 1)


def _differences(old: Entry | None, new: Entry | None) -> tuple[What, ...]:
    if old is None:
        return () if new is None or new.is_cancelled else (What.NEW,)
    if new is None or (new.is_cancelled and not old.is_cancelled):
        return () if old.is_cancelled else (What.CANCELLED,)
    if new.is_cancelled:
        return ()
    tests = {
        What.BACK: old.is_cancelled,
        What.MOVED: (old.starts_at, old.ends_at) != (new.starts_at, new.ends_at),
        What.ROOM: old.room != new.room,
        What.SPEAKERS: set(old.speakers) != set(new.speakers),
        What.TITLE: old.title != new.title,
        What.TEXT: old.text != new.text,
    }
    return tuple(what for what, differs in tests.items() if differs)


def _written(entry: Entry) -> dict[str, Any]:
    times = {"starts_at": entry.starts_at.isoformat(), "ends_at": entry.ends_at.isoformat()}
    return asdict(entry) | times | {"speakers": list(entry.speakers)}


def _read(row: Mapping[str, Any]) -> Entry:
    times = {name: datetime.fromisoformat(row[name]) for name in ("starts_at", "ends_at")}
    return Entry(**{**row, **times, "speakers": tuple(row["speakers"])})
