"""A portal with its starter content."""

import pytest

from digitalradar.assessments.services.catalogues import load_shipped
from digitalradar.topics.vocabulary import load_vocabulary
from digitalradar.website.starter import load_pages
from tests.factories.shelves import add_shelves
from tests.replaying import replay


@pytest.fixture
def pages(db) -> None:
    """Vocabulary and starter pages."""
    replay(_load_pages)


def _load_pages() -> None:
    load_vocabulary()
    load_pages()


@pytest.fixture
def portal(pages) -> None:
    """Starter pages and all catalogues of the package."""
    load_shipped()


@pytest.fixture
def library(portal) -> None:
    """The same with the empty shelves of the library."""
    add_shelves()
