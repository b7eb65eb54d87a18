"""Where an own value stands among those of other companies.

A cell is kept as 101 counts, one per whole score 0..100. Below ten companies nothing at
all is told, not even how many there are.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from .constants import BENCHMARK_FLOOR
from .errors import INVALID_NUMBER, INVALID_REQUEST, ScoringError
from .numbers import decimal_text, round_half_up
from .reading import read_integer, read_list, read_mapping

HIGHEST_SCORE = 100
Counts = Sequence[int]


def percentile(values: object = None, histogram: object = None, own: object = None) -> dict[str, Any]:
    """Return mid-rank percentile and quartiles of a cell.

    Give either ``values`` (whole scores 0..100) or ``histogram`` ({"0": count}). Without
    ``own`` there are quartiles alone. With fewer than ten values only ``visible: false``.
    """
    counts = _read_counts(values, histogram)
    mine = None if own is None else read_integer(own, "own", INVALID_NUMBER, 0, HIGHEST_SCORE)
    size = sum(counts)
    if size < BENCHMARK_FLOOR:
        return {"visible": False}
    rank = None if mine is None else mid_rank(counts, mine)
    return {
        "visible": True,
        "n": size,
        "percentile": None if rank is None else decimal_text(rank),
        "shown": None if rank is None else shown_percentile(rank),
        "q1": decimal_text(quartile(counts, Fraction(1, 4)), places=1),
        "median": decimal_text(quartile(counts, Fraction(1, 2)), places=1),
        "q3": decimal_text(quartile(counts, Fraction(3, 4)), places=1),
    }


def mid_rank(counts: Counts, own: int) -> Fraction:
    """Return the share of values below plus half of the equal ones, 0..100."""
    return Fraction(100 * (2 * sum(counts[:own]) + counts[own]), 2 * sum(counts))


def shown_percentile(rank: Fraction) -> int:
    """Return a percentile rounded half up and kept within 1..99: nobody is better than all."""
    return min(99, max(1, round_half_up(rank)))


def quartile(counts: Counts, share: Fraction) -> Fraction:
    """Return the value at a share of the ordered values; on a whole rank the mean with the next."""
    rank = share * sum(counts)
    if rank.denominator > 1:
        return Fraction(_value_at(counts, rank.numerator // rank.denominator + 1))
    return Fraction(_value_at(counts, rank.numerator) + _value_at(counts, rank.numerator + 1), 2)


def _value_at(counts: Counts, rank: int) -> int:
    passed = 0
    for value, count in enumerate(counts):
        passed += count
        if passed >= rank:
            return value
    raise AssertionError("a rank lies within the cell")


def _read_counts(values: object, histogram: object) -> list[int]:
    if (values is None) == (histogram is None):
        raise ScoringError(INVALID_REQUEST, "give either values or histogram", "values")
    counts = [0] * (HIGHEST_SCORE + 1)
    for number, value in enumerate(read_list(values, "values")):
        counts[read_integer(value, f"values[{number}]", INVALID_NUMBER, 0, HIGHEST_SCORE)] += 1
    for key, count in _histogram(histogram).items():
        counts[key] = count
    return counts


def _histogram(raw: object) -> dict[int, int]:
    counts: dict[int, int] = {}
    entries: Mapping[str, Any] = read_mapping(raw, "histogram")
    for key, count in entries.items():
        if key not in _HISTOGRAM_KEYS:
            raise ScoringError(INVALID_NUMBER, "the keys are whole scores from 0 to 100", "histogram")
        counts[_HISTOGRAM_KEYS[key]] = read_integer(count, f"histogram.{key}", INVALID_NUMBER, 0)
    return counts


_HISTOGRAM_KEYS = {str(value): value for value in range(HIGHEST_SCORE + 1)}
