"""What every test may rely on."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache():
    """Start each test with an empty cache: what one test counted or kept must not reach the next."""
    cache.clear()


@pytest.fixture
def forgotten_catalogues() -> Iterator[None]:
    """Forget catalogues before and after a test that loads its own: a row id may come again in the next test."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    from digitalradar.api import queries as structures
    from digitalradar.assessments.presentation import fixed_parts, question
    from digitalradar.assessments.queries import catalogues

    for module in (catalogues, fixed_parts, question, structures):
        for function in vars(module).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()
