"""A catalogue as the engine sees it: structure, weights and routing, no texts."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from .conditions import Condition
from .constants import REQUIREMENT


@dataclass(frozen=True, slots=True)
class StageMap:
    """Where an answer goes: another question, and how its stages translate.

    ``stages`` empty means unchanged; a stage that a non-empty map lacks goes nowhere.
    """

    question: str
    stages: Mapping[int, int]

    def translate(self, stage: int) -> int | None:
        """Return the stage on the other side, or None if it has none."""
        return self.stages.get(stage) if self.stages else stage


@dataclass(frozen=True, slots=True)
class Question:
    """One question; ``weight`` is above 0, ``level`` only matters for requirements."""

    id: str
    dimension: str
    kind: str
    weight: Fraction
    level: str
    show_if: Condition | None
    replaces: StageMap | None
    maps_to: tuple[StageMap, ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A group of questions; ``targets`` maps size classes (or "*") to the catalogue's target stage."""

    id: str
    questions: tuple[Question, ...]
    targets: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Lift:
    """What a measure does for one question: from stage ``start`` up to ``to``, 0 < share <= 1."""

    question: str
    start: int
    to: int
    share: Fraction


@dataclass(frozen=True, slots=True)
class Measure:
    """Something a company can do; ``effort`` 1..5, ``requires`` the measures that come before it."""

    id: str
    position: int
    effort: int
    requires: tuple[str, ...]
    show_if: Condition | None
    lifts: tuple[Lift, ...]

    @property
    def largest_share(self) -> Fraction:
        """Return the share of its main lifts, 0 without lifts."""
        return max((lift.share for lift in self.lifts), default=Fraction(0))


@dataclass(frozen=True, slots=True)
class ExportGroup:
    """One dimension of the export in the manner of the EU DMA."""

    id: str
    questions: tuple[str, ...]


@dataclass(frozen=True)
class Catalogue:
    """A whole catalogue, checked: only :func:`parse_catalogue` makes one."""

    id: str | None
    family: str | None
    version: str | None
    min_dimensions: int
    dimensions: tuple[Dimension, ...]
    measures: tuple[Measure, ...]
    prerequisites_first: tuple[Measure, ...]
    export: tuple[ExportGroup, ...]

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """All questions in catalogue order."""
        return tuple(question for dimension in self.dimensions for question in dimension.questions)

    @cached_property
    def question_by_id(self) -> dict[str, Question]:
        """Questions by their id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def dimension_by_id(self) -> dict[str, Dimension]:
        """Dimensions by their id."""
        return {dimension.id: dimension for dimension in self.dimensions}

    @property
    def is_cyber_check(self) -> bool:
        """Tell whether its questions are requirements (then all of them are)."""
        return self.questions[0].kind == REQUIREMENT
