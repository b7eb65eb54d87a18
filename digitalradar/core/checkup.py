"""What ``digitalradar doctor`` asks. Apps register questions about their own part."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How a finding counts: a ``MISSING`` one makes the command fail, a ``WARNING`` is for reading."""

    OK = "ok"
    WARNING = "warning"
    MISSING = "missing"


@dataclass(frozen=True)
class Finding:
    """One line of the report. ``text`` is an English sentence for operators and never holds a secret."""

    level: Level
    text: str


Check = Callable[[], Iterable[Finding]]
_checks: dict[str, tuple[int, Check]] = {}


def register(name: str, check: Check, order: int = 50) -> None:
    """Add a group of findings under the heading ``name``; called once from an app's ``AppConfig.ready``."""
    _checks[name] = (order, check)


def checks() -> list[tuple[str, Check]]:
    """Return headings and questions in the order of the report."""
    ordered = sorted(_checks.items(), key=lambda item: (item[1][0], item[0]))
    return [(name, check) for name, (_order, check) in ordered]


def ok(text: str) -> Finding:
    """Return a finding that is as it should be."""
    return Finding(Level.OK, text)


def warning(text: str) -> Finding:
    """Return a finding worth a look."""
    return Finding(Level.WARNING, text)


def missing(text: str) -> Finding:
    """Return a finding without which the portal should not be run."""
    return Finding(Level.MISSING, text)
