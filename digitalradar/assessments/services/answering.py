"""Saving answers so that two tabs, two devices and a killed process lose nothing."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.timezone import now

from ..models import Assessment
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


def save_answers(*, run: Assessment, changes: Changes) -> Assessment | None:
    """Write only what changed into the run and return it as it now is; None when the run is gone.

    ``run`` may have been read a while ago. The write succeeds only on the edition the changes were merged into;
    when somebody else was faster, the row is read again and merged anew. So savings of other questions at the same
    time all survive, and nobody holds a lock while thinking.
    """
    current: Assessment | None = run
    while current is not None and changes:
        merged = _merged(current, changes)
        # Finished meanwhile counts as another edition, too: a finished run is kept longer.
        same = Assessment.objects.alive().filter(
            pk=current.pk, edition=current.edition, finished_at=current.finished_at
        )
        if same.update(**merged):
            for name, value in merged.items():
                setattr(current, name, value)
            return current
        current = Assessment.objects.alive().filter(pk=run.pk).first()
    return current


def _merged(run: Assessment, changes: Changes) -> dict[str, Any]:
    """Return the new values of the run's fields; the run itself stays as it was read."""
    answers = {
        key: _without_none({**run.answers.get(key, {}), **changes.answers.get(key, {})})
        for key in [*run.answers, *(key for key in changes.answers if key not in run.answers)]
    }
    return {
        "answers": {key: answer for key, answer in answers.items() if answer},
        "dimension_relevance": _without_none({**run.dimension_relevance, **changes.dimension_relevance}),
        "targets": _without_none({**run.targets, **changes.targets}),
        "answered_at": now(),
        "expires_at": expiry(is_finished=run.is_finished),
        "edition": run.edition + 1,
    }


def _without_none(entries: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in entries.items() if value is not None}
