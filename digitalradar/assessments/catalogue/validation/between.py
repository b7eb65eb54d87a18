"""Do several catalogues that are used together point to things that exist?"""

from collections.abc import Mapping
from typing import Any

from . import Findings
from .questions import each_question

MAIN_FAMILY = "main"


def check(data: dict[str, Any], others: Mapping[str, dict[str, Any]]) -> Findings:
    """Yield links of one catalogue into ``others`` (by id) that lead nowhere."""
    target = data.get("continues_with")
    if target is not None and target not in others:
        yield ("continues_with",), f"There is no catalogue {target}."
    where = target or "a check this one continues with"
    following = _questions([other for name, other in others.items() if name == target])
    main = _questions([other for other in others.values() if other["family"] == MAIN_FAMILY])
    for path, question in each_question(data):
        for place, mapped in enumerate(question.get("maps_to", [])):
            if mapped["question"] not in following:
                yield (
                    (*path, "maps_to", place),
                    f"There is no question {mapped['question']} in {where}.",
                )
        for place, related in enumerate(question.get("related", [])):
            if related not in main:
                yield (*path, "related", place), f"The main check has no question {related}."


def _questions(catalogues: list[dict[str, Any]]) -> set[str]:
    return {question["id"] for data in catalogues for _, question in each_question(data)}
