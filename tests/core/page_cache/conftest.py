import pytest
from django.test import Client

from digitalradar.core.page_cache.versions import known


@pytest.fixture
def cache_on(settings, tmp_path):
    """The page cache as it is in use, with a data folder of its own for the stamp."""
    settings.PAGE_CACHE_BYTES = 1024 * 1024
    settings.DATA_DIR = tmp_path
    known.clear()


@pytest.fixture
def browsers(cache_on):
    """Two browsers, each at a process with kept pages of its own."""
    return Client(headers={"user-agent": "Firefox"}), Client(headers={"user-agent": "Firefox"})
