"""Prove that published groups equal the contributions they were published from, as far as these still exist."""

from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ..benchmark import MOVED, cells_of
from ..benchmark.frozen import no_counts
from ..models import BenchmarkCell, Contribution
from ..queries.contributions import CHUNK, FIELDS

Place = tuple[str, ...]  # family, dimension, sector, size, region


@dataclass
class Proof:
    """How many groups were found equal, and a line for each that is not."""

    exact: int = 0
    partly: int = 0
    differences: list[str] = field(default_factory=list)


def recount(*, is_example: bool = False) -> Proof:
    """Compare every shown group with the surviving contributions of its release.

    While none of a family's contributions was changed or deleted since, the group has to equal them exactly. After
    that those that are left must all be found in it: more of one value than were published is a difference.
    """
    cells = {
        cell.place: cell
        for cell in BenchmarkCell.objects.filter(is_example=is_example, n__isnull=False).select_related("release")
    }
    survivors, untouched = _survivors(cells, is_example=is_example)
    proof = Proof()
    for place, cell in sorted(cells.items()):
        found = survivors[place]
        is_whole = untouched[place[0], cell.release_id] == cell.release.counts.get(place[0], {}).get("companies")
        if sum(cell.counts) != cell.n:
            proof.differences.append(f"{cell}: the counts do not add up to the number of companies")
        elif any(left > published for left, published in zip(found, cell.counts, strict=True)):
            proof.differences.append(f"{cell}: a value has more contributions than were published")
        elif is_whole and list(found) != cell.counts:
            proof.differences.append(f"{cell}: not what its contributions come to")
        elif is_whole:
            proof.exact += 1
        else:
            proof.partly += 1
    return proof


def _survivors(
    cells: dict[Place, BenchmarkCell], *, is_example: bool
) -> tuple[dict[Place, array], Counter[tuple[str, int]]]:
    """Return per group what is left of its release, and per family and release how many rows are as they were."""
    counts: dict[Place, array] = defaultdict(no_counts)
    untouched: Counter[tuple[str, int]] = Counter()
    releases = {(cell.family, cell.release_id): cell.release.number for cell in cells.values()}
    rows = Contribution.objects.filter(is_example=is_example).values_list(*FIELDS)
    for family, sector, size, region, values, since, kept_since in rows.iterator(chunk_size=CHUNK):
        for (of_family, pk), number in releases.items():
            untouched[of_family, pk] += of_family == family and since is not None and since <= number
        for group in filter(None, cells_of((sector, size, region))):
            for dimension, value in values.items():
                cell = cells.get((family, dimension, *group))
                if cell and _was_in(cell.release.number, since, kept_since.get(dimension)):
                    counts[cell.place][value] += 1
    return counts, untouched


def _was_in(number: int, since: int | None, kept_since: int | None) -> bool:
    """Tell whether a value as it is now was part of this release."""
    if since is not None and since <= number:
        return True
    return kept_since is not None and MOVED < kept_since <= number
