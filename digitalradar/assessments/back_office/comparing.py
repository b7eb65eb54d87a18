"""Two catalogue versions side by side, question by question. What differs is worked out by ``catalogue.diff`` alone."""

from dataclasses import dataclass
from typing import Any, Literal

from ..catalogue import Change, diff, things
from ..questionnaire import Questionnaire
from .word_diff import Segment, word_diff
from .words import key_order, label, value_words

State = Literal["added", "removed", "changed", "same"]


@dataclass(frozen=True)
class ComparedRow:
    """One part of a thing in both versions."""

    label: str
    before: list[Segment]
    after: list[Segment]
    moves_scores: bool
    language: str = ""


@dataclass(frozen=True)
class ComparedThing:
    """A question, a measure or another thing with an id, and what differs in it."""

    id: str
    title: str
    state: State
    rows: list[ComparedRow]
    moves_scores: bool


@dataclass(frozen=True)
class Side:
    """One version: its document with translations, and the same in the language of the comparison."""

    document: dict[str, Any]
    texts: Questionnaire


class Comparison:
    """All differences of two versions, looked up by the thing they belong to."""

    def __init__(self, old: Side, new: Side) -> None:
        self.old, self.new = old, new
        self.parts = (dict(things(old.document)), dict(things(new.document)))
        self.changes: dict[tuple[str, str], list[Change]] = {}
        for change in diff(old.document, new.document):
            self.changes.setdefault((change.what, change.id), []).append(change)

    def thing(self, what: str, id: str) -> ComparedThing:
        """Return one thing with its differences in all languages."""
        changes = self.changes.get((what, id), [])
        rows = [row for change in _in_order(changes) for row in self._rows(change)]
        for language in self._languages():
            told = self.changes.get((f"translation {language}, {what}", id), [])
            rows += [row for change in _in_order(told) for row in self._rows(change, language)]
        moves_scores = any(change.moves_scores for change in changes)
        return ComparedThing(id, self._title(what, id), self._state(changes, rows), rows, moves_scores)

    def of_sort(self, what: str) -> list[ComparedThing]:
        """Return everything of one sort that differs, in the order of the new version, then what was removed."""
        ids = dict.fromkeys(id for parts in reversed(self.parts) for sort, id in parts if sort == what)
        found = [self.thing(what, id) for id in ids]
        return [thing for thing in found if thing.state != "same"]

    def order(self, what: str) -> list[ComparedRow]:
        """Return the changed order of a sort of things, if it changed; it decides ties."""
        return [row for change in self.changes.get((what, ""), []) for row in self._rows(change)]

    def _languages(self) -> list[str]:
        sides = (self.old.document, self.new.document)
        return list(dict.fromkeys(language for side in sides for language in side.get("translations", {})))

    def _state(self, changes: list[Change], rows: list[ComparedRow]) -> State:
        for change in changes:
            if not change.key:
                return change.kind
        return "changed" if rows else "same"

    def _title(self, what: str, id: str) -> str:
        for side in (self.new.texts, self.old.texts):
            found = {"question": side.question, "dimension": side.dimension, "measure": side.measure}.get(what, {})
            if id in found:
                return found[id].get("text") or found[id]["title"]
        return id

    def _rows(self, change: Change, language: str = "") -> list[ComparedRow]:
        """Return a row per part that differs; of a thing that was added or removed all its parts.

        Whether a whole thing moves scores is said once, not of each of its parts.
        """
        if change.key:
            return [self._row(change.key, change.before, change.after, change.moves_scores, language)]
        parts = self.parts[change.kind == "added"].get((change.what, change.id), {})
        one_sided = [(None, value) if change.kind == "added" else (value, None) for value in parts.values()]
        return [
            self._row(key, *values, False, language)
            for key, values in sorted(zip(parts, one_sided, strict=True), key=lambda part: key_order(part[0]))
        ]

    def _row(self, key: str, before: Any, after: Any, moves_scores: bool, language: str) -> ComparedRow:
        left, right = word_diff(value_words(key, before, self.old.texts), value_words(key, after, self.new.texts))
        return ComparedRow(label(key, self.new.texts), left, right, moves_scores, language)


def _in_order(changes: list[Change]) -> list[Change]:
    return sorted(changes, key=lambda change: key_order(change.key))
