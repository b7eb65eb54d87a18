"""The working version and the released ones, and who is in them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC

from digitalradar.events.models import Occurrence

from ..models import ProgrammeItem, ProgrammeVersion, Speaker
from ..rules import conflicts
from ..rules.conflicts import Finding
from ..rules.snapshots import Entry, called_off, read

State = ProgrammeItem.State


@dataclass(frozen=True)
class Released:
    """A version with its items and the speakers who may be named, by uid."""

    version: ProgrammeVersion
    entries: Sequence[Entry]
    speakers: dict[str, Speaker]


def working_items(occurrence: Occurrence) -> list[ProgrammeItem]:
    """Return all items of the working version with rooms, tracks and speakers, in order of time."""
    rows = occurrence.programme.select_related("room", "track", "offer").prefetch_related("speakers")
    return list(rows.order_by("starts_at", "ends_at", "room__order", "pk"))


def latest_version(occurrence: Occurrence) -> ProgrammeVersion | None:
    """Return what the public sees."""
    return ProgrammeVersion.objects.filter(occurrence=occurrence).order_by("-number").first()


def released(occurrence: Occurrence, version: ProgrammeVersion | None = None) -> Released | None:
    """Return a version, the latest if none is named, as it may be shown; None while nothing is released.

    Of a date that is called off every item is cancelled, for calendars one number later (I-13).
    """
    shown = version or latest_version(occurrence)
    if shown is None:
        return None
    shown.occurrence = occurrence
    entries = read(shown.data)
    if occurrence.state == Occurrence.State.CANCELLED:
        entries = [entry if entry.is_cancelled else called_off(entry) for entry in entries]
    return Released(shown, entries, named_speakers(occurrence, entries))


def named_speakers(occurrence: Occurrence, entries: Sequence[Entry]) -> dict[str, Speaker]:
    """Return the speakers of items who agreed to be named, by uid."""
    wanted = {uid for entry in entries for uid in entry.speakers}
    if not wanted:
        return {}
    rows = Speaker.objects.filter(occurrence=occurrence, consent_on__isnull=False)
    return {speaker.uid.hex: speaker for speaker in rows if speaker.uid.hex in wanted}


def entries_of(items: Sequence[ProgrammeItem], known: Collection[str] = ()) -> list[Entry]:
    """Return what would be released of the working version.

    That is what is ready, and what is cancelled if the public knows of it (``known``: keys of the last version).
    """
    return [
        _entry(item)
        for item in items
        if item.state == State.READY or (item.state == State.CANCELLED and item.uid.hex in known)
    ]


def conflicts_of(occurrence: Occurrence, items: Sequence[ProgrammeItem], *, all_states: bool = True) -> list[Finding]:
    """Return what collides: among everything that is not cancelled, or among what would be released."""
    wanted = (State.READY, State.DRAFT) if all_states else (State.READY,)
    day = (occurrence.starts_at, occurrence.ends_at)
    return conflicts.find_conflicts([_item(item) for item in items if item.state in wanted], day)


def _item(item: ProgrammeItem) -> conflicts.Item:
    room = item.room
    return conflicts.Item(
        key=item.pk,
        title=item.title,
        starts_at=item.starts_at,
        ends_at=item.ends_at,
        room=conflicts.Room(room.pk, room.title, room.parallel_limit, room.seats) if room else None,
        speakers=tuple(
            conflicts.Speaker(speaker.pk, speaker.name, speaker.consent_on is not None)
            for speaker in item.speakers.all()
        ),
        seats=item.seats,
        is_break=item.kind == ProgrammeItem.Kind.BREAK,
    )


def _entry(item: ProgrammeItem) -> Entry:
    return Entry(
        key=item.uid.hex,
        kind=item.kind,
        title=item.title,
        text=item.text,
        starts_at=item.starts_at.astimezone(UTC),
        ends_at=item.ends_at.astimezone(UTC),
        room=item.room.title if item.room else "",
        room_note=item.room.note if item.room else "",
        track=item.track.title if item.track else "",
        speakers=tuple(speaker.uid.hex for speaker in item.speakers.all()),
        language=item.language,
        seats=item.seats,
        is_cancelled=item.state == State.CANCELLED,
    )
