"""Companies that protect each other although each was in other publications: where sectors cross sizes, or regions.

Published are all trades and all small companies, but not yet the small trades. Take four companies: a small and a
large trade, a small and a large shop. In every published group, small trade plus large shop weigh as much as large
trade plus small shop. The small trades alone break that balance, so whatever is added or subtracted, one of the four
stays in the sum. Four others give another one, and so on.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from .frozen import Cohort
from .groups import Cell, Key, level_of
from .ledger import UNSEEN, Class, Ledger

Corners = tuple[Key, Key, Key]  # beside, above, opposite
SECTOR_SIZE_REGION, SECTOR_SIZE = 0, 1  # levels with something narrower than two crossing groups


def crossing(ledger: Ledger, cell: Cell, enough: int) -> int:
    """Return how many companies a sum with this group cannot get rid of for that reason; stops at ``enough``.

    Nobody is taken whom :meth:`Ledger.crowd` counts: classes that the group parts, and who was never published.
    """
    if level_of(cell) not in (SECTOR_SIZE_REGION, SECTOR_SIZE):
        return 0
    inside = _inside(ledger, cell)
    index_of = {(cohort.key, cohort.since): index for index, cohort in enumerate(ledger.cohorts)}
    opposites = _by_common_part(ledger, cell)
    left = [cohort.n for cohort in ledger.cohorts]
    found = 0
    for index in ledger.members[cell]:
        kind = ledger.class_of(index)
        if kind is None or kind == UNSEEN or inside[kind] < ledger.size_of(kind):
            continue
        own = ledger.cohorts[index]
        for corners in _corners(own, opposites[own.since, _common_part(own, cell)], cell):
            square = [index, *(index_of.get((key, own.since), -1) for key in corners)]
            if -1 in square or not all(_is_outside(ledger, corner, inside) for corner in square[1:]):
                continue
            if (more := min(left[corner] for corner in square)) and _is_balanced(ledger, square):
                found += more
                for corner in square:
                    left[corner] -= more
            if found >= enough:
                return found
    return found


def _inside(ledger: Ledger, cell: Cell) -> Counter[Class]:
    counted: Counter[Class] = Counter()
    for index in ledger.members[cell]:
        if kind := ledger.class_of(index):
            counted[kind] += ledger.cohorts[index].n
    return counted


def _is_outside(ledger: Ledger, index: int, inside: Counter[Class]) -> bool:
    kind = ledger.class_of(index)
    return kind is not None and kind != UNSEEN and kind not in inside


def _common_part(cohort: Cohort, cell: Cell) -> str:
    """Return what the four have in common: the region where sectors cross sizes, the size where they cross regions."""
    return cohort.key[2] if level_of(cell) == SECTOR_SIZE else cohort.key[1]


def _by_common_part(ledger: Ledger, cell: Cell) -> dict[tuple[int, str], list[Cohort]]:
    found: dict[tuple[int, str], list[Cohort]] = defaultdict(list)
    for cohort in ledger.cohorts:
        found[cohort.since, _common_part(cohort, cell)].append(cohort)
    return found


def _corners(own: Cohort, opposites: list[Cohort], cell: Cell) -> Iterator[Corners]:
    """Yield the other three corners of each rectangle, by the profile that stands opposite."""
    sector, size, region = own.key
    for other in opposites:
        other_sector, other_size, other_region = other.key
        if other_sector == sector:
            continue
        if level_of(cell) == SECTOR_SIZE and other_size != size:
            yield (sector, other_size, region), (other_sector, size, region), other.key
        if level_of(cell) == SECTOR_SIZE_REGION and other_region != region:
            yield (sector, size, other_region), (other_sector, size, region), other.key


def _is_balanced(ledger: Ledger, square: list[int]) -> bool:
    """Tell whether own and opposite were in the very publications that beside and above were in, counted twice."""
    own, beside, above, opposite = (ledger.publications_of(index) for index in square)
    return sorted(own + opposite) == sorted(beside + above)
