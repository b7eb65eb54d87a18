"""A portal with its starter content."""

import pytest

from digitalradar.assessments.services.catalogues import load_shipped
from digitalradar.topics.vocabulary import load_vocabulary
from digitalradar.website.starter import load_pages


@pytest.fixture
def pages(db) -> None:
    """Vocabulary and starter pages."""
    load_vocabulary()
    load_pages()


@pytest.fixture
def portal(pages) -> None:
    """Starter pages and all catalogues of the package."""
    load_shipped()
