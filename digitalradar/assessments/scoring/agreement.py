"""How far people agree on one statement: r_wg after James, Demaree and Wolf (1984)."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from .constants import HIGHEST_STAGE, LOWEST_STAGE, STAFF_FLOOR
from .errors import INVALID_ANSWER, INVALID_REQUEST, ScoringError
from .numbers import decimal_text
from .reading import read_integer, read_list

# Variance of five equally likely answers: (5 squared - 1) / 12.
VARIANCE_OF_CHANCE = 2
# The cut-offs are conventions.
LABELS = ((Fraction(7, 10), "agree"), (Fraction(3, 10), "mixed"), (Fraction(0), "split"))


def rwg(answers: object) -> dict[str, Any]:
    """Return the agreement inside a group of answers 1..5.

    Below five answers only ``visible: false``; below 0 the number is not shown (label ``none``).
    """
    if answers is None:
        raise ScoringError(INVALID_REQUEST, "must be a list", "answers")
    stages = [
        read_integer(value, f"answers[{number}]", INVALID_ANSWER, LOWEST_STAGE, HIGHEST_STAGE)
        for number, value in enumerate(read_list(answers, "answers"))
    ]
    if len(stages) < STAFF_FLOOR:
        return {"visible": False}
    value = within_group_agreement(stages)
    label = next((label for edge, label in LABELS if value >= edge), "none")
    return {
        "visible": True,
        "n": len(stages),
        "rwg": None if label == "none" else decimal_text(value),
        "label": label,
    }


def within_group_agreement(stages: Sequence[int]) -> Fraction:
    """Return 1 - s²/2 with the sample variance (divisor n - 1); 1 is full agreement."""
    n = len(stages)
    squares = n * sum(stage * stage for stage in stages) - sum(stages) ** 2
    return 1 - Fraction(squares, n * (n - 1) * VARIANCE_OF_CHANCE)
