import pytest
from django.test import Client


@pytest.fixture
def cache_on(settings, tmp_path):
    """The page cache as it is in use, with a data folder of its own for the stamp."""
    settings.PAGE_CACHE_BYTES = 1024 * 1024
    settings.DATA_DIR = tmp_path


@pytest.fixture
def browsers(cache_on):
    """Two processes: each client has middlewares, and so a memory, of its own."""
    return Client(headers={"user-agent": "Firefox"}), Client(headers={"user-agent": "Firefox"})
