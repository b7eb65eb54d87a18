"""How good an order of results is, from judged queries."""

import math
from collections.abc import Mapping, Sequence

DEPTH, EARLY = 10, 5
EXACT = 2  # the grade "this very subject"


def ndcg(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the normalised discounted cumulative gain of the first ten (0 to 1), with gains of 2^grade - 1."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:DEPTH])
    return _gain([grades.get(slug, 0) for slug in ranked[:DEPTH]]) / ideal


def recall(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return the share of all helpful guides that stand among the first five."""
    return len(set(ranked[:EARLY]) & set(grades)) / len(grades)


def reciprocal_rank(ranked: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 / place of the first guide about this very subject, 0 if none was found."""
    places = (place for place, slug in enumerate(ranked, 1) if grades.get(slug) == EXACT)
    return next((1 / place for place in places), 0.0)


def _gain(grades: Sequence[int]) -> float:
    return sum((2**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))
