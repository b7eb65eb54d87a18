"""The scoring engine: pure Python, exact fractions, no Django.

``docs/algorithms/scoring.md`` has the rules. Everything that pages and commands need is named here.
"""

from .agreement import rwg
from .benchmark import percentile
from .catalogue import Catalogue
from .cells import cell, release
from .constants import SCORING_VERSION
from .cyber_check import cyber
from .digital_intensity import dii, dii_series
from .errors import ScoringError
from .eu_dma import dma
from .explanation import explain, explain_steps
from .parsing import parse_catalogue
from .prefilling import prefill
from .readiness import readiness
from .reassessment import compare
from .repeating import repeat
from .requests import run_request
from .results import score
from .sheet import condition_holds, visible_questions
from .small_groups import partition
from .staff import staff_view

__all__ = [
    "SCORING_VERSION",
    "Catalogue",
    "ScoringError",
    "cell",
    "compare",
    "condition_holds",
    "cyber",
    "dii",
    "dii_series",
    "dma",
    "explain",
    "explain_steps",
    "parse_catalogue",
    "partition",
    "percentile",
    "prefill",
    "readiness",
    "release",
    "repeat",
    "run_request",
    "rwg",
    "score",
    "staff_view",
    "visible_questions",
]
