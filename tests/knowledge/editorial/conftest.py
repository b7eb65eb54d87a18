import pytest

from digitalradar.knowledge.services.roles import add_roles


@pytest.fixture
def roles(shelves):
    """Groups and workflow of the library."""
    add_roles()
