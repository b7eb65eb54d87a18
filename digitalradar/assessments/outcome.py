"""One door to the scoring engine for every instrument."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from .queries.catalogues import document, scoring_catalogue
from .queries.official import comparison_rows
from .scoring import Catalogue, cyber, dii, explain, explain_steps

STEPS_KEPT = 8  # so many measures from the top are named with their reasons


@dataclass(frozen=True)
class Computed:
    """What the engine says: the documented fields, and how the first measures came to their places."""

    outcome: dict[str, Any]
    steps: list[dict[str, Any]] = field(default_factory=list)

    @property
    def is_scored(self) -> bool:
        """Whether there is an overall value, so that a result may be shown."""
        if "met" in self.outcome:  # the Digital Intensity Index has no status, only a score or none
            return self.outcome["score"] is not None
        return self.outcome.get("overall", self.outcome)["status"] == "scored"


def operation_of(catalogue: Catalogue) -> str:
    """Return the operation that the kind of catalogue asks for: ``cyber``, ``dii`` or ``score``."""
    if catalogue.is_cyber_check:
        return "cyber"
    return "dii" if catalogue.family == "dii" else "score"


def compute(version_id: int, inputs: dict[str, Any]) -> Computed:
    """Score frozen inputs with the operation the kind of catalogue asks for.

    The fields are those of docs/algorithms/scoring.md. The Digital Intensity Index is compared with the official
    figures frozen in the inputs (``official``), or without any there with those of today.
    """
    catalogue = scoring_catalogue(version_id)
    operation = operation_of(catalogue)
    if operation == "cyber":
        return Computed(cyber(catalogue, profile=inputs["profile"], answers=inputs["answers"]))
    if operation == "dii":
        return Computed(_index(version_id, catalogue, inputs))
    account = explain_steps(catalogue, **_scored_inputs(inputs), first_measures=STEPS_KEPT)
    steps = [{**item, "lifts": [lift for lift in item["lifts"] if lift["steps"]]} for item in account["measures"]]
    return Computed(account["result"], steps)


def _index(version_id: int, catalogue: Catalogue, inputs: dict[str, Any]) -> dict[str, Any]:
    version, size = document(version_id)["index"]["version"], inputs["profile"].get("size")
    rows = _frozen_rows(inputs["official"]) if "official" in inputs else comparison_rows(version, size)
    return dii(
        version,
        criteria=[question.id for question in catalogue.questions],
        answers={key: answer.get("value") for key, answer in inputs["answers"].items()},
        size=size,
        benchmarks=rows,
    )


def _frozen_rows(official: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**row, "shares": [Decimal(share) for share in row["shares"]]} for row in official]


def account_of(version_id: int, inputs: dict[str, Any]) -> dict[str, Any]:
    """Return how every number and the first measures came about, for checks with stages."""
    return explain(scoring_catalogue(version_id), **_scored_inputs(inputs), first_measures=STEPS_KEPT)


def _scored_inputs(inputs: dict[str, Any]) -> dict[str, Any]:
    return {key: inputs[key] for key in ("profile", "answers", "targets", "done")}
