"""Narrowing by facets, with numbers as sets: one bit per document."""

from collections.abc import Collection, Mapping, Sequence

Facets = Mapping[str, Mapping[str, int]]
Filters = Mapping[str, Collection[str]]


def mask(facets: Facets, filters: Filters, everything: int) -> int:
    """Return the documents that have one of the values in every facet filtered by; unknown values have none."""
    for facet, values in filters.items():
        everything &= any_of(facets, facet, values)
    return everything


def any_of(facets: Facets, facet: str, values: Collection[str]) -> int:
    """Return the documents that have at least one of the values."""
    found = 0
    for value in values:
        found |= facets.get(facet, {}).get(value, 0)
    return found


def counts(facets: Facets, filters: Filters, hits: int, hidden: Sequence[str] = ()) -> dict[str, dict[str, int]]:
    """Return how many of the hits each value has, each facet counted without its own filter."""
    narrowed = {facet: any_of(facets, facet, values) for facet, values in filters.items()}
    found = {}
    for facet, values in facets.items():
        if facet in hidden:
            continue
        left = hits
        for other, documents in narrowed.items():
            if other != facet:
                left &= documents
        found[facet] = {value: (documents & left).bit_count() for value, documents in values.items()}
    return found
