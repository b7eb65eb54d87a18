"""From concepts to ranked documents."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from .concepts import Concept
from .impacts import LARGEST

COVERAGE_POWER = 1.0  # how hard a document is punished for words of the query it does not have
Postings = tuple[Sequence[int], Sequence[int]]  # numbers of documents, their impacts


@dataclass(frozen=True)
class Scored:
    """What came out: score by document number, and which concepts each document answers (bits by place)."""

    scores: dict[int, float]
    answered: dict[int, int]


def scored(concepts: Iterable[Concept], postings: Callable[[str], Postings], documents: int) -> Scored:
    """Return every document that answers at least one concept."""
    found = [(place, concept, _best(concept, postings)) for place, concept in enumerate(concepts)]
    known = [(place, concept.share * _rarity(len(best), documents), best) for place, concept, best in found if best]
    total = sum(rarity for _place, rarity, _best in known)
    sums: dict[int, float] = {}
    covered: dict[int, float] = {}
    answered: dict[int, int] = {}
    for place, rarity, best in known:
        for number, impact in best.items():
            sums[number] = sums.get(number, 0.0) + rarity * impact
            covered[number] = covered.get(number, 0.0) + rarity
            answered[number] = answered.get(number, 0) | 1 << place
    return Scored(
        {number: value * (covered[number] / total) ** COVERAGE_POWER for number, value in sums.items()}, answered
    )


def _rarity(having: int, documents: int) -> float:
    """Return the inverse document frequency: a word that half of all documents have tells little."""
    return math.log(1 + (documents - having + 0.5) / (having + 0.5))


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
