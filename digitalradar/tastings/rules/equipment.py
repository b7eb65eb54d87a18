"""No piece of equipment is at two places at once (T-2)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Use:
    """One piece of a kind of equipment at a station, from when to when."""

    equipment: int
    station: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True)
class Clash:
    """Too many stations want the same equipment from ``at`` on."""

    equipment: int
    at: datetime
    stations: tuple[str, ...]


def find_clash(uses: Iterable[Use], units: Mapping[int, int]) -> Clash | None:
    """Return the first moment at which more pieces are in use than there are, or None.

    The most pieces are in use when some use begins, so only beginnings are looked at. A use that ends when another
    begins hands its piece over.
    """
    by_equipment: dict[int, list[Use]] = {}
    for use in uses:
        by_equipment.setdefault(use.equipment, []).append(use)
    clashes = [
        Clash(equipment, at, tuple(sorted(use.station for use in running)))
        for equipment, own in by_equipment.items()
        for at in {use.starts_at for use in own}
        if len(running := [use for use in own if use.starts_at <= at < use.ends_at]) > units[equipment]
    ]
    return min(clashes, key=lambda clash: (clash.at, clash.equipment), default=None)
