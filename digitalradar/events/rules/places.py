"""Arithmetic of places: how many are free, what the public is told of it, until when they are given away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import pairwise

FEW = 3
FEW_SHARE = 10  # percent of all places


class Shown(StrEnum):
    """What everybody is told of the places of an offer; numbers stay with the host."""

    FREE = "free"
    FEW = "few"
    WAITING = "waiting"  # full, and there is a waiting list
    FULL = "full"  # full without one
    NOT_YET = "not_yet"  # sign-up begins later
    CLOSED = "closed"  # no sign-up any more: closing time, or the date is cancelled
    PAST = "past"  # it has begun


@dataclass(frozen=True)
class Count:
    """The persons of one offer at one moment; ``capacity`` None: as many as come.

    ``taken`` have a place, ``kept`` are asked to confirm and have theirs kept meanwhile, ``unused_reserved`` places are
    for guests of the host, ``waiting`` stand on the waiting list.
    """

    capacity: int | None
    taken: int
    kept: int = 0
    unused_reserved: int = 0
    waiting: int = 0

    @property
    def free(self) -> int | None:
        """Places that can be given away now, never below 0; None: without limit."""
        return None if self.capacity is None else max(self.room - self.kept, 0)

    @property
    def room(self) -> int:
        """Places not taken, kept ones among them; only for an offer with a limit."""
        return max((self.capacity or 0) - self.taken - self.unused_reserved, 0)

    def has_room(self, persons: int) -> bool:
        """Tell whether a party fits into what is free."""
        return self.free is None or persons <= self.free


def is_few(free: int, capacity: int) -> bool:
    """Tell whether „wenige Plätze“ is said: the last three, of small offers the last half, of large ones a tenth."""
    return free <= max(min(FEW, capacity // 2), capacity * FEW_SHARE // 100)


def shown(count: Count, *, has_waiting_list: bool) -> Shown:
    """Return what is told of an open offer. Who comes while others wait has to wait, even if a place is free (I-7)."""
    if count.waiting or count.free == 0:
        return Shown.WAITING if has_waiting_list else Shown.FULL
    if count.free is None or count.capacity is None or not is_few(count.free, count.capacity):
        return Shown.FREE
    return Shown.FEW


def closing_time(closes_at: datetime | None, *starts: datetime | None) -> datetime:
    """Return when places stop being given away: at the closing time, at the latest when something of it begins.

    At least one of the times has to be given.
    """
    return min(moment for moment in (closes_at, *starts) if moment is not None)


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    """Tell whether two stretches of time share a moment; one that begins when the other ends does not."""
    return one[0] < other[1] and other[0] < one[1]


def first_overlap(stretches: Sequence[tuple[datetime, datetime]]) -> tuple[int, int] | None:
    """Return the positions of two that overlap, or None."""
    order = sorted(range(len(stretches)), key=lambda position: stretches[position])
    for before, after in pairwise(order):
        if overlap(stretches[before], stretches[after]):
            return before, after
    return None


def same_organisation(name: str) -> str:
    """Return a form of a firm's name under which spellings that differ in case and blanks are one; empty: none."""
    return " ".join(name.split()).casefold()


def persons_of(name: str, parties: Iterable[tuple[str, int]]) -> int:
    """Return how many persons of ``parties`` (organisation, size) belong to the organisation ``name``."""
    wanted = same_organisation(name)
    return sum(size for organisation, size in parties if wanted and same_organisation(organisation) == wanted)
