"""The second assessment: what changed, and how much of it is progress.

Only ``again``, the change at the same questions, is called progress; the rest comes from
questions that were added, dropped or answered for the first time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from .catalogue import Catalogue, Dimension
from .dimensions import GroupScore, score_group
from .errors import FAMILY_MISMATCH, ScoringError, inside
from .evaluation import require_scored
from .matching import Match, match_questions
from .numbers import decimal_text, level_change_shown, round_half_up
from .overall import plain_mean, score_overall
from .sheet import Sheet, read_sheet
from .stages import question_score

NOTICEABLE = 5  # points: one of five answers by one stage


@dataclass(frozen=True, slots=True)
class Change:
    """The change of a dimension or of the whole; ``again`` is None if it cannot be compared."""

    matched: int
    total: Fraction | None
    again: Fraction | None

    def as_result(self) -> dict[str, Any]:
        """Return the documented fields."""
        mix = None if self.total is None or self.again is None else self.total - self.again
        return {
            "matched": self.matched,
            "change_total": None if self.total is None else decimal_text(self.total),
            "change_again": None if self.again is None else decimal_text(self.again),
            "change_mix": None if mix is None else decimal_text(mix),
            "shown": None if self.again is None else round_half_up(self.again),
            "level_shown": None if self.again is None else level_change_shown(self.again),
            "label": change_label(self.again),
        }


def compare(
    old_catalogue: Catalogue,
    new_catalogue: Catalogue,
    *,
    old_profile: object = None,
    old_answers: object = None,
    new_profile: object = None,
    new_answers: object = None,
) -> dict[str, Any]:
    """Compare two runs of one family, per dimension of the new catalogue and overall, without relevance."""
    require_scored(old_catalogue, "old.catalogue")
    require_scored(new_catalogue, "new.catalogue")
    if old_catalogue.family != new_catalogue.family:
        raise ScoringError(FAMILY_MISMATCH, "only runs of one family are compared", "new.catalogue.family")
    with inside("old"):
        old = read_sheet(old_catalogue, old_profile, old_answers)
    with inside("new"):
        new = read_sheet(new_catalogue, new_profile, new_answers)
    before = _groups(old)
    after = _groups(new)
    matches = match_questions(old_catalogue, new_catalogue)
    changes = {
        dimension.id: _change(
            dimension, before.get(dimension.id), after[dimension.id], _pairs(dimension, matches, old, new)
        )
        for dimension in new_catalogue.dimensions
    }
    return {
        "overall": _overall(old_catalogue, new_catalogue, before, after, changes),
        "dimensions": {name: change.as_result() for name, change in changes.items()},
    }


def change_label(again: Fraction | None) -> str:
    """Return ``up``, ``down``, ``same``, or ``not_comparable``."""
    if again is None:
        return "not_comparable"
    if again >= NOTICEABLE:
        return "up"
    return "down" if again <= -NOTICEABLE else "same"


_Pair = tuple[Fraction, int, int]  # weight in the new catalogue, old and new question score


def _groups(sheet: Sheet) -> dict[str, GroupScore]:
    return {dimension.id: score_group(dimension.questions, sheet) for dimension in sheet.catalogue.dimensions}


def _pairs(dimension: Dimension, matches: Mapping[str, Match], old: Sheet, new: Sheet) -> list[_Pair]:
    """Return the questions that are visible and answered in both runs."""
    pairs = []
    for question in dimension.questions:
        match = matches.get(question.id)
        if match is None or question.id not in new.visible or match.old.id not in old.visible:
            continue
        earlier, later = old.visible[match.old.id].stage, new.visible[question.id].stage
        moved = None if earlier is None else match.translate(earlier)
        if moved is not None and later is not None:
            pairs.append((question.weight, question_score(moved), question_score(later)))
    return pairs


def _change(dimension: Dimension, before: GroupScore | None, after: GroupScore, pairs: list[_Pair]) -> Change:
    if before is None or before.score_unweighted is None or after.score_unweighted is None:
        return Change(len(pairs), None, None)
    total = after.score_unweighted - before.score_unweighted
    answered = max(before.coverage.answered, after.coverage.answered)
    if not pairs or 5 * len(pairs) < 3 * answered:
        return Change(len(pairs), total, None)
    weights = sum((weight for weight, _old, _new in pairs), Fraction(0))
    moved = sum((weight * (new - old) for weight, old, new in pairs), Fraction(0))
    return Change(len(pairs), total, moved / weights)


def _overall(
    old_catalogue: Catalogue,
    new_catalogue: Catalogue,
    before: Mapping[str, GroupScore],
    after: Mapping[str, GroupScore],
    changes: Mapping[str, Change],
) -> dict[str, Any]:
    comparable = [change.again for change in changes.values() if change.again is not None]
    needed = new_catalogue.min_dimensions
    first = score_overall(list(before.values()), old_catalogue.min_dimensions).score_unweighted
    second = score_overall(list(after.values()), needed).score_unweighted
    change = Change(
        matched=sum(change.matched for change in changes.values()),
        total=None if first is None or second is None else second - first,
        again=plain_mean(comparable) if len(comparable) >= needed else None,
    )
    return {"dimensions_compared": len(comparable), "dimensions_needed": needed, **change.as_result()}
