import pytest

from digitalradar.core.starter import starters

NEEDED = ("vocabulary", "pages", "library shelves")


@pytest.fixture
def shelves(db):
    """The start pages and the empty shelves of the library."""
    for starter in starters():
        if starter.name in NEEDED:
            starter.function()
