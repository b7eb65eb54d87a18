"""What tests of the API share."""

from collections.abc import Iterator

import pytest

from digitalradar.api import queries as own
from digitalradar.assessments.queries import catalogues


@pytest.fixture
def forgotten_catalogues() -> Iterator[None]:
    """Forget catalogues before and after a test that loads its own: a row id may come again in the next test."""
    _forget()
    yield
    _forget()


def _forget() -> None:
    for module in (catalogues, own):
        for function in vars(module).values():
            if hasattr(function, "cache_clear"):
                function.cache_clear()
