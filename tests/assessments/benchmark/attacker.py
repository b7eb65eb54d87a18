"""Somebody who keeps every published group of every release and solves for single companies, in exact fractions.

Pages show five numbers of a group; this attacker is given all 101 counts, knows which companies are in which group
at any time, and knows when one of them changes. Only the values are unknown.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

Row = list[Fraction]


@dataclass(frozen=True)
class Unknown:
    """One value of one company, for as long as it stays the same."""

    company: int
    period: int


@dataclass(frozen=True)
class Publication:
    """A group as it was published: the values it adds up."""

    release: int
    cell: tuple[str, str, str]
    unknowns: frozenset[Unknown]


def fewest_companies(publications: list[Publication], below: int) -> int | None:
    """Return the smallest number of companies, under ``below``, that a sum of publications comes down to; else None.

    Companies that were in the same publications all along are alike, so classes of them are tried instead of each.
    """
    classes = _classes(publications)
    columns = [(column, size) for company, size in classes.items() for column in company]
    basis = _vanishing([column for column, size in columns if size >= below], publications)
    small = [(company, size) for company, size in sorted(classes.items()) if size < below]
    found = [
        sum(size for _company, size in chosen)
        for chosen in _choices(small, below - 1)
        if _comes_down_to(basis, small, chosen)
    ]
    return min(found, default=None)


def _classes(publications: list[Publication]) -> Counter[tuple[tuple[int, ...], ...]]:
    """Return how many companies have each pattern: for each of its values the publications that hold it."""
    patterns: dict[Unknown, list[int]] = defaultdict(list)
    for number, publication in enumerate(publications):
        for unknown in publication.unknowns:
            patterns[unknown].append(number)
    companies: dict[int, list[tuple[int, ...]]] = defaultdict(list)
    for unknown, numbers in patterns.items():
        companies[unknown.company].append(tuple(numbers))
    return Counter(tuple(sorted(values)) for values in companies.values())


def _vanishing(columns: list[tuple[int, ...]], publications: list[Publication]) -> list[Row]:
    """Return a basis of all sums in which the values of these columns cancel out."""
    rows = len(publications)
    basis = [[Fraction(int(row == place)) for place in range(rows)] for row in range(rows)]
    for column in sorted(set(columns)):
        basis = _cancel(basis, column)
    return basis


def _cancel(basis: list[Row], column: tuple[int, ...]) -> list[Row]:
    """Return the part of the space in which this column has no weight: one dimension less, or the same."""
    weights = [sum(row[number] for number in column) for row in basis]
    pivot = next((index for index, weight in enumerate(weights) if weight), None)
    if pivot is None:
        return basis
    return [
        [a - b * weight / weights[pivot] for a, b in zip(row, basis[pivot], strict=True)] if weight else row
        for index, (row, weight) in enumerate(zip(basis, weights, strict=True))
        if index != pivot
    ]


def _choices(small: list, most: int) -> Iterator[list]:
    """Yield every choice of classes with at most ``most`` companies together."""

    def extend(start: int, chosen: list, left: int) -> Iterator[list]:
        if chosen:
            yield chosen
        for index in range(start, len(small)):
            if small[index][1] <= left:
                yield from extend(index + 1, [*chosen, small[index]], left - small[index][1])

    yield from extend(0, [], most)


def _comes_down_to(basis: list[Row], small: list, chosen: list) -> bool:
    """Tell whether some sum has weight on the chosen companies and on nobody else."""
    rest = basis
    for company, _size in small:
        if (company, _size) not in chosen:
            for column in company:
                rest = _cancel(rest, column)
                if not rest:
                    return False
    return any(sum(row[number] for number in column) for row in rest for company, _size in chosen for column in company)
