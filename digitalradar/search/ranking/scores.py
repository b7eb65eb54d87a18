"""From concepts to ranked documents."""

import math
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass

from .concepts import Concept
from .impacts import LARGEST

BASE_WEIGHT = 2.0  # of every word, however common: among few documents a rare word is rare by accident
Postings = tuple[Sequence[int], Sequence[int]]  # numbers of documents, their impacts


@dataclass(frozen=True)
class Scored:
    """What came out: score by document number, and which concepts each document answers (bits by place)."""

    scores: dict[int, float]
    answered: dict[int, int]


def scored(concepts: Iterable[Concept], postings: Callable[[str], Postings], documents: int) -> Scored:
    """Return every document that answers at least one concept."""
    sums: dict[int, float] = {}
    answered: dict[int, int] = {}
    for place, concept in enumerate(concepts):
        best = _best(concept, postings)
        if not best:
            continue
        weight = concept.share * _weight(best.values(), documents)
        for number, value in best.items():
            sums[number] = sums.get(number, 0.0) + weight * value
            answered[number] = answered.get(number, 0) | 1 << place
    return Scored(sums, answered)


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
        scale = alternative.weight / LARGEST
        first, *others = (postings(term) for term in alternative.terms)
        pairs = zip(*first, strict=True)
        for other in others:
            having = dict(zip(*other, strict=True))
            pairs = [(number, min(impact, having[number])) for number, impact in pairs if number in having]
        for number, impact in pairs:
            value = impact * scale
            if value > best.get(number, 0.0):
                best[number] = value
    return best
