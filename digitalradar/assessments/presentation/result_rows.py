"""The newest result as rows of a table, for CSV and XLSX: both scales beside each other, numbers as numbers."""

from decimal import Decimal
from typing import Any

from ..questionnaire import Questionnaire
from .result import result_kind

Cell = str | int | Decimal | None

# The columns of a check with stages; docs/reference/run-export.md says what each holds.
COLUMNS = (
    *("dimension", "title", "status", "level_shown", "shown", "exact", "score", "stage"),
    *("level_shown_unweighted", "shown_unweighted", "exact_unweighted", "score_unweighted"),
    *("target_stage", "answered", "applicable", "coverage_percent", "confidence"),
)
DECIMALS = {"level_shown", "score", "level_shown_unweighted", "score_unweighted"}
FIELD_COLUMNS = ("field", "value")


def result_columns(texts: Questionnaire) -> tuple[str, ...]:
    """Return the names of the columns: per theme, or field and value where a check has no stages."""
    return COLUMNS if result_kind(texts) == "staged" else FIELD_COLUMNS


def result_rows(texts: Questionnaire, outcome: dict[str, Any], overall_title: str) -> list[list[Cell]]:
    """Return the whole first, then each theme in catalogue order; other checks: each number of the outcome."""
    if result_kind(texts) != "staged":
        return [[name, _plain(value)] for name, value in outcome.items() if isinstance(value, str | int | None)]
    parts = [("overall", overall_title, outcome["overall"])]
    parts += [(item["id"], item["title"], outcome["dimensions"][item["id"]]) for item in texts.dimensions]
    return [[*map(_known(key, title, scored).get, COLUMNS)] for key, title, scored in parts]


def _known(key: str, title: str, scored: dict[str, Any]) -> dict[str, Cell]:
    fields = {name: _number(scored.get(name)) if name in DECIMALS else scored.get(name) for name in COLUMNS}
    coverage = scored["coverage"]
    return fields | {
        "dimension": key,
        "title": title,
        "answered": coverage["answered"],
        "applicable": coverage["applicable"],
        "coverage_percent": coverage["percent"],
    }


def _number(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _plain(value: Any) -> Cell:
    """Booleans as words, since spreadsheets would translate them."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value
