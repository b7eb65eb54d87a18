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
from .groups import Cell, cells_of, level_of, levels_inside, parents_of
from .memory import MOVED

Signature = tuple[Cell, ...]
Class = tuple[int, Signature]
NEVER = 0  # the history of whoever was in no publication
UNSEEN: Class = (NEVER, ())
NOW = -1  # in place of a release
UNKNOWN = -1  # of whoever was published before in another place: counts for nobody's protection


class Crowd(NamedTuple):
    """The fewest companies that a sum with the new group can come down to."""

    now: int  # in sums of groups published in this release only
    fresh: int  # in sums of all groups of all releases: those who came after the last publication of any group
    others: int  # and those who were there before: never published, or from classes that the group parts

    @property
    def ever(self) -> int:
        return self.fresh + self.others


class Ledger:
    """Companies of one dimension by what was published about them, while a release is put together."""

    def __init__(self, cohorts: Sequence[Cohort], published: Mapping[Cell, Sequence[int]]) -> None:
        """``published`` holds the numbers of the releases each group was published in, in rising order."""
        self.accepted: set[Cell] = set()
        self.members: dict[Cell, list[int]] = defaultdict(list)
        self.cohorts = cohorts
        self._n = [cohort.n for cohort in cohorts]
        self._cells = [cells_of(cohort.key) for cohort in cohorts]
        for index, cells in enumerate(self._cells):
            for cell in filter(None, cells):
                self.members[cell].append(index)
        self._latest = max((releases[-1] for releases in published.values() if releases), default=0)
        self._histories = _Histories(published)
        self._history = [self._histories.of(cohort) for cohort in cohorts]
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
            if kind := self.class_of(index):
                ever[kind] += self._n[index]
        fresh = sum(self._n[index] for index in self.members[cell] if self._is_fresh(index))
        parted = sum(min(n, self._ever[kind] - n) for kind, n in ever.items() if kind != UNSEEN)
        return Crowd(
            sum(n if not kind else min(n, self._now[kind] - n) for kind, n in now.items()),
            fresh,
            ever[UNSEEN] - fresh + parted,
        )

    def _is_fresh(self, index: int) -> bool:
        return self.class_of(index) == UNSEEN and self.cohorts[index].since > self._latest

    def class_of(self, index: int) -> Class | None:
        """Return what was published about a cohort, None when that is not known."""
        return None if self._history[index] == UNKNOWN else (self._history[index], self._signature[index])

    def size_of(self, kind: Class) -> int:
        """Return how many companies are in a class."""
        return self._ever[kind]

    def publications_of(self, index: int) -> list[tuple[Cell, int]]:
        """Return the groups a cohort was published in, each with the first of its releases that held it."""
        return [*self._histories.seen[self._history[index]], *((cell, NOW) for cell in self._signature[index])]

    def follows(self, cell: Cell) -> bool:
        """Tell whether a group is just the sum of accepted ones without overlap, so that it says nothing new."""
        return any(
            all(self._cells[index][level] in self.accepted for index in self.members[cell])
            for level in levels_inside(cell)
        )

    def completes(self, cell: Cell) -> bool:
        """Tell whether a group is just what accepted ones leave of an accepted wider one: known by subtraction."""
        level = level_of(cell)
        return any(
            {self._cells[index][level] for index in self.members[wide]} - self.accepted == {cell}
            for wide in parents_of(cell)
            if wide in self.accepted
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
        if kind := self.class_of(index):
            self._ever[kind] += sign * self._n[index]


class _Histories:
    """Numbers for histories: two cohorts have the same number when they were in the very same publications."""

    def __init__(self, published: Mapping[Cell, Sequence[int]]) -> None:
        self._published = published
        self._numbers: dict[frozenset[tuple[Cell, int]], int] = {frozenset(): NEVER}
        self.seen: list[frozenset[tuple[Cell, int]]] = [frozenset()]

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
        if seen not in self._numbers:
            self._numbers[seen] = len(self.seen)
            self.seen.append(seen)
        return self._numbers[seen]
