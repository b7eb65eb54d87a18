"""Which groups must not be published beside the others, or beside what was published before."""

from collections.abc import Mapping, Sequence

from ..scoring.constants import BENCHMARK_FLOOR, CHANGES_FOR_RELEASE
from .decision import Decision, Past, Reason
from .frozen import Cohort
from .groups import Cell, contains, level_of
from .ledger import Ledger


def refused(plan: Mapping[Cell, Decision], cohorts: Sequence[Cohort], past: Mapping[Cell, Past]) -> list[Cell]:
    """Return the groups among those to be published that would tell of too few companies.

    From the closest groups to the widest. Where a wide one would tell of too few, the smallest group inside it gives
    way, as in the rule of partitions; when even that does not help, the wide one does.
    """
    ledger = Ledger(cohorts, {cell: before.releases for cell, before in past.items()})
    wanted = [cell for cell, decision in plan.items() if decision.is_published]
    for cell in sorted(wanted, key=lambda cell: (level_of(cell), -plan[cell].n, cell)):
        fewest = BENCHMARK_FLOOR if plan[cell].reason == Reason.NEW else CHANGES_FOR_RELEASE
        if _is_safe(ledger, cell, fewest) or _make_room(ledger, cell, fewest, plan):
            ledger.accept([cell])
    return [cell for cell in wanted if cell not in ledger.accepted]


def _is_safe(ledger: Ledger, cell: Cell, fewest: int) -> bool:
    """Tell whether at least ten protect each other among what is published now, and ``fewest`` beside what was."""
    if ledger.follows(cell):
        return True
    crowd = ledger.crowd(cell)
    return crowd.now >= BENCHMARK_FLOOR and crowd.ever >= fewest


def _make_room(ledger: Ledger, cell: Cell, fewest: int, plan: Mapping[Cell, Decision]) -> bool:
    """Withdraw groups inside this one, the smallest first, until it is safe; none when all of them do not suffice."""
    inside = sorted(
        (other for other in ledger.accepted if contains(cell, other)), key=lambda other: (plan[other].n, other)
    )
    ledger.withdraw(inside)
    if not _is_safe(ledger, cell, fewest):
        ledger.accept(inside)
        return False
    ledger.accept(inside)
    for other in inside:
        ledger.withdraw([other])
        if _is_safe(ledger, cell, fewest):
            break
    return True
