"""The answer sheet: which questions are visible, and what was answered there."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .answers import MISSING, Answer, read_answers, read_profile
from .catalogue import Catalogue
from .conditions import Condition, holds, parse_condition


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled-in catalogue.

    ``visible`` has an entry for every visible question, in catalogue order; hidden
    questions are absent, whatever was answered there. ``values`` is the same for
    conditions: only visible questions with a value.
    """

    catalogue: Catalogue
    profile: Mapping[str, str]
    visible: Mapping[str, Answer]
    values: Mapping[str, int | str]
    ignored: list[str]

    def holds(self, condition: Condition | None) -> bool:
        """Tell whether a condition is true here; no condition is always true."""
        return condition is None or holds(condition, self.profile, self.values)


def read_sheet(catalogue: Catalogue, profile: object = None, answers: object = None) -> Sheet:
    """Check profile and answers, and decide in catalogue order what is visible.

    A condition only points to earlier questions, so one pass is enough, and a hidden
    question counts as missing for the conditions after it.
    """
    checked_profile = read_profile(profile)
    checked, ignored = read_answers(catalogue, answers)
    visible: dict[str, Answer] = {}
    values: dict[str, int | str] = {}
    for question in catalogue.questions:
        if question.show_if is not None and not holds(question.show_if, checked_profile, values):
            continue
        answer = visible[question.id] = checked.get(question.id, MISSING)
        if answer.value is not None:
            values[question.id] = answer.value
    return Sheet(catalogue, checked_profile, visible, values, ignored)


def visible_questions(catalogue: Catalogue, profile: object = None, answers: object = None) -> list[str]:
    """Return the ids of the visible questions in catalogue order."""
    return list(read_sheet(catalogue, profile, answers).visible)


def condition_holds(
    catalogue: Catalogue, condition: Mapping[str, Any], profile: object = None, answers: object = None
) -> bool:
    """Tell whether a condition of the document (that of a notice, say) is true for these answers.

    It sees all visible questions. Raises ``invalid_catalogue`` if it is no condition.
    """
    parsed = parse_condition(condition, "show_if", catalogue.question_by_id)
    return read_sheet(catalogue, profile, answers).holds(parsed)
