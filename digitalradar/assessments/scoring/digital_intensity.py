"""The Digital Intensity Index of Eurostat: twelve criteria, bands, comparison with official shares."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from .constants import SIZES, UNKNOWN
from .errors import INVALID_ANSWER, INVALID_REQUEST, ScoringError
from .intensity_benchmark import compare_with_official
from .numbers import round_half_up
from .reading import read_list, read_mapping, read_optional_text, read_text

CRITERIA = 12
BANDS = ((3, "very_low"), (6, "low"), (9, "high"), (12, "very_high"))
BASIC_FROM = 4


def dii(
    dii_version: object,
    criteria: object,
    answers: object = None,
    size: object = None,
    benchmarks: object = None,
) -> dict[str, Any]:
    """Return the index of one company and, inside its size class, its place among others.

    ``criteria`` are the twelve ids, ``answers`` {id: yes | no | unknown}. From eight measured criteria on
    a missing rest is estimated. ``benchmarks`` are rows {geo, year, dii_version, size, shares} of one
    country. Raises :class:`ScoringError`; ``na`` is refused because the statistic counts it as no.
    """
    version = read_text(dii_version, "dii_version")
    values = _read_answers(_read_criteria(criteria), answers)
    size_class = read_optional_text(size, "size")
    met = sum(value == "yes" for value in values)
    measured = met + sum(value == "no" for value in values)
    score = index_score(met, measured)
    comparison = compare_with_official(benchmarks, version, size_class if size_class in SIZES else None, score)
    return {
        "met": met,
        "measured": measured,
        "score": score,
        "is_estimate": score is not None and measured < CRITERIA,
        "band": None if score is None else next(name for last, name in BANDS if score <= last),
        "at_least_basic": None if score is None else score >= BASIC_FROM,
        "comparison": comparison,
    }


def dii_series(rows: object) -> dict[str, bool]:
    """Tell whether rows may stand in one series: only if all have the same index version."""
    if rows is None:
        raise ScoringError(INVALID_REQUEST, "must be a list", "rows")
    versions = {
        read_text(read_mapping(row, f"rows[{number}]").get("dii_version"), f"rows[{number}].dii_version")
        for number, row in enumerate(read_list(rows, "rows"))
    }
    return {"allowed": len(versions) <= 1}


def index_score(met: int, measured: int) -> int | None:
    """Return 0..12, an estimate if at least 60 % are measured, None below that."""
    if 5 * measured < 3 * CRITERIA:
        return None
    return round_half_up(Fraction(CRITERIA * met, measured))


def _read_criteria(raw: object) -> list[str]:
    items = [read_text(item, f"criteria[{number}]") for number, item in enumerate(read_list(raw, "criteria"))]
    if len(items) != CRITERIA or len(set(items)) != CRITERIA:
        raise ScoringError(INVALID_REQUEST, "must name twelve different criteria", "criteria")
    return items


def _read_answers(criteria: list[str], raw: object) -> list[str | None]:
    answers: Mapping[str, Any] = read_mapping(raw, "answers")
    values: list[str | None] = []
    for name in criteria:
        value = answers.get(name)
        if value is not None and not (isinstance(value, str) and value in ("yes", "no", UNKNOWN)):
            raise ScoringError(INVALID_ANSWER, "must be one of: yes, no, unknown", f"answers[{name}]")
        values.append(value)
    return values
