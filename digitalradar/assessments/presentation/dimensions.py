"""What the result says about each dimension."""

from typing import Any

from ..questionnaire import Questionnaire
from .levels import difference_text, level_text
from .options import RELEVANCE_LABELS

SHOWN_PER_LIST = 2  # strengths and gaps inside one dimension: enough to act on, short enough to read


def dimension_views(texts: Questionnaire, inputs: dict[str, Any], outcome: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one view per dimension that has visible questions, in catalogue order."""
    hidden = set(outcome["hidden_questions"])
    return [
        _view(texts, dimension, inputs, outcome["dimensions"][dimension["id"]], hidden)
        for dimension in texts.dimensions
        if outcome["dimensions"][dimension["id"]]["status"] != "hidden"
    ]


def _view(
    texts: Questionnaire, dimension: dict[str, Any], inputs: dict[str, Any], scored: dict[str, Any], hidden: set[str]
) -> dict[str, Any]:
    level, target = scored["level_shown"], scored["target_stage"]
    stage = scored["stage"]
    answered = [
        item for item in dimension["questions"] if item["id"] not in hidden and _stage(inputs, item["id"]) is not None
    ]
    below = sorted((item for item in answered if _stage(inputs, item["id"]) < target), key=_by_stage(inputs))
    reached = sorted(
        (item for item in answered if _stage(inputs, item["id"]) >= target), key=_by_stage(inputs), reverse=True
    )
    return {
        "id": dimension["id"],
        "title": dimension["title"],
        "short": dimension.get("short", dimension["title"]),
        "question": dimension["question"],
        "meaning": dimension["stages_meaning"],
        "status": scored["status"],
        "level": float(level) if level else None,
        "level_shown": level,
        "level_text": level_text(level),
        "stage": stage,
        "stage_name": texts.stage_name(stage) if stage else "",
        "target_stage": target,
        "target_name": texts.stage_name(target),
        "below_target": difference_text(f"{target}.0", level) if level and float(level) < target else "",
        "coverage": scored["coverage"],
        "confidence": scored["confidence"],
        "relevance": _relevance(inputs, dimension),
        "strengths": [_sentence(texts, inputs, item) for item in reached[:SHOWN_PER_LIST]],
        "gaps": [_sentence(texts, inputs, item) for item in below[:SHOWN_PER_LIST]],
    }


def _stage(inputs: dict[str, Any], question_id: str) -> int | None:
    value = inputs["answers"].get(question_id, {}).get("value")
    return value if isinstance(value, int) else None


def _by_stage(inputs: dict[str, Any]):
    return lambda item: _stage(inputs, item["id"])


def _relevance(inputs: dict[str, Any], dimension: dict[str, Any]) -> dict[str, Any] | None:
    """The relevance most of its questions carry, in words; None when none was given."""
    given = [inputs["answers"].get(item["id"], {}).get("relevance") for item in dimension["questions"]]
    told = [value for value in given if value is not None]
    if not told:
        return None
    value = max(set(told), key=lambda candidate: (told.count(candidate), candidate))
    return {"value": value, "label": dict(RELEVANCE_LABELS)[str(value)]}


def _sentence(texts: Questionnaire, inputs: dict[str, Any], item: dict[str, Any]) -> dict[str, Any]:
    """A question with the chosen stage in words, the next one, and what speaks for and against moving on."""
    stage = _stage(inputs, item["id"])
    anchors = texts.anchors(item["id"], inputs["profile"].get("sector", ""))
    return {
        "id": item["id"],
        "question": item["text"],
        "stage": stage,
        "now": anchors[stage - 1],
        "next": anchors[stage] if stage < len(anchors) else "",
        # The plan shows risks at stages 1 and 2 only, chances and quick wins until stage 4.
        "risk": item.get("risk", "") if stage <= 2 else "",
        "chance": item.get("opportunity", "") if stage <= 4 else "",
        "quick_win": item.get("quick_win", "") if stage <= 4 else "",
    }
