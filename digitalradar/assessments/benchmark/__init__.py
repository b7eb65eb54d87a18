"""What the comparison inside the region may publish: pure Python, no Django.

``docs/algorithms/comparison.md`` has the rules and why nobody can be worked out from what they publish.
"""

from ..scoring.cells import ANY
from .decision import Action, Decision, Past, Reason
from .frozen import Counts, FrozenSet, Slice
from .groups import Cell, Key, cells_of, contains, normal_place
from .memory import MOVED, kept_after, snapshot
from .plan import decide

__all__ = [
    "ANY",
    "MOVED",
    "Action",
    "Cell",
    "Counts",
    "Decision",
    "FrozenSet",
    "Key",
    "Past",
    "Reason",
    "Slice",
    "cells_of",
    "contains",
    "decide",
    "kept_after",
    "normal_place",
    "snapshot",
]
