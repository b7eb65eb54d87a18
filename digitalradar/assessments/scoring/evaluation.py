"""Everything that is computed for one filled-in check, before anything is rounded.

Results and explanations are both written from this, so that they cannot disagree.
"""

from dataclasses import dataclass

from .catalogue import Catalogue
from .dimensions import score_group
from .errors import INVALID_CATALOGUE, ScoringError
from .measures import value_measures
from .overall import Overall, score_overall
from .ranking import RankedMeasure, rank_measures
from .reading import read_list, read_text
from .sheet import Sheet, read_sheet
from .targets import DimensionScore, compare_with_target, gaps, read_targets, strengths, target_of


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The exact numbers of one check."""

    sheet: Sheet
    dimensions: dict[str, DimensionScore]
    overall: Overall
    strengths: list[str]
    gaps: list[str]
    measures: list[RankedMeasure]


def require_scored(catalogue: Catalogue, path: str = "catalogue") -> None:
    """Refuse the cyber check where stages are scored."""
    if catalogue.is_cyber_check:
        raise ScoringError(INVALID_CATALOGUE, "requirements stand in the cyber check and nowhere else", path)


def evaluate_sheet(sheet: Sheet, targets: object = None) -> tuple[dict[str, DimensionScore], Overall]:
    """Score the dimensions and the whole of a sheet."""
    catalogue = sheet.catalogue
    own = read_targets(catalogue, targets)
    size = sheet.profile.get("size")
    dimensions = {
        dimension.id: compare_with_target(
            dimension, score_group(dimension.questions, sheet), target_of(dimension, size, own)
        )
        for dimension in catalogue.dimensions
    }
    groups = [item.group for item in dimensions.values()]
    return dimensions, score_overall(groups, catalogue.min_dimensions)


def evaluate(
    catalogue: Catalogue,
    profile: object = None,
    answers: object = None,
    targets: object = None,
    done: object = None,
) -> Evaluation:
    """Compute a scored check. Raises :class:`ScoringError` if anything in it is invalid."""
    require_scored(catalogue)
    finished = {read_text(name, f"done[{number}]") for number, name in enumerate(read_list(done, "done"))}
    sheet = read_sheet(catalogue, profile, answers)
    dimensions, overall = evaluate_sheet(sheet, targets)
    ordered = list(dimensions.values())
    largest = gaps(ordered)
    values = value_measures(sheet, dimensions, finished)
    return Evaluation(
        sheet=sheet,
        dimensions=dimensions,
        overall=overall,
        strengths=strengths(ordered),
        gaps=largest,
        measures=rank_measures(catalogue, values, largest[0] if largest else None),
    )
