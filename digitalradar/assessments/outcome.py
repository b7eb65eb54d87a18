"""One door to the scoring engine for every instrument."""

from dataclasses import dataclass, field
from typing import Any

from .queries.catalogues import document, scoring_catalogue
from .scoring import cyber, dii, explain

STEPS_KEPT = 8  # so many measures from the top are named with their reasons


@dataclass(frozen=True)
class Computed:
    """What the engine says: the documented fields, and how the first measures came to their places."""

    outcome: dict[str, Any]
    steps: list[dict[str, Any]] = field(default_factory=list)


def compute(version_id: int, inputs: dict[str, Any]) -> Computed:
    """Score frozen inputs with the operation the kind of catalogue asks for.

    The fields are those of docs/algorithms/scoring.md; the Digital Intensity Index comes without comparison.
    """
    catalogue = scoring_catalogue(version_id)
    if catalogue.is_cyber_check:
        return Computed(cyber(catalogue, profile=inputs["profile"], answers=inputs["answers"]))
    if catalogue.family == "dii":
        criteria = [question.id for question in catalogue.questions]
        values = {key: answer.get("value") for key, answer in inputs["answers"].items()}
        return Computed(dii(document(version_id)["index"]["version"], criteria, values, inputs["profile"].get("size")))
    account = account_of(version_id, inputs)
    steps = [{**item, "lifts": [lift for lift in item["lifts"] if lift["steps"]]} for item in account["measures"]]
    return Computed(account["result"], steps)


def account_of(version_id: int, inputs: dict[str, Any]) -> dict[str, Any]:
    """Return how every number and the first measures came about, for checks with stages."""
    return explain(
        scoring_catalogue(version_id),
        profile=inputs["profile"],
        answers=inputs["answers"],
        targets=inputs["targets"],
        done=inputs["done"],
        first_measures=STEPS_KEPT,
    )
