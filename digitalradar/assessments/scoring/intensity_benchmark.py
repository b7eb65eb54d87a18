"""Compare an index score with the official shares of four bands.

A score s stands for the span from s - 0.5 to s + 0.5, so the bands 0-3, 4-6, 7-9 and 10-12 meet at
3.5, 6.5 and 9.5; inside a band companies are taken as spread evenly.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .benchmark import shown_percentile
from .errors import INVALID_NUMBER, INVALID_REQUEST, ScoringError
from .numbers import decimal_text
from .reading import read_decimal, read_integer, read_list, read_mapping, read_text

EDGES = (Fraction(-1, 2), Fraction(7, 2), Fraction(13, 2), Fraction(19, 2), Fraction(25, 2))
# The statistic begins at ten people: smaller companies are set beside the next class, with a caveat.
OFFICIAL_SIZES = {"1-9": "10-49", "10-49": "10-49", "50-249": "50-249", "250+": "GE250"}
MICRO = "1-9"
LARGEST_SUM_ERROR = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """Shares of the four bands, lowest first, of one country, year, index version and size class."""

    geo: str
    year: int
    version: str
    size: str
    shares: tuple[Fraction, ...]


def compare_with_official(
    benchmarks: object, version: str, size: str | None, score: int | None
) -> dict[str, Any] | None:
    """Return the comparison with the latest row of the own version and size class, None without one.

    All rows are checked, also those not used: a broken table is not half right.
    """
    rows = [_read_row(row, number) for number, row in enumerate(read_list(benchmarks, "benchmarks"))]
    if size is None or score is None:
        return None
    usable = [row for row in rows if row.version == version and row.size == OFFICIAL_SIZES[size]]
    if not usable:
        return None
    row = max(usable, key=lambda row: row.year)  # of equal years the first in the list
    place = percentile_of(row.shares, Fraction(score))
    return {
        "geo": row.geo,
        "year": row.year,
        "size": row.size,
        "dii_version": row.version,
        "percentile": decimal_text(place),
        "shown": shown_percentile(place),
        "median": decimal_text(median_of(row.shares)),
        "micro_caveat": size == MICRO,
    }


def percentile_of(shares: Sequence[Fraction], score: Fraction) -> Fraction:
    """Return the percentile 0..100 of a score -0.5..12.5; dividing by the sum repairs 99.99 or 100.01."""
    below = Fraction(0)
    for share, low, high in zip(shares, EDGES, EDGES[1:], strict=False):
        inside = min(max(score, low), high) - low
        below += share * inside / (high - low)
    return below * 100 / sum(shares)


def median_of(shares: Sequence[Fraction]) -> Fraction:
    """Return the score at the 50th percentile of the same model, the lowest such score."""
    missing = sum(shares, Fraction(0)) / 2
    for share, low, high in zip(shares, EDGES, EDGES[1:], strict=False):
        if share and missing <= share:
            return low + (high - low) * missing / share
        missing -= share
    raise AssertionError("half of the shares lies within the shares")


def _read_row(raw: object, number: int) -> OfficialRow:
    path = f"benchmarks[{number}]"
    item = read_mapping(raw, path)
    entries = read_list(item.get("shares"), f"{path}.shares")
    if len(entries) != len(EDGES) - 1:
        raise ScoringError(INVALID_REQUEST, "must hold the shares of four bands", f"{path}.shares")
    shares = tuple(
        read_decimal(entry, f"{path}.shares[{place}]", INVALID_NUMBER) for place, entry in enumerate(entries)
    )
    if min(shares) < 0 or abs(sum(shares, Fraction(0)) - 100) > LARGEST_SUM_ERROR:
        raise ScoringError(INVALID_NUMBER, "shares are not negative and add up to 100", f"{path}.shares")
    return OfficialRow(
        geo=read_text(item.get("geo"), f"{path}.geo"),
        year=read_integer(item.get("year"), f"{path}.year", INVALID_NUMBER, 0),
        version=read_text(item.get("dii_version"), f"{path}.dii_version"),
        size=read_text(item.get("size"), f"{path}.size"),
        shares=shares,
    )
