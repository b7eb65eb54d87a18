"""The arithmetic of usage figures, free of Django; the rules are docs/algorithms/usage-figures.md."""

from .breakdown import Breakdown, break_down
from .figures import median_minutes, minutes_key, percent
from .periods import Period, Quarter, first_of_month

__all__ = [
    "Breakdown",
    "Period",
    "Quarter",
    "break_down",
    "first_of_month",
    "median_minutes",
    "minutes_key",
    "percent",
]
