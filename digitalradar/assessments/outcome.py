"""One door to the scoring engine for every instrument."""

from typing import Any

from .scoring import Catalogue, cyber, dii, score

DII_VERSION = "v3"  # the criteria our catalogue asks for, those of the survey of 2025


def compute(catalogue: Catalogue, inputs: dict[str, Any]) -> dict[str, Any]:
    """Score frozen inputs with the operation the catalogue's kind of question asks for.

    Returns the documented fields of scoring.md section 20; for the Digital Intensity Index without comparison.
    """
    if catalogue.is_cyber_check:
        return cyber(catalogue, profile=inputs["profile"], answers=inputs["answers"])
    if catalogue.family == "dii":
        criteria = [question.id for question in catalogue.questions]
        values = {key: answer.get("value") for key, answer in inputs["answers"].items()}
        return dii(DII_VERSION, criteria, values, inputs["profile"].get("size"))
    return score(
        catalogue,
        profile=inputs["profile"],
        answers=inputs["answers"],
        targets=inputs["targets"],
        done=inputs["done"],
    )
