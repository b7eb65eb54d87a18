"""Check the answers and the profile of a request."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from .catalogue import Catalogue, Question
from .constants import (
    HIGHEST_STAGE,
    LOWEST_STAGE,
    NOT_APPLICABLE,
    RELEVANCE_FACTORS,
    STAGE_KINDS,
    UNKNOWN,
    WORDS_BY_KIND,
)
from .errors import INVALID_ANSWER, INVALID_RELEVANCE, INVALID_REQUEST, ScoringError
from .reading import is_integer, read_mapping, read_optional_text


class Answer(NamedTuple):
    """One checked answer.

    ``value`` is a stage 1..5, a word (``yes``, ``no``, ``met``, ``unmet``, ``na``, ``unknown``)
    or None if missing; ``stage`` is 1..5 where the value counts in a score, else None.
    """

    value: int | str | None = None
    relevance: int | None = None
    stage: int | None = None

    @property
    def is_applicable(self) -> bool:
        """Everything but "trifft nicht zu" is."""
        return self.value != NOT_APPLICABLE


MISSING = Answer()


def read_profile(raw: object) -> dict[str, str]:
    """Return the profile: text by key, without the keys that are null."""
    profile = {}
    for key, value in read_mapping(raw, "profile").items():
        text = read_optional_text(value, f"profile.{key}")
        if text is not None:
            profile[key] = text
    return profile


def read_answers(catalogue: Catalogue, raw: object) -> tuple[dict[str, Answer], list[str]]:
    """Return the answers of known questions, and the ids that the catalogue does not have.

    Every known answer is checked, also that of a question which is hidden. What stands
    under unknown ids is not looked at. Unknown ids are sorted, so that storage which
    reorders keys changes no result.
    """
    answers: dict[str, Answer] = {}
    ignored: list[str] = []
    for name, entry in read_mapping(raw, "answers").items():
        question = catalogue.question_by_id.get(name)
        if question is None:
            ignored.append(name)
        elif entry is not None:
            answers[name] = _read_answer(question, entry)
    return answers, sorted(ignored)


def stage_of_value(kind: str, value: int | str | None) -> int | None:
    """Return the stage 1..5 as which a checked value counts, None for all others."""
    return WORDS_BY_KIND[kind].get(value) if isinstance(value, str) else value


def _read_answer(question: Question, entry: object) -> Answer:
    path = f"answers[{question.id}]"
    if not isinstance(entry, Mapping):
        raise ScoringError(INVALID_REQUEST, "an answer is an object with value and relevance", path)
    value = read_value(question.kind, entry.get("value"), f"{path}.value")
    relevance: Any = entry.get("relevance")
    if relevance is not None and not (is_integer(relevance) and relevance in RELEVANCE_FACTORS):
        raise ScoringError(INVALID_RELEVANCE, "must be a whole number from 0 to 3", f"{path}.relevance")
    return Answer(value, relevance, stage_of_value(question.kind, value))


def read_value(kind: str, value: Any, path: str) -> int | str | None:
    """Return a value if a question of this kind can have it, else refuse it."""
    if value is None:
        return None
    if isinstance(value, str) and (value in WORDS_BY_KIND[kind] or value in (NOT_APPLICABLE, UNKNOWN)):
        return value
    if kind in STAGE_KINDS and type(value) is int and LOWEST_STAGE <= value <= HIGHEST_STAGE:
        return value
    possible = [*WORDS_BY_KIND[kind], NOT_APPLICABLE, UNKNOWN]
    if kind in STAGE_KINDS:
        possible.insert(0, "a stage from 1 to 5")
    raise ScoringError(INVALID_ANSWER, f"must be one of: {', '.join(possible)}", path)
