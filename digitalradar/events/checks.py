"""What else has to hold of dates of a format: its app says so, and acts that change times ask."""

from collections.abc import Callable

from .models import Occurrence

Check = Callable[[Occurrence], None]

_checks: dict[str, Check] = {}


def register(kind_id: str, check: Check) -> None:
    """Let ``check(occurrence)`` raise a ``DomainError`` when a date of a kind cannot be as it is now.

    Called once, from an app's ``AppConfig.ready``. It runs under the lock of the date, after it was published or got
    another time and before that is kept; what it refuses is taken back.
    """
    _checks[kind_id] = check


def check(occurrence: Occurrence) -> None:
    """Hold a date against the check of its format, if it has one."""
    if own := _checks.get(occurrence.kind):
        own(occurrence)
