"""Targets, and what lies above and below them."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from .catalogue import Catalogue, Dimension
from .constants import DEFAULT_TARGET, DEFAULT_TARGETS, HIGHEST_STAGE, LIST_LENGTH, LOWEST_STAGE
from .dimensions import GroupScore
from .errors import INVALID_TARGET, ScoringError
from .reading import read_integer, read_mapping
from .stages import question_score


@dataclass(frozen=True, slots=True)
class Target:
    """The target stage 1..5 of a dimension, and whose it is: ``own``, ``catalogue`` or ``size``."""

    stage: int
    source: str

    @property
    def score(self) -> int:
        """Return the target in points."""
        return question_score(self.stage)


@dataclass(frozen=True, slots=True)
class DimensionScore:
    """A dimension with its score and target; ``gap`` in points (>= 0), None without a score."""

    dimension: Dimension
    group: GroupScore
    target: Target
    gap: Fraction | None


def read_targets(catalogue: Catalogue, raw: object) -> dict[str, int]:
    """Return the company's own targets by dimension; null means none was set."""
    targets = {}
    for name, stage in read_mapping(raw, "targets").items():
        if stage is None:
            continue
        if name not in catalogue.dimension_by_id:
            raise ScoringError(INVALID_TARGET, "there is no dimension with this id", "targets")
        targets[name] = read_integer(stage, f"targets[{name}]", INVALID_TARGET, LOWEST_STAGE, HIGHEST_STAGE)
    return targets


def target_of(dimension: Dimension, size: str | None, own: Mapping[str, int]) -> Target:
    """Return the company's own target, else the catalogue's for the size class, else that of the size class."""
    if dimension.id in own:
        return Target(own[dimension.id], "own")
    stage = dimension.targets.get("*", dimension.targets.get(size or ""))
    if stage is not None:
        return Target(stage, "catalogue")
    return Target(DEFAULT_TARGETS.get(size or "", DEFAULT_TARGET), "size")


def compare_with_target(dimension: Dimension, group: GroupScore, target: Target) -> DimensionScore:
    """Add the gap: what is missing to the target, never below 0, in own weighting."""
    gap = None if group.score is None else max(Fraction(0), target.score - group.score)
    return DimensionScore(dimension, group, target, gap)


def strengths(dimensions: list[DimensionScore]) -> list[str]:
    """Return up to three dimensions at or above their target, the highest score first."""
    reached = [(item.group.score, item) for item in dimensions if item.group.score is not None and not item.gap]
    reached.sort(key=lambda pair: -pair[0])  # stable: ties keep the order of the catalogue
    return [item.dimension.id for _score, item in reached[:LIST_LENGTH]]


def gaps(dimensions: list[DimensionScore]) -> list[str]:
    """Return up to three dimensions below their target, the largest gap first, then the lower score."""
    below = [(item.gap, item.group.score, item) for item in dimensions if item.gap and item.group.score is not None]
    below.sort(key=lambda row: (-row[0], row[1]))
    return [item.dimension.id for _gap, _score, item in below[:LIST_LENGTH]]
