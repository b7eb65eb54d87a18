"""What every test of groups begins with."""

from collections.abc import Iterator

import pytest
from django.utils.translation import override


@pytest.fixture(autouse=True)
def german() -> Iterator[None]:
    """Speak German: a request for an English page leaves its language behind in this thread."""
    with override("de"):
        yield
