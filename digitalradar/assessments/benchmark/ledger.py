"""How much anonymity a group would still have beside everything that was ever published.

Think of somebody who keeps every published group of every release, reads all 101 counts of each, and adds and
subtracts them at will. Each company weighs something in such a sum. The ledger sorts companies into classes that were
in exactly the same publications so far: inside a class all weigh the same, whatever is added or subtracted. A new
group parts some classes. Where a class is parted, one of its two sides has to stay in the sum; who was never
published and is in the group now stays in it anyway. Counting these companies gives the fewest that any sum can
come down to which uses the new group.
"""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .frozen import Cohort
from .groups import Cell, cells_of, levels_inside
from .memory import MOVED

Signature = tuple[Cell, ...]
Class = tuple[int, Signature]
NEVER = 0  # the history of whoever was in no publication
UNKNOWN = -1  # of whoever was published before in another place: counts for nobody's protection


class Crowd(NamedTuple):
    """The fewest companies that a sum with the new group can come down to."""

    now: int  # in sums of groups published in this release only
    ever: int  # in sums of all groups of all releases


class Ledger:
    """Companies of one dimension by what was published about them, while a release is put together."""

    def __init__(self, cohorts: Sequence[Cohort], published: Mapping[Cell, Sequence[int]]) -> None:
        """``published`` holds the numbers of the releases each group was published in, in rising order."""
        self.accepted: set[Cell] = set()
        self.members: dict[Cell, list[int]] = defaultdict(list)
        self._n = [cohort.n for cohort in cohorts]
        self._cells = [cells_of(cohort.key) for cohort in cohorts]
        for index, cells in enumerate(self._cells):
            for cell in filter(None, cells):
                self.members[cell].append(index)
        histories = _Histories(published)
        self._history = [histories.of(cohort) for cohort in cohorts]
        self._signature: list[Signature] = [()] * len(cohorts)
        self._now: Counter[Signature] = Counter()
        self._ever: Counter[Class] = Counter()
        for index in range(len(cohorts)):
            self._count(index, +1)

    def crowd(self, cell: Cell) -> Crowd:
        """Return how many companies protect each other if this group is published beside the accepted ones."""
        now: Counter[Signature] = Counter()
        ever: Counter[Class] = Counter()
        for index in self.members[cell]:
            now[self._signature[index]] += self._n[index]
            if self._history[index] != UNKNOWN:
                ever[self._history[index], self._signature[index]] += self._n[index]
        return Crowd(
            sum(n if not kind else min(n, self._now[kind] - n) for kind, n in now.items()),
            sum(n if kind == (NEVER, ()) else min(n, self._ever[kind] - n) for kind, n in ever.items()),
        )

    def follows(self, cell: Cell) -> bool:
        """Tell whether a group is just the sum of accepted ones without overlap, so that it says nothing new."""
        return any(
            all(self._cells[index][level] in self.accepted for index in self.members[cell])
            for level in levels_inside(cell)
        )

    def accept(self, cells: Iterable[Cell]) -> None:
        """Note that these groups are published in this release."""
        for cell in cells:
            self.accepted.add(cell)
            self._sign_anew(cell)

    def withdraw(self, cells: Iterable[Cell]) -> None:
        """Take accepted groups back."""
        for cell in cells:
            self.accepted.remove(cell)
            self._sign_anew(cell)

    def _sign_anew(self, cell: Cell) -> None:
        for index in self.members[cell]:
            self._count(index, -1)
            self._signature[index] = tuple(own for own in self._cells[index] if own in self.accepted)
            self._count(index, +1)

    def _count(self, index: int, sign: int) -> None:
        self._now[self._signature[index]] += sign * self._n[index]
        if self._history[index] != UNKNOWN:
            self._ever[self._history[index], self._signature[index]] += sign * self._n[index]


class _Histories:
    """Numbers for histories: two cohorts have the same number when they were in the very same publications."""

    def __init__(self, published: Mapping[Cell, Sequence[int]]) -> None:
        self._published = published
        self._numbers: dict[frozenset[tuple[Cell, int]], int] = {frozenset(): NEVER}

    def of(self, cohort: Cohort) -> int:
        if cohort.since == MOVED:
            return UNKNOWN
        # A group's releases from one of them on are told apart by where they begin.
        seen = frozenset(
            (cell, begin)
            for cell in cells_of(cohort.key)
            if cell is not None
            and cell in self._published
            and (begin := bisect_left(self._published[cell], cohort.since)) < len(self._published[cell])
        )
        return self._numbers.setdefault(seen, len(self._numbers))
