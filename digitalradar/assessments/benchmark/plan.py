"""Which groups of one dimension a release publishes, keeps as they were, or hides."""

from collections.abc import Mapping, Sequence

from .decision import NEVER_PUBLISHED, Action, Decision, Past, Reason
from .frozen import Cohort
from .groups import Cell
from .plain_rule import plain_decisions, small_rests
from .protection import refused


def decide(cohorts: Sequence[Cohort], past: Mapping[Cell, Past]) -> dict[Cell, Decision]:
    """Return what happens to every group that has companies or is shown.

    The plain rule of the scoring engine comes first; what follows only ever takes away.
    """
    plan = plain_decisions(cohorts, past)
    for cell in small_rests(cohorts):
        if not plan[cell].is_hidden:
            plan[cell] = Decision(Action.HIDE, Reason.SMALL_REST, plan[cell].n)
    for cell in refused(plan, cohorts, past):
        is_shown = past.get(cell, NEVER_PUBLISHED).is_shown
        plan[cell] = Decision(Action.KEEP if is_shown else Action.HIDE, Reason.PROTECTED, plan[cell].n)
    return plan
