"""From concepts to ranked documents."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .concepts import Alternative, Concept
from .impacts import LARGEST

BASE_WEIGHT = 2.0  # of every word, however common: among few documents a rare word is rare by accident
MOST_REMEMBERED = 32  # concepts; one of a common word takes a megabyte among 10,000 documents
Postings = tuple[Sequence[int], bytes]  # numbers of documents, their impacts


@dataclass(frozen=True)
class Answer:
    """How well documents answer one concept (above 0, at most 1), by number, and how many are about it.

    Documents that answer it weakly, through a part of a word in one sentence, count as the part they are of the best.
    """

    values: dict[int, float]
    having: float


class Answers:
    """Finds out which documents answer a concept, and remembers the last ones: people add words and turn pages."""

    def __init__(self, postings: Callable[[str], Postings]) -> None:
        self._postings = postings
        self._known: dict[tuple[Alternative, ...], Answer] = {}

    def to(self, concept: Concept) -> Answer:
        """Return what answers a concept: of each document its best alternative counts."""
        alternatives = tuple(concept.alternatives())
        known = self._known.get(alternatives)
        if known is None:
            best = self._best(alternatives)
            known = Answer(best, sum(best.values()) / max(best.values()) if best else 0.0)
            if len(self._known) >= MOST_REMEMBERED:
                self._known = {}
            self._known[alternatives] = known
        return known

    def _best(self, alternatives: Iterable[Alternative]) -> dict[int, float]:
        best: dict[int, float] = {}
        for alternative in alternatives:
            values = self._values(alternative)
            if not best:
                best = values
                continue
            for number, value in values.items():
                if value > best.get(number, 0.0):
                    best[number] = value
        return best

    def _values(self, alternative: Alternative) -> dict[int, float]:
        """Return the documents that have all terms of an alternative; the weakest of the terms counts."""
        (numbers, impacts), *others = (self._postings(term) for term in alternative.terms)
        scaled = _scaled(alternative.weight)
        if not others:
            return dict(zip(numbers, map(scaled.__getitem__, impacts), strict=True))
        found = dict(zip(numbers, impacts, strict=True))
        for other in others:
            having = dict(zip(*other, strict=True))
            found = {number: min(impact, having[number]) for number, impact in found.items() if number in having}
        return {number: scaled[impact] for number, impact in found.items()}


def scored(concepts: Iterable[Concept], answers: Answers, documents: int, size: int) -> list[float]:
    """Return a score for each document number below ``size``; 0 for those that answer nothing.

    ``documents`` is how many there are, for weighing rare words.
    """
    sums = [0.0] * size
    for concept in concepts:
        answer = answers.to(concept)
        if not answer.values:
            continue
        rarity = math.log(1 + max(0.0, documents - answer.having + 0.5) / (answer.having + 0.5))
        weight = concept.share * (BASE_WEIGHT + rarity)
        for number, value in answer.values.items():
            sums[number] += weight * value
    return sums


@lru_cache(maxsize=256)
def _scaled(weight: float) -> list[float]:
    """Return what each impact comes to under a weight; there are only a few different weights."""
    return [impact * weight / LARGEST for impact in range(LARGEST + 1)]
