"""Lay rounds one after the other around a break."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Part:
    """A round, or with a title a break; ``after`` counts minutes since the beginning of the date."""

    after: int
    minutes: int
    title: str = ""

    @property
    def until(self) -> int:
        return self.after + self.minutes


def lay_out(*, rounds: int, minutes: int, change: int = 0, pause: Part | None = None) -> list[Part]:
    """Return so many rounds of so many minutes, with ``change`` minutes in between to walk over, and the break.

    The break stands where it is said to; a round that would run into it begins after it.

    Raises:
        ValueError: the break would lie before or after all rounds.
    """
    parts: list[Part] = []
    at, open_pause = 0, pause
    for _number in range(rounds):
        if open_pause and at + minutes > open_pause.after:
            parts.append(open_pause)
            at, open_pause = open_pause.until, None
        parts.append(Part(at, minutes))
        at += minutes + change
    if pause and (open_pause or parts[0] == pause):
        raise ValueError("The break is not between two rounds")
    return parts


def overlapping(parts: Sequence[Part]) -> bool:
    """Tell whether two parts share a minute; one that begins when another ends does not."""
    order = sorted(parts, key=lambda part: (part.after, part.until))
    return any(later.after < earlier.until for earlier, later in pairwise(order))
