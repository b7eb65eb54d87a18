"""From the short check to the main check: stages as suggestions, never as answers."""

from typing import Any

from .catalogue import Catalogue
from .constants import STAGE_KINDS
from .evaluation import require_scored
from .sheet import read_sheet


def prefill(short: Catalogue, main: Catalogue, profile: object = None, answers: object = None) -> dict[str, Any]:
    """Return a suggestion for each main question to which an answered short question leads.

    Only stages are carried (yes 5, no 1), of visible short questions. Of two suggestions the lower
    stage counts, at equal stage that of the earlier short question.
    """
    require_scored(short, "short")
    require_scored(main, "main")
    sheet = read_sheet(short, profile, answers)
    best: dict[str, tuple[int, str]] = {}
    for question in short.questions:
        answer = sheet.visible.get(question.id)
        if answer is None or answer.stage is None:
            continue
        for target in question.maps_to:
            stage = target.translate(answer.stage)
            if stage is not None and (target.question not in best or stage < best[target.question][0]):
                best[target.question] = (stage, question.id)
    return {
        "suggestions": {
            question.id: {"suggested": best[question.id][0], "from": best[question.id][1]}
            for question in main.questions
            if question.id in best and question.kind in STAGE_KINDS
        }
    }
