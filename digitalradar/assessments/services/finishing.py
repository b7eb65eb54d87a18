"""„Ergebnis anzeigen“: freeze the answers and what they come to."""

import hashlib
import json
from typing import Any

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from ..answers import scored_answers
from ..models import Assessment, Result
from ..outcome import compute
from ..queries import questionnaire
from ..queries.official import official_figures
from ..queries.runs import find_run
from ..scoring import SCORING_VERSION
from .clocks import expiry
from .contributions import contribute, note_consent

# About 26 kB each. Nobody compares more; without an end one run could fill the disk and outgrow its own download.
KEPT_REVISIONS = 30


class NotEnoughAnswers(DomainError):
    """The scoring rules allow no overall value yet."""

    def __init__(self) -> None:
        super().__init__(_("Für ein Ergebnis fehlen noch Antworten."))


@transaction.atomic
def show_result(*, token: str, is_compared: bool | None = None) -> tuple[Assessment, Result] | None:
    """Return the run and its newest result revision, made anew if anything changed; None when the run is gone.

    Locked, so that two clicks at once make one revision. ``is_compared`` is the consent to the comparison inside the
    region, None when it was not asked for; the contribution follows the newest revision.

    Raises:
        NotEnoughAnswers: there is no overall value for the answers as they stand; nothing is written.
    """
    run = find_run(token, for_update=True)
    if run is None:
        return None
    inputs = frozen_inputs(run)
    digest = hashlib.sha256(json.dumps(inputs, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    latest = run.results.first()
    if latest is None or latest.digest != digest:
        computed = compute(run.catalogue_version_id, inputs)
        if not computed.is_scored:
            raise NotEnoughAnswers
        latest = Result.objects.create(
            assessment=run,
            number=(latest.number if latest else 0) + 1,
            inputs=inputs,
            outcome=computed.outcome,
            steps=computed.steps,
            digest=digest,
            scoring_version=SCORING_VERSION,
        )
        if latest.number > KEPT_REVISIONS:
            run.results.filter(number__lte=latest.number - KEPT_REVISIONS).delete()
    run.finished_at = run.finished_at or now()
    run.expires_at = expiry(is_finished=True)
    run.save(update_fields=["finished_at", "expires_at"])
    if is_compared is not None:
        note_consent(run=run, is_compared=is_compared)
    if run.is_compared or is_compared is False:
        contribute(run=run, result=latest)
    return run, latest


def frozen_inputs(run: Assessment) -> dict[str, Any]:
    """Return everything the result depends on, as the scoring engine takes it.

    The Digital Intensity Index also depends on the official figures of the day (``official``).
    """
    texts = questionnaire(run.catalogue_version_id, "de")
    planned = sorted(key for key, answer in run.answers.items() if answer.get("planned"))
    inputs = {
        "profile": run.profile,
        "answers": scored_answers(texts, run.answers, run.dimension_relevance),
        "targets": run.targets,
        "done": sorted(run.done_measures),
        "planned": planned,
    }
    return inputs | official_figures(texts, run.profile)


def has_newer_figures(latest: dict[str, Any], current: dict[str, Any]) -> bool:
    """Tell whether the frozen inputs of a result differ from those of today in nothing but the official figures."""
    return latest != current and latest | {"official": current.get("official")} == current


@transaction.atomic
def mark_measure(*, token: str, measure: str, done: bool) -> None:
    """Note that a measure is done already, or take the note back; nothing happens when the run is gone.

    The next result revision uses it.
    """
    run = find_run(token, for_update=True)
    if run is None:
        return
    others = [other for other in run.done_measures if other != measure]
    run.done_measures = sorted([*others, measure]) if done else others
    run.save(update_fields=["done_measures"])
