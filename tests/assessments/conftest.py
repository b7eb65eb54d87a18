"""What tests of the checks share: a clock to set, and shelves for guides."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from digitalradar.assessments.models import assessment
from digitalradar.assessments.services import answering, clocks, finishing
from tests.factories.shelves import add_shelves


@pytest.fixture
def after(monkeypatch: pytest.MonkeyPatch) -> Callable[..., datetime]:
    """Set the clock of the checks: ``after(days=3)`` is three days from the start of the test; returns that time."""
    started = timezone.now()

    def set_clock(**duration: float) -> datetime:
        moment = started + timedelta(**duration)
        for module in (assessment, answering, clocks, finishing):
            monkeypatch.setattr(module, "now", lambda: moment)
        return moment

    return set_clock


@pytest.fixture
def shelves(db) -> None:
    """The start pages and the empty shelves of the library."""
    add_shelves()
