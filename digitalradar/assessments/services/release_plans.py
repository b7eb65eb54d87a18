"""What a release would do, group by group: carried out by :mod:`services.releases`, shown by the back office."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Max

from ..benchmark import Action, Cell, Counts, Decision, FrozenSet, Key, Past, Reason, cells_of, decide
from ..models import BenchmarkRelease
from ..queries.contributions import frozen_set, past_cells
from ..scoring.constants import BENCHMARK_FLOOR


@dataclass(frozen=True)
class PlannedCell:
    """One group of one dimension in a release. ``key`` is sector, size and region, ``*`` for all.

    ``n`` is None below ten companies.
    """

    family: str
    dimension: str
    key: Cell
    n: int | None
    action: Action
    reason: Reason


@dataclass(frozen=True)
class PublishedCell:
    """A group with the counts that become its histogram."""

    family: str
    dimension: str
    key: Cell
    n: int
    counts: list[int]


@dataclass
class ReleasePlan:
    """All groups of a release; ``cells`` leaves out those that were not shown and stay so for lack of companies."""

    cells: list[PlannedCell]
    published: list[PublishedCell]
    summary: dict[str, dict[str, int]]

    @property
    def hidden(self) -> list[PlannedCell]:
        return [cell for cell in self.cells if cell.action == Action.HIDE]


def preview_release(family: str | None = None, *, is_example: bool = False) -> list[PlannedCell]:
    """Return what a release would do now, of one family or of all; nothing is written.

    Groups that are not shown and have too few companies are left out.
    """
    number = 1 + (BenchmarkRelease.objects.aggregate(last=Max("number"))["last"] or 0)
    plan = plan_release(frozen_set(is_example=is_example, pending=number), past_cells(is_example=is_example))
    return [cell for cell in plan.cells if family in (None, cell.family)]


def plan_release(frozen: FrozenSet, past: dict[tuple[str, str], dict[Cell, Past]]) -> ReleasePlan:
    """Decide every group of every dimension; ``summary`` says per family how many companies and groups there are."""
    plan = ReleasePlan([], [], {family: _summary(n) for family, n in frozen.companies.items() if n})
    for place in sorted({*frozen.slices, *past}):
        family, dimension = place
        before = past.get(place, {})
        decisions = decide(frozen.slices[place].cohorts, before)
        counts = plan.summary.setdefault(family, _summary(0))
        for cell, decision in sorted(decisions.items()):
            if decision.is_hidden and decision.reason == Reason.TOO_SMALL and not _is_shown(before, cell):
                continue
            counts[decision.action] += 1
            plan.cells.append(PlannedCell(family, dimension, cell, _told(decision), decision.action, decision.reason))
        plan.published.extend(
            PublishedCell(family, dimension, cell, decisions[cell].n, summed)
            for cell, summed in _summed(frozen.slices[place].counts, decisions)
        )
    return plan


def _summary(companies: int) -> dict[str, int]:
    return {"companies": companies, **{str(action): 0 for action in Action}}


def _is_shown(past: dict[Cell, Past], cell: Cell) -> bool:
    return cell in past and past[cell].is_shown


def _told(decision: Decision) -> int | None:
    return decision.n if decision.n >= BENCHMARK_FLOOR else None


def _summed(counts: dict[Key, Counts], decisions: dict[Cell, Decision]) -> Iterator[tuple[Cell, list[int]]]:
    """Yield each group to be published with its 101 counts."""
    inside: dict[Cell, list[Key]] = defaultdict(list)
    for key in counts:
        for cell in cells_of(key):
            if cell is not None and decisions[cell].is_published:
                inside[cell].append(key)
    for cell, keys in inside.items():
        yield cell, [sum(column) for column in zip(*(counts[key] for key in keys), strict=True)]
