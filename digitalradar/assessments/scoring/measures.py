"""What each measure would bring: benefit, own value, and whether it is already satisfied."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import NamedTuple

from .answers import Answer
from .catalogue import Lift, Measure
from .constants import EFFORT_FACTORS, NOT_APPLICABLE, RELEVANCE_FACTORS, UNKNOWN
from .sheet import Sheet
from .targets import DimensionScore

_POINTS_PER_GAP_FACTOR = 50  # a gap of 50 points doubles what a stage counts, 100 trebles it


class LiftValue(NamedTuple):
    """One lift of a measure with all that its product is made of.

    ``steps`` 0..4 stages, ``gap_factor`` 1..3, ``product`` = share * weight * relevance factor * steps *
    gap factor.
    """

    lift: Lift
    dimension: str
    is_main: bool
    is_open: bool
    stage: int | None
    target: int
    steps: int
    weight: Fraction
    factor: Fraction
    gap_factor: Fraction
    product: Fraction


@dataclass(frozen=True, slots=True)
class MeasureValue:
    """A measure with its benefit and its own value (benefit / effort factor)."""

    measure: Measure
    lifts: tuple[LiftValue, ...]
    benefit: Fraction
    own: Fraction
    is_satisfied: bool

    @property
    def leads_to(self) -> frozenset[str]:
        """Return the dimensions in which one of its main lifts gains a stage."""
        return frozenset(row.dimension for row in self.lifts if row.is_main and row.steps)


def value_measures(
    sheet: Sheet, dimensions: Mapping[str, DimensionScore], done: Collection[str]
) -> dict[str, MeasureValue]:
    """Return the value of every measure of the catalogue, in catalogue order."""
    gap_factors = {
        name: 1 + item.gap / _POINTS_PER_GAP_FACTOR if item.gap is not None else Fraction(1)
        for name, item in dimensions.items()
    }
    return {
        measure.id: _value_measure(measure, sheet, dimensions, gap_factors, measure.id in done)
        for measure in sheet.catalogue.measures
    }


def _value_measure(
    measure: Measure,
    sheet: Sheet,
    dimensions: Mapping[str, DimensionScore],
    gap_factors: Mapping[str, Fraction],
    is_done: bool,
) -> MeasureValue:
    largest = measure.largest_share
    rows = []
    for lift in measure.lifts:
        dimension = sheet.catalogue.question_by_id[lift.question].dimension
        target = dimensions[dimension].target.stage
        rows.append(_value_lift(lift, sheet, dimension, target, gap_factors[dimension], lift.share == largest))
    benefit = sum((row.product for row in rows if row.steps), Fraction(0))
    has_open_main = not rows or any(row.is_open for row in rows if row.is_main)
    return MeasureValue(
        measure=measure,
        lifts=tuple(rows),
        benefit=benefit,
        own=benefit / EFFORT_FACTORS[measure.effort] if benefit else benefit,
        is_satisfied=is_done or not has_open_main or not sheet.holds(measure.show_if),
    )


def _value_lift(
    lift: Lift, sheet: Sheet, dimension: str, target: int, gap_factor: Fraction, is_main: bool
) -> LiftValue:
    answer = sheet.visible.get(lift.question)
    stage = answer.stage if answer is not None else None
    steps = _steps(lift, stage, target)
    weight = sheet.catalogue.question_by_id[lift.question].weight
    factor = RELEVANCE_FACTORS[answer.relevance if answer is not None else None]
    product = lift.share * weight * factor * steps * gap_factor if steps else Fraction(0)
    is_open = answer is not None and _is_open(answer, lift.to)
    return LiftValue(lift, dimension, is_main, is_open, stage, target, steps, weight, factor, gap_factor, product)


def _steps(lift: Lift, stage: int | None, target: int) -> int:
    """Count the stages gained: never beyond the target, none where the measure comes too early."""
    if stage is None or stage < lift.start:
        return 0
    return max(0, min(lift.to, target) - stage)


def _is_open(answer: Answer, to: int) -> bool:
    """Tell whether a visible question is not yet known to stand where the lift leads."""
    if answer.value == NOT_APPLICABLE:
        return False
    return answer.value is None or answer.value == UNKNOWN or (answer.stage is not None and answer.stage < to)
