"""Breakdowns in which no small group can be found, not even by subtracting two periods."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..scoring import partition
from ..scoring.constants import NOT_STATED

FLOOR = 5


@dataclass(frozen=True)
class Breakdown:
    """What may be shown of a period.

    ``shown`` counts the runs of each group in the quarters in which the group may be shown, ``partly`` names the groups
    that may not be shown in all of them (their number is a lower bound), ``rest`` counts everybody else.
    A group that may be shown in no quarter is missing in ``shown``.
    """

    shown: dict[str, int] = field(default_factory=dict)
    partly: frozenset[str] = frozenset()
    rest: int = 0

    @property
    def total(self) -> int:
        return sum(self.shown.values()) + self.rest


def break_down(quarters: Iterable[Mapping[str, int]], groups: Sequence[str]) -> Breakdown:
    """Add up what may be shown of each quarter {group: runs}; the empty group has told nothing.

    ``groups`` are those of the catalogue, in order; others that occur follow them.
    """
    parts = [part for part in map(Counter, quarters) if part.total()]  # a quarter without runs hides nobody
    others = sorted({group for part in parts for group in part if group} - set(groups))
    names = [*groups, *others]
    allowed = [_may_be_shown(part, names) for part in parts]
    shown = {
        name: sum(part[name] for part, safe in zip(parts, allowed, strict=True) if name in safe)
        for name in names
        if any(name in safe for safe in allowed)
    }
    partly = frozenset(name for name in shown if any(name not in safe for safe in allowed))
    return Breakdown(shown, partly, sum(part.total() for part in parts) - sum(shown.values()))


def _may_be_shown(part: Counter[str], names: Sequence[str]) -> set[str]:
    groups = {name: part[name] for name in names}
    return set(partition(groups | {NOT_STATED: part[""]}, FLOOR)["shown"])
