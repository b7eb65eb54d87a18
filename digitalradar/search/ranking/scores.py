"""From concepts to ranked documents."""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

from .concepts import Alternative, Concept
from .impacts import LARGEST

BASE_WEIGHT = 2.0  # of every word, however common: among few documents a rare word is rare by accident
Postings = tuple[Sequence[int], bytes]  # numbers of documents, their impacts


def scored(concepts: Iterable[Concept], postings: Callable[[str], Postings], documents: int, size: int) -> list[float]:
    """Return a score for each document number below ``size``; 0 for those that answer nothing.

    ``documents`` is how many there are, for weighing rare words.
    """
    sums = [0.0] * size
    for concept in concepts:
        best = _best(concept, postings)
        if not best:
            continue
        weight = concept.share * _weight(best.values(), documents)
        for number, value in best.items():
            sums[number] += weight * value
    return sums


def _weight(values: Collection[float], documents: int) -> float:
    """Return how much a concept tells: more if few documents are about it.

    Documents that answer it weakly, through a part of a word in one sentence, count as the part they are of the best.
    """
    having = sum(values) / max(values)
    return BASE_WEIGHT + math.log(1 + max(0.0, documents - having + 0.5) / (having + 0.5))


def _best(concept: Concept, postings: Callable[[str], Postings]) -> dict[int, float]:
    """Return by document number how well it answers one concept (0 to 1): its best alternative counts."""
    best: dict[int, float] = {}
    for alternative in concept.alternatives():
        values = _values(alternative, postings)
        if not best:
            best = values
            continue
        for number, value in values.items():
            if value > best.get(number, 0.0):
                best[number] = value
    return best


def _values(alternative: Alternative, postings: Callable[[str], Postings]) -> dict[int, float]:
    """Return the documents that have all terms of an alternative; the weakest of the terms counts."""
    (numbers, impacts), *others = (postings(term) for term in alternative.terms)
    scaled = _scaled(alternative.weight)
    if not others:
        return dict(zip(numbers, map(scaled.__getitem__, impacts), strict=True))
    found = dict(zip(numbers, impacts, strict=True))
    for other in others:
        having = dict(zip(*other, strict=True))
        found = {number: min(impact, having[number]) for number, impact in found.items() if number in having}
    return {number: scaled[impact] for number, impact in found.items()}


@lru_cache(maxsize=256)
def _scaled(weight: float) -> list[float]:
    """Return what each impact comes to under a weight; there are only a few different weights."""
    return [impact * weight / LARGEST for impact in range(LARGEST + 1)]
