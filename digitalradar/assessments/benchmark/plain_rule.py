"""The rule of the scoring engine for one group (ten companies, five changes) and for groups that share a whole."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..scoring.cells import ANY, release
from ..scoring.constants import BENCHMARK_FLOOR, NOT_STATED
from ..scoring.small_groups import shown_groups
from .decision import NEVER_PUBLISHED, Action, Decision, Past, Reason
from .frozen import Cohort
from .groups import Cell, cells_of
from .memory import MOVED


def plain_decisions(cohorts: Sequence[Cohort], past: Mapping[Cell, Past]) -> dict[Cell, Decision]:
    """Decide each group that has companies or is shown for itself."""
    sizes: Counter[Cell] = Counter()
    stayed: Counter[Cell] = Counter()
    for cohort in cohorts:
        for cell in filter(None, cells_of(cohort.key)):
            sizes[cell] += cohort.n
            before = past.get(cell, NEVER_PUBLISHED)
            if before.is_shown and MOVED < cohort.since <= before.releases[-1]:
                stayed[cell] += cohort.n
    shown = {cell for cell, before in past.items() if before.is_shown}
    return {
        cell: _decision(sizes[cell], past.get(cell, NEVER_PUBLISHED).n, stayed[cell]) for cell in shown.union(sizes)
    }


def _decision(n: int, published: int | None, stayed: int) -> Decision:
    # Whoever changed a value both went and came, so the larger of the two is never more than what really changed.
    changed = max(n, published or 0) - stayed
    action = Action(release(n, published, changed)["action"])
    reasons = {
        Action.HIDE: Reason.TOO_SMALL,
        Action.KEEP: Reason.FEW_CHANGES,
        Action.PUBLISH: Reason.NEW if published is None else Reason.CHANGED,
    }
    return Decision(action, reasons[action], n)


def small_rests(cohorts: Sequence[Cohort]) -> Iterator[Cell]:
    """Yield the groups that the rule of partitions hides: regions of a sector and size, sectors of a size."""
    for parts in _partitions(cohorts).values():
        shown = shown_groups({name: n for name, (_cell, n) in parts.items()}, BENCHMARK_FLOOR)
        yield from (cell for name, (cell, _n) in parts.items() if name not in shown and name != NOT_STATED)


def _partitions(cohorts: Sequence[Cohort]) -> dict[Cell, dict[str, tuple[Cell, int]]]:
    """Return for each whole its parts by name, with their groups and sizes."""
    wholes: dict[Cell, dict[str, tuple[Cell, int]]] = defaultdict(dict)

    def add(whole: Cell, name: str, part: Cell, n: int) -> None:
        wholes[whole][name or NOT_STATED] = (part, wholes[whole].get(name or NOT_STATED, (part, 0))[1] + n)

    for (sector, size, region), _since, n in cohorts:
        if size:
            add((ANY, size, ANY), sector, (sector, size, ANY), n)
        if size and sector:
            add((sector, size, ANY), region, (sector, size, region), n)
    return wholes
