"""The answers of one dimension as a browser sends them, with the values the form was rendered with.

Written by hand instead of with Django's form fields: one page has twenty controls with their own accessible markup,
and what matters is the difference to what the form showed (``was.…``), so that a second tab overwrites nothing.
"""

from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from ..answers import RELEVANCES, STAGES, allowed_values, stored_value
from ..questionnaire import Questionnaire
from ..services.answering import Changes

PARTS = ("value", "relevance", "planned")


def state_text(answer: dict[str, Any]) -> str:
    """Return an answer as the hidden field ``was.…`` carries it: value, relevance and plan tick."""
    return "|".join(_text(answer.get(part)) for part in PARTS)


def _text(value: Any) -> str:
    return "" if value is None else "1" if value is True else str(value)


def section_changes(questionnaire: Questionnaire, dimension_id: str, data: QueryDict) -> Changes:
    """Return what the sent page of a dimension changes.

    Raises:
        DomainError: a field holds a value the page never offered.
    """
    answers = {}
    for question in questionnaire.dimension[dimension_id]["questions"]:
        if f"was.{question['id']}" in data and (changed := _question_changes(questionnaire, question["id"], data)):
            answers[question["id"]] = changed
    relevance_was, target_was = _split(data.get("was", ""), 2)
    relevance, target = data.get("dimension_relevance", ""), data.get("target", "")
    return Changes(
        answers=answers,
        dimension_relevance=_relevance(questionnaire, dimension_id, relevance) if relevance != relevance_was else {},
        targets=_target(questionnaire, dimension_id, target) if target != target_was else {},
    )


def answer_change(questionnaire: Questionnaire, data: QueryDict) -> Changes:
    """Return the one change that a script sends: ``question`` or ``dimension`` and the changed part.

    Raises:
        DomainError: unknown question or dimension, or a value the page never offered.
    """
    question_id, dimension_id = data.get("question", ""), data.get("dimension", "")
    if question_id in questionnaire.question:
        parts = {part: data[part] for part in PARTS if part in data}
        return Changes(answers={question_id: _cleaned(questionnaire, question_id, parts)} if parts else {})
    if dimension_id in questionnaire.dimension:
        relevance, target = data.get("relevance"), data.get("target")
        return Changes(
            dimension_relevance={} if relevance is None else _relevance(questionnaire, dimension_id, relevance),
            targets={} if target is None else _target(questionnaire, dimension_id, target),
        )
    raise DomainError(_("Diese Frage gibt es im Check nicht. Bitte laden Sie die Seite neu."))


def _relevance(questionnaire: Questionnaire, dimension_id: str, sent: str) -> dict[str, int | None]:
    return {dimension_id: _number(_checked(sent, RELEVANCES if questionnaire.has_stages else ()))}


def _target(questionnaire: Questionnaire, dimension_id: str, sent: str) -> dict[str, int | None]:
    return {dimension_id: _number(_checked(sent, STAGES if questionnaire.has_stages else ()))}


def _question_changes(questionnaire: Questionnaire, question_id: str, data: QueryDict) -> dict[str, Any]:
    was = dict(zip(PARTS, _split(data[f"was.{question_id}"], len(PARTS)), strict=True))
    sent = {part: data.get(f"{part}.{question_id}", "") for part in PARTS}
    return _cleaned(questionnaire, question_id, {part: sent[part] for part in PARTS if sent[part] != was[part]})


def _cleaned(questionnaire: Questionnaire, question_id: str, parts: dict[str, str]) -> dict[str, Any]:
    cleaned: dict[str, Any] = {}
    is_staged = questionnaire.question[question_id]["kind"] == "staged"  # only then more than a value is offered
    if "value" in parts:
        value = _checked(parts["value"], allowed_values(questionnaire, question_id))
        cleaned["value"] = stored_value(value) if value else None
    if "relevance" in parts:
        cleaned["relevance"] = _number(_checked(parts["relevance"], RELEVANCES if is_staged else ()))
    if "planned" in parts:
        cleaned["planned"] = True if _checked(parts["planned"], ("1",) if is_staged else ()) else None
    return cleaned


def _checked(sent: str, allowed: tuple[str, ...]) -> str:
    if sent and sent not in allowed:
        raise DomainError(_("Diese Auswahl gibt es bei der Frage nicht. Es wurde nichts gespeichert."))
    return sent


def _number(sent: str) -> int | None:
    return int(sent) if sent else None


def _split(text: str, count: int) -> list[str]:
    parts = text.split("|")
    return parts if len(parts) == count else [""] * count
