"""Saving answers so that two tabs, two devices and a killed process lose nothing."""

from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.timezone import now

from ..models import Assessment
from ..queries.runs import find_run
from .clocks import expiry


@dataclass(frozen=True)
class Changes:
    """What a form or a script wants changed; a value of None takes an entry away.

    ``answers`` maps question ids to the changed parts among ``value``, ``relevance`` and ``planned``.
    """

    answers: dict[str, dict[str, Any]] = field(default_factory=dict)
    dimension_relevance: dict[str, int | None] = field(default_factory=dict)
    targets: dict[str, int | None] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.answers or self.dimension_relevance or self.targets)


@transaction.atomic
def save_answers(*, token: str, changes: Changes) -> Assessment | None:
    """Write only what changed into the run and return it; None when the run is gone.

    The row is locked, read again and merged, so that parallel savings of other questions survive.
    """
    run = find_run(token, for_update=True)
    if run is None or not changes:
        return run
    for question_id, parts in changes.answers.items():
        run.answers[question_id] = _without_none({**run.answers.get(question_id, {}), **parts})
    run.answers = {key: answer for key, answer in run.answers.items() if answer}
    run.dimension_relevance = _without_none({**run.dimension_relevance, **changes.dimension_relevance})
    run.targets = _without_none({**run.targets, **changes.targets})
    run.answered_at = now()
    run.expires_at = expiry(is_finished=run.is_finished)
    run.save(update_fields=["answers", "dimension_relevance", "targets", "answered_at", "expires_at"])
    return run


def _without_none(entries: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value is not None}
