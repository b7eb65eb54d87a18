"""Rounding and the texts of numbers.

Everything is computed in exact fractions and rounded once, here, at the very end:
half away from zero, unlike Python's own ``round``.
"""

from fractions import Fraction

from .constants import POINTS_PER_STAGE
from .errors import INVALID_NUMBER, ScoringError


def round_half_up(value: Fraction) -> int:
    """Return the nearest whole number; a half goes away from zero (0.5 -> 1, -2.5 -> -3)."""
    nearest = (2 * abs(value.numerator) + value.denominator) // (2 * value.denominator)
    return nearest if value >= 0 else -nearest


def decimal_text(value: Fraction, places: int = 4) -> str:
    """Return the value with a fixed number of decimals, rounded half up: 2/3 -> ``"0.6667"``."""
    scaled = round_half_up(value * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{whole}.{rest:0{places}d}"


def plain_text(value: Fraction) -> str:
    """Return the value with at most four decimals and no idle zeros: 5/4 -> ``"1.25"``."""
    return decimal_text(value).rstrip("0").rstrip(".")


def exact_text(value: Fraction) -> str:
    """Return the reduced fraction: ``"175/4"``, or ``"50"`` for a whole number.

    Raises:
        ScoringError: it has more digits than Python writes (4300), as a catalogue of long weights may bring about.
    """
    try:
        return str(value)
    except ValueError:
        raise ScoringError(INVALID_NUMBER, "the weights lead to a fraction too long to be written") from None


def level_shown(score: Fraction) -> str:
    """Return the level 1.0 .. 5.0 of a score 0 .. 100 with one decimal, half up.

    The text never enters a stage that the score has not reached: where rounding would
    arrive at 1.5, 2.5, 3.5 or 4.5 from below, it is cut instead (1.4996 -> ``"1.4"``).
    """
    tenths = 10 + score * 10 / POINTS_PER_STAGE
    rounded = round_half_up(tenths)
    if rounded % 10 == 5 and tenths < rounded:
        rounded -= 1
    return f"{rounded // 10}.{rounded % 10}"


def level_difference(first: str, second: str) -> str:
    """Return ``first - second`` for two shown levels, so that a page with all three adds up."""
    return decimal_text(Fraction(first) - Fraction(second), places=1)


def level_change_shown(points: Fraction) -> str:
    """Return a change in points 0 .. 100 as a change in levels with one decimal, half up."""
    return decimal_text(points / POINTS_PER_STAGE, places=1)
