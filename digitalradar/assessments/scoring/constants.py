"""The fixed numbers and words of the scoring rules, each in one place.

``docs/algorithms/scoring.md`` says why they are what they are.
"""

from fractions import Fraction

SCORING_VERSION = "1.1"

SIZES = ("1-9", "10-49", "50-249", "250+")
DEFAULT_TARGETS = {"1-9": 3, "10-49": 3, "50-249": 4, "250+": 4}
DEFAULT_TARGET = 3

STAGED, YES_NO, REQUIREMENT, AGREE = "staged", "yes_no", "requirement", "agree"
KINDS = (STAGED, YES_NO, REQUIREMENT, AGREE)
STAGE_KINDS = (STAGED, AGREE)
NORMAL, TOP = "normal", "top"

NOT_APPLICABLE, UNKNOWN = "na", "unknown"
MET, UNMET = "met", "unmet"
# Words of each kind beside "na" and "unknown", with the stage they count as (None: no stage).
WORDS_BY_KIND: dict[str, dict[str, int | None]] = {
    STAGED: {},
    AGREE: {},
    YES_NO: {"yes": 5, "no": 1},
    REQUIREMENT: {MET: None, UNMET: None},
}
ALL_WORDS = frozenset({NOT_APPLICABLE, UNKNOWN, MET, UNMET, "yes", "no"})

LOWEST_STAGE, HIGHEST_STAGE = 1, 5
POINTS_PER_STAGE = 25

RELEVANCE_FACTORS: dict[int | None, Fraction] = {
    0: Fraction(1, 2),
    1: Fraction(3, 4),
    2: Fraction(1),
    3: Fraction(5, 4),
    None: Fraction(1),
}
EFFORT_FACTORS = {1: Fraction(1), 2: Fraction(5, 4), 3: Fraction(3, 2), 4: Fraction(2), 5: Fraction(5, 2)}

HIDDEN, ALL_NOT_APPLICABLE, SCORED, NO_SCORE = "hidden", "not_applicable", "scored", "no_score"

LIST_LENGTH = 3  # strengths, gaps and the next steps on the page

STAFF_FLOOR = 5
BENCHMARK_FLOOR = 10
CHANGES_FOR_RELEASE = 5
NOT_STATED = "Ohne Angabe"  # takes part in the hiding rule, is never shown itself
