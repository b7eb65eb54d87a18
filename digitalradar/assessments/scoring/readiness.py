"""What is still missing before a result can be shown."""

from typing import Any

from .catalogue import Catalogue
from .constants import NO_SCORE, SCORED, UNKNOWN
from .evaluation import evaluate_sheet, require_scored
from .sheet import Sheet, read_sheet
from .targets import DimensionScore


def readiness(catalogue: Catalogue, profile: object = None, answers: object = None) -> dict[str, Any]:
    """Tell whether there is an overall score, and per dimension how many answers are missing for one.

    ``answers_needed`` is 0 where a dimension is scored, hidden or not applicable. ``open`` are visible
    questions without any entry, ``unknown`` those answered "weiß nicht", in catalogue order.
    """
    require_scored(catalogue)
    sheet = read_sheet(catalogue, profile, answers)
    dimensions, overall = evaluate_sheet(sheet)
    return {
        "can_score": overall.status == SCORED,
        "dimensions_scored": overall.dimensions_scored,
        "dimensions_needed": overall.dimensions_needed,
        "dimensions": {name: _dimension(item, sheet) for name, item in dimensions.items()},
    }


def _dimension(item: DimensionScore, sheet: Sheet) -> dict[str, Any]:
    visible = [question.id for question in item.dimension.questions if question.id in sheet.visible]
    coverage = item.group.coverage
    return {
        "status": item.group.status,
        "visible": len(visible),
        "answered": coverage.answered,
        "applicable": coverage.applicable,
        "answers_needed": coverage.answers_needed if item.group.status == NO_SCORE else 0,
        "open": [name for name in visible if sheet.visible[name].value is None],
        "unknown": [name for name in visible if sheet.visible[name].value == UNKNOWN],
    }
