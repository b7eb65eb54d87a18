"""What tests of the checks share: catalogues read afresh, a clock to set, things done at the same time."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from digitalradar.assessments.models import assessment
from digitalradar.assessments.presentation import fixed_parts, question
from digitalradar.assessments.queries import catalogues
from digitalradar.assessments.services import answering, clocks, finishing


@pytest.fixture
def forgotten_catalogues() -> Iterator[None]:
    """Forget catalogues before and after a test that loads its own: a row id may come again in the next test."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    for module in (catalogues, fixed_parts, question):
        for function in vars(module).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()


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
