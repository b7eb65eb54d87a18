"""Contributions as a release reads them: in one statement, one after the other, none of them kept."""

from collections import defaultdict

from ..benchmark import Cell, FrozenSet, Past
from ..models import BenchmarkCell, Contribution

FIELDS = ("family", "sector", "size", "region", "values", "since", "kept_since")
CHUNK = 5000


def frozen_set(*, is_example: bool, pending: int | None = None) -> FrozenSet:
    """Add up all contributions as they are at this moment.

    With ``pending``, the number of the next release, those count too that came since the last one.
    """
    frozen = FrozenSet(pending)
    rows = Contribution.objects.filter(is_example=is_example).values_list(*FIELDS)
    for family, sector, size, region, values, since, kept_since in rows.iterator(chunk_size=CHUNK):
        frozen.add(family, (sector, size, region), values, since, kept_since)
    return frozen.finished()


def past_cells(*, is_example: bool) -> dict[tuple[str, str], dict[Cell, Past]]:
    """Return what was ever published, by family and dimension."""
    found: dict[tuple[str, str], dict[Cell, Past]] = defaultdict(dict)
    fields = ("family", "dimension", "sector", "size", "region", "n", "releases")
    for family, dimension, *cell, n, releases in BenchmarkCell.objects.filter(is_example=is_example).values_list(
        *fields
    ):
        found[family, dimension][tuple(cell)] = Past(n, tuple(releases))
    return found
