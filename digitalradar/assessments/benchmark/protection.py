"""Which groups must not be published beside the others, or beside what was published before."""

from collections.abc import Mapping, Sequence

from ..scoring.constants import BENCHMARK_FLOOR, CHANGES_FOR_RELEASE
from .decision import Decision, Past, Reason
from .frozen import Cohort
from .groups import Cell, contains, level_of
from .ledger import Ledger
from .rectangles import crossing


def refused(plan: Mapping[Cell, Decision], cohorts: Sequence[Cohort], past: Mapping[Cell, Past]) -> list[Cell]:
    """Return the groups among those to be published that would tell of too few companies.

    From the closest groups to the widest. Where a wide one would tell of too few, the smallest group inside it gives
    way, as in the rule of partitions; when even that does not help, the wide one does. A wide group that is shown
    already rather waits a month than keep a new one inside it from being shown at all. What can be worked out from
    the others anyway may as well be shown.
    """
    ledger = Ledger(cohorts, {cell: before.releases for cell, before in past.items()})
    wanted = [cell for cell, decision in plan.items() if decision.is_published]
    for cell in sorted(wanted, key=lambda cell: (level_of(cell), -plan[cell].n, cell)):
        if _is_safe(ledger, cell, plan):
            ledger.accept([cell])
        else:
            _make_room(ledger, cell, plan)
    for cell in sorted(set(wanted) - ledger.accepted, key=lambda cell: (-level_of(cell), cell)):
        if ledger.completes(cell):
            ledger.accept([cell])
    return [cell for cell in wanted if cell not in ledger.accepted]


def _is_safe(ledger: Ledger, cell: Cell, plan: Mapping[Cell, Decision]) -> bool:
    """Tell whether ten protect each other among what is published now, and enough beside what was published before.

    Enough are five for a group that is shown already: the changes of one release. A group that is not needs ten,
    unless it tells of newcomers alone, because everybody else in it could be worked out before.
    """
    if ledger.follows(cell):
        return True
    crowd = ledger.crowd(cell)
    if crowd.now < BENCHMARK_FLOOR:
        return False
    is_shown = plan[cell].reason != Reason.NEW
    if (is_shown or not crowd.others) and crowd.ever >= CHANGES_FOR_RELEASE:
        return True
    enough = CHANGES_FOR_RELEASE if is_shown else BENCHMARK_FLOOR
    return crowd.ever + crossing(ledger, cell, enough - crowd.ever) >= enough


def _make_room(ledger: Ledger, cell: Cell, plan: Mapping[Cell, Decision]) -> None:
    """Withdraw groups inside this one, the smallest first, until it is safe; none when all of them do not suffice.

    What turns out to have been withdrawn for nothing comes back.
    """
    may_wait = plan[cell].reason != Reason.NEW
    inside = sorted(
        (
            other
            for other in ledger.accepted
            if contains(cell, other) and not (may_wait and plan[other].reason == Reason.NEW)
        ),
        key=lambda other: (plan[other].n, other),
    )
    ledger.withdraw(inside)
    if not _is_safe(ledger, cell, plan):
        ledger.accept(inside)
        return
    ledger.accept(inside)
    withdrawn = []
    while not _is_safe(ledger, cell, plan):
        withdrawn.append(inside.pop(0))
        ledger.withdraw(withdrawn[-1:])
    ledger.accept([cell])
    for other in reversed(withdrawn):
        if _is_safe(ledger, other, plan):
            ledger.accept([other])
