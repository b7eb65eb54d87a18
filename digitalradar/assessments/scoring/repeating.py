"""From an earlier run to the next one of the same family: answers as suggestions, never as answers."""

from typing import Any

from .catalogue import Catalogue
from .constants import NOT_APPLICABLE, UNKNOWN, WORDS_BY_KIND
from .matching import Match, match_questions
from .sheet import read_sheet


def repeat(old: Catalogue, new: Catalogue, profile: object = None, answers: object = None) -> dict[str, Any]:
    """Return what was answered last time for each question that goes on from an old one.

    Questions match as in :func:`compare`: by id, else by ``replaces``, with equal kinds. Only visible answers are
    carried, never ``na`` or ``unknown``; a stage that a map of ``replaces`` lacks suggests nothing.
    """
    sheet = read_sheet(old, profile, answers)
    matches = match_questions(old, new)
    suggestions = {}
    for question in new.questions:
        match = matches.get(question.id)
        answer = sheet.visible.get(match.old.id) if match else None
        if match is None or answer is None or answer.value in (None, UNKNOWN, NOT_APPLICABLE):
            continue
        carried = _carried(match, answer.value)
        if carried is not None:
            suggestions[question.id] = {"suggested": carried, "from": match.old.id}
    return {"suggestions": suggestions}


def _carried(match: Match, value: int | str) -> int | str | None:
    """Return the old answer on the new scale; words go by way of their stage, if a map translates stages."""
    words = WORDS_BY_KIND[match.new.kind]
    if isinstance(value, int):
        return match.translate(value)
    if match.stages is None or not match.stages.stages:
        return value
    stage = words.get(value)
    moved = None if stage is None else match.translate(stage)
    return next((word for word, meant in words.items() if meant == moved and moved is not None), None)
