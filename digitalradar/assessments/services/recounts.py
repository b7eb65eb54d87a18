"""Prove that published groups equal the contributions they were published from, as far as these still exist."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from ..benchmark import MOVED, Counts, Key, cells_of
from ..benchmark.frozen import no_counts
from ..models import BenchmarkCell, Contribution
from ..queries.contributions import CHUNK, FIELDS

Place = tuple[str, ...]  # family, dimension, sector, size, region
Target = tuple[int, Counts]  # number of a release, and the counts of a group


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
    survivors, since = _survivors(cells, is_example=is_example)
    proof = Proof()
    for place, cell in sorted(cells.items()):
        found = survivors[place]
        is_whole = _untouched(since, cell) == cell.release.counts.get(cell.family, {}).get("companies")
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
) -> tuple[dict[Place, Counts], Counter[tuple[str, int | None]]]:
    """Return per group what is left of its release, and how many rows of a family are as they were since when."""
    counts: dict[Place, Counts] = defaultdict(no_counts)
    rows_since: Counter[tuple[str, int | None]] = Counter()
    targets: dict[tuple[str, Key], dict[str, list[Target]]] = {}
    rows = Contribution.objects.filter(is_example=is_example).values_list(*FIELDS)
    for family, sector, size, region, values, since, kept_since in rows.iterator(chunk_size=CHUNK):
        key = (sector, size, region)
        rows_since[family, since] += 1
        if (family, key) not in targets:
            targets[family, key] = _targets(cells, counts, family, key)
        for dimension, found in targets[family, key].items():
            if (value := values.get(dimension)) is not None:
                kept = kept_since.get(dimension)
                for number, group in found:
                    group[value] += _was_in(number, since, kept)
    return counts, rows_since


def _targets(
    cells: dict[Place, BenchmarkCell], counts: dict[Place, Counts], family: str, key: Key
) -> dict[str, list[Target]]:
    """Return by dimension the shown groups of a profile, each with the number of its release."""
    found: dict[str, list[Target]] = defaultdict(list)
    groups = set(cells_of(key))
    for place in cells:
        if place[0] == family and place[2:] in groups:
            found[place[1]].append((cells[place].release.number, counts[place]))
    return found


def _untouched(since: Counter[tuple[str, int | None]], cell: BenchmarkCell) -> int:
    """Return how many contributions of the family are as they were when this group was released."""
    return sum(
        n
        for (family, number), n in since.items()
        if family == cell.family and number is not None and number <= cell.release.number
    )


def _was_in(number: int, since: int | None, kept_since: int | None) -> bool:
    """Tell whether a value as it is now was part of this release."""
    if since is not None and since <= number:
        return True
    return kept_since is not None and MOVED < kept_since <= number
