"""One door to the result pages: which kind of result an instrument has."""

from typing import Any

from ..questionnaire import Questionnaire
from .cyber_result import cyber_result
from .dii_result import dii_result
from .staged_result import staged_result


def result_page(
    texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any], steps: list[dict[str, Any]]
) -> dict[str, Any]:
    """Return what the template ``<kind>_result.html`` shows; ``kind`` is among the entries."""
    kind = result_kind(texts)
    page = {"kind": kind, "catalogue": texts, "inputs": inputs, "outcome": outcome}
    if kind == "staged":
        return page | staged_result(texts, inputs, outcome, steps)
    return page | {"cyber": cyber_result, "dii": dii_result}[kind](texts, inputs, outcome)


def result_kind(texts: Questionnaire) -> str:
    """Return ``staged``, ``cyber`` or ``dii``."""
    if texts.kinds == {"requirement"}:
        return "cyber"
    return "dii" if texts.data["family"] == "dii" else "staged"
