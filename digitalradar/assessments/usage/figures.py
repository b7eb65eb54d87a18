"""Single figures: shares, minutes, medians."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction
from math import floor

LONGEST = 180  # minutes; whoever takes longer has gone away in between
LONGER = "longer"
HALF = Fraction(1, 2)


def percent(part: int, whole: int) -> int | None:
    """Return the share in whole percent, halves rounded up; None of nothing."""
    return floor(Fraction(100 * part, whole) + HALF) if whole else None


def minutes_key(begun: datetime, finished: datetime) -> str:
    """Return how long a run took in whole minutes, or ``longer``; a clock that was set back counts as 0."""
    minutes = max(0, int((finished - begun).total_seconds() // 60))
    return str(minutes) if minutes <= LONGEST else LONGER


def median_minutes(counts: Mapping[str, int]) -> int | None:
    """Return the median of counted minutes {minutes: n}, halves rounded up; ``longer`` takes no part."""
    ordered = sorted((int(key), n) for key, n in counts.items() if key != LONGER and n)
    total = sum(n for _minutes, n in ordered)
    if not total:
        return None
    middles = ((total - 1) // 2, total // 2)
    return floor(Fraction(sum(_at(ordered, place) for place in middles), 2) + HALF)


def _at(ordered: list[tuple[int, int]], place: int) -> int:
    for minutes, n in ordered:
        if place < n:
            return minutes
        place -= n
    raise IndexError(place)
