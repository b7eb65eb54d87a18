"""Geometry of the folding rule: pure functions that return numbers and path data for SVG attributes.

A strict content security policy forbids inline styles, so every position is an attribute of a drawing.
"""

from decimal import Decimal

RULER_LEFT, RULER_STEP = 12.0, 97.25
"""Where stage 1 lies in the drawing of the score ruler (414 units wide), and how far a stage reaches."""

LONG, HALF, SHORT = 20, 12, 7


def ruler_x(value: float | Decimal) -> float:
    """The place of a value between 1 and 5 on the ruler; values outside end at its ends."""
    inside = min(max(float(value), 1.0), 5.0)
    return round(RULER_LEFT + (inside - 1) * RULER_STEP, 2)


def ruler_ticks(top: float) -> str:
    """Path data of all ticks from 1 to 5: one each tenth, longer at halves, longest at whole stages."""
    ticks = []
    for tenth in range(41):
        length = LONG if tenth % 10 == 0 else HALF if tenth % 5 == 0 else SHORT
        ticks.append(f"M{ruler_x(1 + tenth / 10):g} {top:g}v{length}")
    return "".join(ticks)


def part_ticks(first: int, last: int) -> str:
    """Path data of the ticks ``first`` to ``last`` of one part of the folding rule, which is 1 unit high."""
    return "".join(f"M{place} 0v.25" for place in range(first, last + 1))
