"""Released comparison groups: which one fits a profile, and its figures. Histograms never leave this module."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from django.utils.timezone import localdate

from digitalradar.region.queries import current_region

from ..benchmark import ANY, Cell, Key, cells_of, normal_place
from ..models import BenchmarkCell
from ..scoring import cell as closest_cell
from ..scoring import percentile

OVERALL = "overall"
HIDDEN = {"visible": False}


@dataclass(frozen=True)
class ReleasedGroup:
    """One group of companies, the same for all dimensions; ``level`` 1 (closest) to 6 (all) as in scoring.md."""

    level: int
    key: Cell
    is_example: bool
    _cells: Mapping[str, BenchmarkCell] = field(repr=False)

    @property
    def n(self) -> int:
        """Companies with an overall value."""
        return self._cells[OVERALL].n or 0

    @property
    def dimensions(self) -> list[str]:
        return sorted(self._cells)

    def released_on(self, dimension: str = OVERALL) -> date:
        """Return the day on which the figures of a dimension were published."""
        return localdate(self._cells[dimension].release.finished_at)

    def figures(self, dimension: str, own: int | None = None) -> dict[str, Any]:
        """Return ``visible, n, percentile, shown, q1, median, q3`` on the scale 0 to 100 as text.

        Only ``visible: false`` where the group is hidden in this dimension.
        """
        found = self._cells.get(dimension)
        if found is None:
            return dict(HIDDEN)
        histogram = {str(value): count for value, count in enumerate(found.counts) if count}
        return percentile(histogram=histogram, own=own)


def group_for(family: str, profile: Mapping[str, str]) -> ReleasedGroup | None:
    """Return the closest released group of a company, by the order of the scoring rules; None when there is none.

    Example groups answer only where there are no real ones, and only in the example region.
    """
    key = (profile.get("sector", ""), profile.get("size", ""), normal_place(profile.get("region", "")))
    kinds = [False, True] if current_region().is_example else [False]
    cells = _cells(family, [cell for cell in cells_of(key) if cell], kinds)
    found = (_closest([cell for cell in cells if cell.is_example == kind], key) for kind in kinds)
    return next((group for group in found if group), None)


def exact_group(family: str, key: Cell, *, is_example: bool = False) -> ReleasedGroup | None:
    """Return this very group (``*`` for all) if it is released."""
    return _group(_cells(family, [key], [is_example]), key)


def released_cells(
    family: str, profile: Mapping[str, str], *, fallback: bool = True, is_example: bool = False
) -> dict[str, Any]:
    """Return what may be told to anybody about a group: the fields of scoring.md, section 20, without percentiles.

    ``profile`` holds ``sector``, ``size`` and ``region`` as far as asked for. With ``fallback`` the closest group is
    taken, else exactly the one asked for. ``visible: false`` and nothing more where there is none.
    """
    key = (profile.get("sector", ""), profile.get("size", ""), normal_place(profile.get("region", "")))
    wanted: Cell = (key[0] or ANY, key[1] or ANY, key[2] or ANY)
    if fallback:
        group = _closest(_cells(family, [cell for cell in cells_of(key) if cell], [is_example]), key)
    else:
        group = exact_group(family, wanted, is_example=is_example)
    if group is None:
        return dict(HIDDEN)
    sector, size, region = group.key
    return {
        "visible": True,
        "level": group.level,
        "sector": sector,
        "size": size,
        "region": region,
        "n": group.n,
        "released_on": group.released_on().isoformat(),
        "is_example": group.is_example,
        "dimensions": {dimension: _told(group, dimension) for dimension in group.dimensions},
    }


def _told(group: ReleasedGroup, dimension: str) -> dict[str, Any]:
    figures = group.figures(dimension)
    told = {name: figures[name] for name in ("visible", "n", "q1", "median", "q3")}
    return told | {"released_on": group.released_on(dimension).isoformat()}


def _cells(family: str, keys: list[Cell], kinds: list[bool]) -> list[BenchmarkCell]:
    one_of = reduce(or_, (Q(sector=sector, size=size, region=region) for sector, size, region in keys))
    shown = BenchmarkCell.objects.filter(one_of, family=family, is_example__in=kinds, n__isnull=False)
    return list(shown.select_related("release"))


def _closest(cells: list[BenchmarkCell], key: Key) -> ReleasedGroup | None:
    sizes = [
        {"sector": cell.sector, "size": cell.size, "region": cell.region, "n": cell.n}
        for cell in cells
        if cell.dimension == OVERALL
    ]
    told = dict(zip(("sector", "size", "region"), key, strict=True))
    chosen = closest_cell(sizes, {name: value for name, value in told.items() if value})
    return _group(cells, (chosen["sector"], chosen["size"], chosen["region"])) if chosen["visible"] else None


def _group(cells: list[BenchmarkCell], key: Cell) -> ReleasedGroup | None:
    mine = {cell.dimension: cell for cell in cells if cell.place[2:] == key}
    if OVERALL not in mine:
        return None
    return ReleasedGroup(_level(key), key, mine[OVERALL].is_example, mine)


def _level(key: Cell) -> int:
    return 1 + next(level for level, cell in enumerate(cells_of(_as_company(key))) if cell == key)


def _as_company(key: Cell) -> Key:
    sector, size, region = ("" if part == ANY else part for part in key)
    return sector, size, region
