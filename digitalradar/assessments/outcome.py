"""One door to the scoring engine for every instrument."""

from typing import Any

from .queries.catalogues import document, scoring_catalogue
from .scoring import cyber, dii, score


def compute(version_id: int, inputs: dict[str, Any]) -> dict[str, Any]:
    """Score frozen inputs with the operation the kind of catalogue asks for.

    Returns the documented fields of the engine (docs/algorithms/scoring.md); for the Digital Intensity Index
    without comparison.
    """
    catalogue = scoring_catalogue(version_id)
    if catalogue.is_cyber_check:
        return cyber(catalogue, profile=inputs["profile"], answers=inputs["answers"])
    if catalogue.family == "dii":
        criteria = [question.id for question in catalogue.questions]
        values = {key: answer.get("value") for key, answer in inputs["answers"].items()}
        return dii(document(version_id)["index"]["version"], criteria, values, inputs["profile"].get("size"))
    return score(
        catalogue,
        profile=inputs["profile"],
        answers=inputs["answers"],
        targets=inputs["targets"],
        done=inputs["done"],
    )
