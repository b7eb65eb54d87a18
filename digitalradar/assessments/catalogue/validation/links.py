"""Do questions, measures and the export fit together?"""

from typing import Any

from ..measures import CHECK_ITSELF
from . import Findings
from .questions import each_question

GROUP_OF_CODE = {
    "D1": "digital_business_strategy",
    "D2": "digital_readiness",
    "D3": "human_centric_digitalisation",
    "D4": "data_management",
    "D5": "automation_ai",
    "D6": "green_digitalisation",
}


def check(data: dict[str, Any]) -> Findings:
    """Yield guides without a measure, and questions whose export group is not the one they name."""
    yield from _guides_have_a_measure(data)
    yield from _export_groups_agree(data)


def _guides_have_a_measure(data: dict[str, Any]) -> Findings:
    if "measures" not in data:
        return
    measures = {measure["id"] for measure in data["measures"]} | {CHECK_ITSELF}
    for path, question in each_question(data):
        for place, guide in enumerate(question.get("guides", [])):
            if guide["slug"] not in measures:
                yield (*path, "guides", place, "slug"), f"There is no measure {guide['slug']} for this guide."


def _export_groups_agree(data: dict[str, Any]) -> Findings:
    if "dma" not in data:
        return
    group_of = {question: group["id"] for group in data["dma"] for question in group["questions"]}
    for path, question in each_question(data):
        named = GROUP_OF_CODE.get(question.get("dma", ""))
        listed = group_of.get(question["id"])
        if named and named != listed:
            yield (*path, "dma"), f"This names {named}, but the list dma has the question under {listed or 'nothing'}."
