import pytest
from wagtail.models import Collection, Locale, Page

from digitalradar.core.starter import starters
from digitalradar.knowledge.services.roles import add_roles
from tests.factories.shelves import NEEDED


@pytest.fixture
def roles(shelves):
    """Groups and workflow of the library."""
    add_roles()


@pytest.fixture
def emptied_roles(transactional_db):
    """Shelves, groups and workflow for tests after which the database is emptied: what migrations put there may be
    gone."""
    for language in ("de", "en"):
        Locale.objects.get_or_create(language_code=language)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="de"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    for starter in starters():
        if starter.name in NEEDED:
            starter.function()
    add_roles()
