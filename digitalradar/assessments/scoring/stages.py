"""From answers to points and from points to the five stages."""

from fractions import Fraction

from .constants import HIGHEST_STAGE, LOWEST_STAGE, POINTS_PER_STAGE


def question_score(stage: int) -> int:
    """Return 0, 25, 50, 75 or 100 points for stage 1..5."""
    return POINTS_PER_STAGE * (stage - LOWEST_STAGE)


def stage_of_score(score: Fraction) -> int:
    """Return the stage 1..5 of an unrounded score 0..100.

    The edges 12.5, 37.5, 62.5 and 87.5 belong to the upper stage. They lie halfway between
    the points of two stages, so this is the stage nearest to the mean answer.
    """
    halfway = Fraction(POINTS_PER_STAGE, 2)
    return min(HIGHEST_STAGE, int((score + halfway) // POINTS_PER_STAGE) + LOWEST_STAGE)
