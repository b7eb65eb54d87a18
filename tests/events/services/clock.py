"""Let a module think that it is another day."""

from datetime import date, datetime, time
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest


def standing_still(monkeypatch: pytest.MonkeyPatch, module: ModuleType, day: date) -> None:
    """Let ``now`` of a module be noon of a day in Berlin."""
    monkeypatch.setattr(module, "now", lambda: datetime.combine(day, time(12), ZoneInfo("Europe/Berlin")))
