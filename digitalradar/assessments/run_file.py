"""Read a run that was taken along as JSON (docs/reference/run-export.md). Nothing in it is believed or stored."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from digitalradar.core.errors import DomainError

from .scoring import ScoringError
from .scoring.strict_json import read_json

FORMAT, FORMAT_VERSION = "digitalradar-run", 1
LARGEST = 1_000_000  # bytes
YEARS = range(2000, 9999)  # shown in the portal's time zone, a moment at the very edge would leave the calendar
CATALOGUE, VERSION = re.compile(r"[a-z0-9-]{1,40}"), re.compile(r"[A-Za-z0-9._-]{1,20}")


@dataclass(frozen=True)
class RunFile:
    """The newest result in a file: the shapes are right, the values unchecked."""

    catalogue: str
    version: str
    created_at: datetime
    inputs: dict[str, Any]
    outcome: dict[str, Any]


def read_run_file(data: bytes) -> RunFile:
    """Return the newest result of a file.

    Raises:
        DomainError: it is too large, no JSON, no run, of a later form, or holds no result.
    """
    if len(data) > LARGEST:
        raise DomainError(_("Die Datei ist größer als 1 Megabyte."))
    document = _json(data)
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise DomainError(_("Das ist keine Datei eines Checks. Gemeint ist „Alles als JSON“ unter „Ihre Daten“."))
    if type(document.get("format_version")) is not int or document["format_version"] != FORMAT_VERSION:
        raise DomainError(_("Diese Datei hat eine Form, die dieses Portal nicht kennt."))
    result = _newest(document.get("results"))
    inputs = result.get("inputs")
    if not isinstance(inputs, dict) or not isinstance(result.get("outcome"), dict):
        raise _incomplete()
    return RunFile(
        catalogue=_name(document.get("catalogue"), CATALOGUE),
        version=_name(document.get("version"), VERSION),
        created_at=_moment(result.get("created_at")),
        inputs={key: inputs.get(key) for key in ("profile", "answers", "targets", "done")},
        outcome=result["outcome"],
    )


def _json(data: bytes) -> Any:
    try:
        return read_json(data.removeprefix(b"\xef\xbb\xbf"))
    except ScoringError:
        raise DomainError(_("Die Datei ist kein lesbares JSON. Bitte laden Sie sie noch einmal herunter.")) from None


def _newest(results: object) -> dict[str, Any]:
    if results == []:
        raise DomainError(_("In der Datei steht noch kein Ergebnis. Verglichen werden Durchläufe mit Ergebnis."))
    if not isinstance(results, list) or not all(isinstance(item, dict) for item in results):
        raise _incomplete()
    if not all(type(item.get("number")) is int for item in results):
        raise _incomplete()
    return max(results, key=lambda item: item["number"])


def _name(value: object, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise _incomplete()
    return value


def _moment(value: object) -> datetime:
    try:
        moment = datetime.fromisoformat(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        raise _incomplete() from None
    if moment.tzinfo is None or moment.year not in YEARS:
        raise _incomplete()
    return moment


def _incomplete() -> DomainError:
    return DomainError(
        _("In der Datei fehlt etwas, oder sie wurde verändert. Bitte laden Sie sie noch einmal herunter.")
    )
