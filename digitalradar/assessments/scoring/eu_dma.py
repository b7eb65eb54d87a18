"""Export in the manner of the EU's Digital Maturity Assessment: six dimensions of our questions.

Not an official result. Edges belong to the lower band here, as in the source.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from .catalogue import Catalogue, ExportGroup
from .constants import NO_SCORE, SCORED
from .dimensions import score_group
from .evaluation import require_scored
from .numbers import decimal_text, exact_text
from .overall import plain_mean
from .sheet import read_sheet

DIMENSIONS_NEEDED = 4  # of six
BANDS = ((25, "basic"), (50, "average"), (75, "moderately_advanced"))
# Used where a catalogue lists nothing itself; which questions are about automation only a list can say.
DEFAULT_MAPPING: Mapping[str, tuple[str, ...]] = {
    "digital_business_strategy": ("strategie", "kunden"),
    "digital_readiness": ("technik", "prozesse", "leistungserstellung"),
    "human_centric_digitalisation": ("menschen",),
    "data_management": ("daten", "sicherheit"),
    "automation_ai": (),
    "green_digitalisation": ("nachhaltigkeit",),
}


def dma(catalogue: Catalogue, profile: object = None, answers: object = None) -> dict[str, Any]:
    """Return the export: per dimension and overall status, score with two decimals, and band."""
    require_scored(catalogue)
    sheet = read_sheet(catalogue, profile, answers)
    groups = {
        group.id: score_group([catalogue.question_by_id[name] for name in group.questions], sheet)
        for group in catalogue.export or _default_export(catalogue)
    }
    scores = [group.score_unweighted for group in groups.values() if group.score_unweighted is not None]
    overall = plain_mean(scores) if len(scores) >= DIMENSIONS_NEEDED else None
    return {
        "overall": {
            "status": SCORED if overall is not None else NO_SCORE,
            "dimensions_scored": len(scores),
            "dimensions_needed": DIMENSIONS_NEEDED,
            **_fields(overall),
        },
        "dimensions": {
            name: {"status": group.status, **_fields(group.score_unweighted)} for name, group in groups.items()
        },
    }


def band_of(value: Fraction) -> str:
    """Return the band of an unrounded value 0..100."""
    return next((name for edge, name in BANDS if value <= edge), "advanced")


def _fields(value: Fraction | None) -> dict[str, str | None]:
    if value is None:
        return {"score": None, "exact": None, "band": None}
    return {"score": decimal_text(value, places=2), "exact": exact_text(value), "band": band_of(value)}


def _default_export(catalogue: Catalogue) -> list[ExportGroup]:
    return [
        ExportGroup(
            name,
            tuple(
                question.id
                for ours in dimensions
                if ours in catalogue.dimension_by_id
                for question in catalogue.dimension_by_id[ours].questions
            ),
        )
        for name, dimensions in DEFAULT_MAPPING.items()
    ]
