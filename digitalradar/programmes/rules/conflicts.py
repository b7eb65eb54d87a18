"""What in a programme cannot be, and how grave that is (scenarios E1, E2, E4).

Pure: it takes the items as data and returns findings as data; the sentences are in ``conflict_words.py``.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Severity(StrEnum):
    """What follows from a finding."""

    BLOCK = "block"  # it cannot even be saved
    BLOCK_RELEASE = "block_release"  # it may stand in the working version, but is not released
    WARN = "warn"  # somebody should look at it
    IGNORE = "ignore"  # it is known and nobody minds


class Rule(StrEnum):
    """Every kind of finding."""

    ENDS_BEFORE_START = "ends_before_start"
    OUTSIDE_DAY = "outside_day"
    ROOM_FULL = "room_full"
    SPEAKER_TWICE = "speaker_twice"
    NO_ROOM = "no_room"
    NO_SPEAKER = "no_speaker"
    NO_CONSENT = "no_consent"
    TOO_MANY_SEATS = "too_many_seats"
    DURING_BREAK = "during_break"


SEVERITIES: Mapping[Rule, Severity] = {
    Rule.ENDS_BEFORE_START: Severity.BLOCK,
    Rule.OUTSIDE_DAY: Severity.BLOCK_RELEASE,
    Rule.ROOM_FULL: Severity.BLOCK_RELEASE,
    Rule.SPEAKER_TWICE: Severity.BLOCK_RELEASE,
    Rule.NO_ROOM: Severity.WARN,
    Rule.NO_SPEAKER: Severity.WARN,
    Rule.NO_CONSENT: Severity.WARN,
    Rule.TOO_MANY_SEATS: Severity.WARN,
    Rule.DURING_BREAK: Severity.IGNORE,
}
ORDER = list(Severity)


@dataclass(frozen=True)
class Room:
    """A room in which at most ``limit`` items may run at once; ``seats`` None: nobody counted them."""

    key: Hashable
    title: str
    limit: int = 1
    seats: int | None = None


@dataclass(frozen=True)
class Speaker:
    key: Hashable
    name: str
    has_consent: bool = True


@dataclass(frozen=True)
class Item:
    """One point of a programme, as far as it can collide. A break needs neither room nor speaker."""

    key: Hashable
    title: str
    starts_at: datetime
    ends_at: datetime
    room: Room | None = None
    speakers: tuple[Speaker, ...] = ()
    seats: int | None = None
    is_break: bool = False


@dataclass(frozen=True)
class Finding:
    """One thing that is not right: the items it is about, in order of time, and what they collide over."""

    rule: Rule
    items: tuple[Item, ...]
    about: str = ""

    @property
    def severity(self) -> Severity:
        return SEVERITIES[self.rule]


def find_conflicts(items: Iterable[Item], day: tuple[datetime, datetime]) -> list[Finding]:
    """Return everything that is not right, the gravest first, then by time; ``day`` is when it all begins and ends."""
    known = sorted(items, key=lambda item: (item.starts_at, item.ends_at))
    sound = [item for item in known if item.starts_at < item.ends_at]
    found = [Finding(Rule.ENDS_BEFORE_START, (item,)) for item in known if item.starts_at >= item.ends_at]
    found += [Finding(Rule.OUTSIDE_DAY, (item,)) for item in sound if item.starts_at < day[0] or item.ends_at > day[1]]
    found += _full_rooms(sound)
    found += _divided_speakers(sound)
    for item in sound:
        found += _lacking(item)
    found += _during_breaks(sound)
    return sorted(found, key=lambda finding: (ORDER.index(finding.severity), finding.items[0].starts_at))


def blocks_release(findings: Iterable[Finding]) -> list[Finding]:
    """Return those because of which a programme is not released (E-2)."""
    return [finding for finding in findings if finding.severity in (Severity.BLOCK, Severity.BLOCK_RELEASE)]


def crowded(items: Sequence[Item], limit: int) -> list[tuple[Item, ...]]:
    """Return the groups of items that run at the same moment and are more than ``limit``.

    A group is looked for whenever something begins, so each has at least one member that no earlier group had. What
    ends when another begins is over by then (E1).
    """
    groups = []
    for moment in sorted({item.starts_at for item in items}):
        running = tuple(item for item in items if item.starts_at <= moment < item.ends_at)
        if len(running) > limit:
            groups.append(running)
    return groups


def overlaps(one: Item, other: Item) -> bool:
    """Tell whether two items share a moment."""
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def _full_rooms(items: Sequence[Item]) -> Iterator[Finding]:
    rooms: dict[Room, list[Item]] = defaultdict(list)
    for item in items:
        if item.room:
            rooms[item.room].append(item)
    for room, inside in rooms.items():
        for group in crowded(inside, room.limit):
            yield Finding(Rule.ROOM_FULL, group, room.title)


def _divided_speakers(items: Sequence[Item]) -> Iterator[Finding]:
    speakers: dict[Speaker, list[Item]] = defaultdict(list)
    for item in items:
        for speaker in item.speakers:
            speakers[speaker].append(item)
    for speaker, theirs in speakers.items():
        for group in crowded(theirs, 1):
            yield Finding(Rule.SPEAKER_TWICE, group, speaker.name)


def _lacking(item: Item) -> Iterator[Finding]:
    """Find what an item alone lacks."""
    if not item.is_break and item.room is None:
        yield Finding(Rule.NO_ROOM, (item,))
    if not item.is_break and not item.speakers:
        yield Finding(Rule.NO_SPEAKER, (item,))
    for speaker in item.speakers:
        if not speaker.has_consent:
            yield Finding(Rule.NO_CONSENT, (item,), speaker.name)
    if item.seats and item.room and item.room.seats is not None and item.seats > item.room.seats:
        yield Finding(Rule.TOO_MANY_SEATS, (item,), item.room.title)


def _during_breaks(items: Sequence[Item]) -> Iterator[Finding]:
    for pause in (item for item in items if item.is_break):
        for item in items:
            if not item.is_break and overlaps(pause, item):
                first, second = sorted((pause, item), key=lambda each: each.starts_at)
                yield Finding(Rule.DURING_BREAK, (first, second))
