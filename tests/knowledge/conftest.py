import pytest

from tests.factories.shelves import add_shelves


@pytest.fixture
def shelves(db):
    """The start pages and the empty shelves of the library."""
    add_shelves()
