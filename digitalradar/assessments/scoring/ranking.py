"""What first: which measures are listed, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from .catalogue import Catalogue
from .constants import LIST_LENGTH
from .measures import MeasureValue

OWN_VALUE, INHERITED, LARGEST_GAP = "own_value", "inherited", "largest_gap"


@dataclass(frozen=True, slots=True)
class RankedMeasure:
    """A listed measure.

    ``waits_for`` are its unsatisfied prerequisites in the order of ``requires``, ``needed_for`` the
    listed measures that wait for it in catalogue order. ``priority`` is the highest own value
    among it and all that directly or indirectly wait for it, ``source`` whose value that is.
    ``leads_to`` are the dimensions it lifts itself or opens the way to. ``reason`` says what gave
    it its place: ``own_value``, ``inherited`` or ``largest_gap`` (the rule of the third place).
    """

    value: MeasureValue
    waits_for: tuple[str, ...]
    needed_for: tuple[str, ...]
    priority: Fraction
    source: str
    leads_to: frozenset[str]
    reason: str


def rank_measures(
    catalogue: Catalogue, values: Mapping[str, MeasureValue], largest_gap: str | None
) -> list[RankedMeasure]:
    """Return the listed measures in the order in which to tackle them."""
    listed = _listed(catalogue, values)
    waits_for = {name: tuple(n for n in values[name].measure.requires if n in listed) for name in listed}
    needed_for = {name: tuple(n for n in listed if name in waits_for[n]) for name in listed}
    inherited = _inherit(catalogue, values, needed_for)
    rank = sorted(
        listed,
        key=lambda name: (-inherited[name].priority, -values[name].own, values[name].measure.effort),
    )  # stable: the last tie keeps the order of the catalogue
    ordered = []
    for name, by_gap_rule in _place(rank, waits_for, inherited, largest_gap):
        source = inherited[name].source
        reason = LARGEST_GAP if by_gap_rule else OWN_VALUE if source == name else INHERITED
        ordered.append(
            RankedMeasure(
                value=values[name],
                waits_for=waits_for[name],
                needed_for=needed_for[name],
                priority=inherited[name].priority,
                source=source,
                leads_to=inherited[name].leads_to,
                reason=reason,
            )
        )
    return ordered


@dataclass(frozen=True, slots=True)
class _Inherited:
    priority: Fraction
    source: str
    leads_to: frozenset[str]


def _listed(catalogue: Catalogue, values: Mapping[str, MeasureValue]) -> list[str]:
    """Return, in catalogue order, measures with a benefit and step by step what they still require."""
    chosen = set()
    for measure in reversed(catalogue.prerequisites_first):
        value = values[measure.id]
        if not value.is_satisfied and (value.benefit or measure.id in chosen):
            chosen.add(measure.id)
            chosen.update(name for name in measure.requires if not values[name].is_satisfied)
    return [measure.id for measure in catalogue.measures if measure.id in chosen]


def _inherit(
    catalogue: Catalogue, values: Mapping[str, MeasureValue], needed_for: Mapping[str, tuple[str, ...]]
) -> dict[str, _Inherited]:
    """Hand priorities and dimensions down from what waits to what it waits for."""
    result: dict[str, _Inherited] = {}
    for measure in reversed(catalogue.prerequisites_first):
        if measure.id not in needed_for:
            continue
        value = values[measure.id]
        best, leads_to = _Inherited(value.own, measure.id, frozenset()), value.leads_to
        for name in needed_for[measure.id]:
            waiter = result[name]
            leads_to |= waiter.leads_to
            if waiter.priority > best.priority:
                best = waiter
        result[measure.id] = _Inherited(best.priority, best.source, leads_to)
    return result


def _place(
    rank: list[str],
    waits_for: Mapping[str, tuple[str, ...]],
    inherited: Mapping[str, _Inherited],
    largest_gap: str | None,
) -> list[tuple[str, bool]]:
    """Take the best free measure again and again; say for each whether the gap rule chose it."""
    placed: dict[str, bool] = {}
    waiting = list(rank)
    while waiting:
        free = [name for name in waiting if all(other in placed for other in waits_for[name])]
        by_gap_rule = False
        if largest_gap is not None and len(placed) == LIST_LENGTH - 1:
            leading = [name for name in free if largest_gap in inherited[name].leads_to]
            if leading and not any(largest_gap in inherited[name].leads_to for name in placed):
                free, by_gap_rule = leading, True
        placed[free[0]] = by_gap_rule
        waiting.remove(free[0])
    return list(placed.items())
