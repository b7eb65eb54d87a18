"""Conditions: when a question, a measure or a notice is shown.

A condition is data and is only ever compared, never executed. Leaves about something
missing are false; ``not`` around them makes that true.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from .constants import ALL_WORDS, HIGHEST_STAGE, LOWEST_STAGE
from .errors import INVALID_CATALOGUE, ScoringError
from .reading import is_integer, read_integer, read_list, read_text

DEEPEST_NESTING = 32


@dataclass(frozen=True, slots=True)
class AllOf:
    """True if every part is; without parts true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True if one part is; without parts false."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True if the part is false."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class ProfileIn:
    """True if the profile has one of these values under the key."""

    key: str
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class AnswerIn:
    """True if the visible question has one of these values (stages or words)."""

    question: str
    values: frozenset[int | str]


@dataclass(frozen=True, slots=True)
class StageBetween:
    """True if the visible question has a stage from ``low`` to ``high``; words never match."""

    question: str
    low: int
    high: int


Condition = AllOf | AnyOf | Not | ProfileIn | AnswerIn | StageBetween


def parse_condition(raw: object, path: str, known: Collection[str], depth: int = 0) -> Condition:
    """Return the condition written in a catalogue.

    ``known`` holds the ids of the questions it may point to. Anything that is not exactly
    one of the documented forms is refused, because a mistyped key would route silently wrong.
    """
    if depth > DEEPEST_NESTING:
        raise _broken("is nested too deeply", path)
    if not isinstance(raw, Mapping):
        raise _broken("a condition must be an object", path)
    keys = {key for key in raw if isinstance(key, str)}
    if len(keys) != len(raw):
        raise _broken("keys must be text", path)
    if keys in ({"all"}, {"any"}):
        (name,) = keys
        return _parse_parts(raw, name, path, known, depth)
    if keys == {"not"}:
        return Not(parse_condition(raw["not"], f"{path}.not", known, depth + 1))
    if keys == {"profile", "in"}:
        return _parse_profile(raw, path)
    if keys in ({"question", "in"}, {"question", "min"}, {"question", "max"}):
        return _parse_question(raw, path, known)
    raise _broken("a condition has the keys all, any, not, profile and in, or question and one of in, min, max", path)


def holds(condition: Condition, profile: Mapping[str, str], values: Mapping[str, int | str]) -> bool:
    """Tell whether a condition is true.

    ``values`` holds the value of every visible question that has one.
    """
    if isinstance(condition, AnswerIn):
        return values.get(condition.question) in condition.values
    if isinstance(condition, StageBetween):
        value = values.get(condition.question)
        return isinstance(value, int) and condition.low <= value <= condition.high
    if isinstance(condition, ProfileIn):
        return profile.get(condition.key) in condition.values
    if isinstance(condition, Not):
        return not holds(condition.part, profile, values)
    if isinstance(condition, AllOf):
        return all(holds(part, profile, values) for part in condition.parts)
    return any(holds(part, profile, values) for part in condition.parts)


def _parse_parts(raw: Mapping[str, Any], name: str, path: str, known: Collection[str], depth: int) -> AllOf | AnyOf:
    if raw[name] is None:
        raise _broken("must be a list", f"{path}.{name}")
    items = read_list(raw[name], f"{path}.{name}", INVALID_CATALOGUE)
    parts = tuple(
        parse_condition(item, f"{path}.{name}[{number}]", known, depth + 1) for number, item in enumerate(items)
    )
    return AllOf(parts) if name == "all" else AnyOf(parts)


def _parse_profile(raw: Mapping[str, Any], path: str) -> ProfileIn:
    key = read_text(raw["profile"], f"{path}.profile", INVALID_CATALOGUE)
    items = _values(raw, path)
    for number, item in enumerate(items):
        # An unquoted yes is a truth value in YAML: say so instead of never matching.
        read_text(item, f"{path}.in[{number}]", INVALID_CATALOGUE)
    return ProfileIn(key, frozenset(items))


def _parse_question(raw: Mapping[str, Any], path: str, known: Collection[str]) -> Condition:
    question = read_text(raw["question"], f"{path}.question", INVALID_CATALOGUE)
    if question not in known:
        raise _broken("points to a later or unknown question", f"{path}.question")
    if "min" in raw:
        low = read_integer(raw["min"], f"{path}.min", INVALID_CATALOGUE, LOWEST_STAGE, HIGHEST_STAGE)
        return StageBetween(question, low, HIGHEST_STAGE)
    if "max" in raw:
        high = read_integer(raw["max"], f"{path}.max", INVALID_CATALOGUE, LOWEST_STAGE, HIGHEST_STAGE)
        return StageBetween(question, LOWEST_STAGE, high)
    items = _values(raw, path)
    for number, item in enumerate(items):
        stage = is_integer(item) and LOWEST_STAGE <= item <= HIGHEST_STAGE
        if not stage and not (isinstance(item, str) and item in ALL_WORDS):
            raise _broken("must be a stage from 1 to 5 or an answer word in quotes", f"{path}.in[{number}]")
    return AnswerIn(question, frozenset(items))


def _values(raw: Mapping[str, Any], path: str) -> list[Any]:
    if raw["in"] is None:
        raise _broken("must be a list", f"{path}.in")
    return list(read_list(raw["in"], f"{path}.in", INVALID_CATALOGUE))


def _broken(reason: str, path: str) -> ScoringError:
    return ScoringError(INVALID_CATALOGUE, reason, path)
