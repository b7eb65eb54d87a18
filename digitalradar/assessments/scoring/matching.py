"""Which question of an older catalogue a newer question goes on from."""

from collections.abc import Iterator
from typing import NamedTuple

from .catalogue import Catalogue, Question, StageMap


class Match(NamedTuple):
    """A question of the new catalogue with its counterpart in the old one."""

    new: Question
    old: Question
    stages: StageMap | None

    def translate(self, stage: int) -> int | None:
        """Return the old stage on the new scale, None if it has no place there."""
        return stage if self.stages is None else self.stages.translate(stage)


def match_questions(old: Catalogue, new: Catalogue) -> dict[str, Match]:
    """Match by id, else by ``replaces``; kinds must be equal, an old question serves only once."""
    taken = {question.id for question in new.questions if question.id in old.question_by_id}
    matches = {match.new.id: match for match in _same_ids(old, new)}
    for question in new.questions:
        if question.replaces is None or question.id in old.question_by_id or question.replaces.question in taken:
            continue
        before = old.question_by_id.get(question.replaces.question)
        if before is not None and before.kind == question.kind:
            taken.add(before.id)
            matches[question.id] = Match(question, before, question.replaces)
    return matches


def _same_ids(old: Catalogue, new: Catalogue) -> Iterator[Match]:
    for question in new.questions:
        before = old.question_by_id.get(question.id)
        if before is not None and before.kind == question.kind:
            yield Match(question, before, None)
