"""One side of a comparison: what a result was made of, from our own store or from a file."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from .models import CatalogueVersion, Result
from .outcome import compute
from .queries import questionnaire
from .run_file import RunFile
from .scoring import ScoringError

# What a file's stored outcome has to say as the engine does; other fields may have joined since the file was written.
NUMBERS = ("status", "score", "exact", "shown", "level_shown", "stage", "exact_unweighted", "level_shown_unweighted")


@dataclass(frozen=True)
class ComparedRun:
    """The newest result of a run: its version, when it was shown, frozen inputs, and outcome."""

    version_id: int
    created_at: datetime
    inputs: dict[str, Any]
    outcome: dict[str, Any]


def of_result(version_id: int, result: Result) -> ComparedRun:
    """Return a stored result; it keeps the numbers it was shown with."""
    return ComparedRun(version_id, result.created_at, result.inputs, result.outcome)


def of_file(file: RunFile) -> ComparedRun:
    """Return the newest result of a file, calculated anew from its answers.

    Raises:
        DomainError: the version is not loaded, has no stages, its answers do not fit, or its numbers are other ones.
    """
    found = CatalogueVersion.objects.filter(catalogue=file.catalogue, version=file.version)
    version_id = found.values_list("pk", flat=True).first()
    if version_id is None:
        raise DomainError(_("Die Fassung des Checks, aus der die Datei stammt, ist in diesem Portal nicht bekannt."))
    require_stages(version_id)
    try:
        outcome = compute(version_id, file.inputs).outcome
    except ScoringError:
        raise DomainError(_("Die Antworten in der Datei passen nicht zu diesem Check.")) from None
    if _numbers(outcome) != _numbers(file.outcome):
        raise DomainError(
            _("Die Werte in der Datei ergeben sich nicht aus ihren Antworten. Bitte laden Sie die Datei noch einmal.")
        )
    return ComparedRun(version_id, file.created_at, file.inputs, outcome)


def require_stages(version_id: int) -> None:
    """Refuse checks whose results are not told in stages.

    Raises:
        DomainError: it is a cyber check or a digital intensity index.
    """
    if not questionnaire(version_id, "de").has_stages:
        raise DomainError(_("Vergleichen lassen sich nur Checks mit Stufen: Digital-Check, Kurz-Check und KI-Check."))


def _numbers(outcome: dict[str, Any]) -> dict[str, Any]:
    """Return the numbers of an outcome; of one with another shape, none."""
    parts = {"": outcome.get("overall")}
    if isinstance(dimensions := outcome.get("dimensions"), dict):
        parts |= dimensions
    return {
        name: [part.get(number) for number in NUMBERS] if isinstance(part, dict) else None
        for name, part in parts.items()
    }
