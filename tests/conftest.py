"""What every test may rely on."""

import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache():
    """Start each test with an empty cache: what one test counted or kept must not reach the next."""
    cache.clear()
