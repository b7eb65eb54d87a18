"""From concepts to ranked documents."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .concepts import Alternative, Concept
from .impacts import LARGEST

BASE_WEIGHT = 2.0  # of every word, however common: among few documents a rare word is rare by accident
MOST_REMEMBERED = 64  # concepts; each takes 80 kB among 10,000 documents
Postings = tuple[Sequence[int], Sequence[int]]  # numbers of documents, their impacts


@dataclass(frozen=True)
class Answer:
    """How well each document answers one concept (0 to 1), by number, and how many are about it.

    Documents that answer it weakly, through a part of a word in one sentence, count as the part they are of the best.
    """

    values: np.ndarray
    having: float


class Answers:
    """Finds out which documents answer a concept, and remembers the last ones: people add words and turn pages."""

    def __init__(self, postings: Callable[[str], Postings]) -> None:
        self._postings = postings
        self._known: dict[tuple[int, tuple[Alternative, ...]], Answer] = {}

    def to(self, concept: Concept, size: int) -> Answer:
        """Return what answers a concept among ``size`` numbers: of each document its best alternative counts."""
        key = (size, tuple(concept.alternatives()))
        known = self._known.get(key)
        if known is None:
            best = self._best(key[1], size)
            largest = float(best.max(initial=0.0))
            known = Answer(best, float(best.sum()) / largest if largest else 0.0)
            if len(self._known) >= MOST_REMEMBERED:
                self._known = {}
            self._known[key] = known
        return known

    def _best(self, alternatives: Iterable[Alternative], size: int) -> np.ndarray:
        best = np.zeros(size)
        for alternative in alternatives:
            numbers, impacts = self._joined(alternative.terms, size)
            best[numbers] = np.maximum(best[numbers], _scaled(alternative.weight)[impacts])
        return best

    def _joined(self, terms: Sequence[str], size: int) -> Postings:
        """Return the documents that have all the terms; the weakest of the terms counts."""
        first, *others = map(self._postings, terms)
        if not others:
            return first
        weakest = _dense(first, size)
        for other in others:
            weakest = np.minimum(weakest, _dense(other, size))
        numbers = np.flatnonzero(weakest)
        return numbers, weakest[numbers]


def scored(concepts: Iterable[Concept], answers: Answers, documents: int, size: int) -> np.ndarray:
    """Return a score for each document number below ``size``; 0 for those that answer nothing.

    ``documents`` is how many there are, for weighing rare words.
    """
    sums = np.zeros(size)
    for concept in concepts:
        answer = answers.to(concept, size)
        rarity = math.log(1 + max(0.0, documents - answer.having + 0.5) / (answer.having + 0.5))
        sums += concept.share * (BASE_WEIGHT + rarity) * answer.values
    return sums


def _dense(postings: Postings, size: int) -> np.ndarray:
    numbers, impacts = postings
    found = np.zeros(size, dtype=np.uint8)
    found[numbers] = impacts
    return found


@lru_cache(maxsize=256)
def _scaled(weight: float) -> np.ndarray:
    """Return what each impact comes to under a weight; there are only a few different weights."""
    return np.arange(LARGEST + 1) * weight / LARGEST
