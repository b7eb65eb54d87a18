"""Several readers come at once to a page whose parts nobody has stored yet, while somebody publishes it."""

import pytest
from django.db import connections
from wagtail.models import Collection, Locale, Page

from digitalradar.core.page_cache import remembering
from digitalradar.knowledge.models import GuidePage, RenderedArticle
from tests.assessments.together import together
from tests.factories.knowledge import make_guide
from tests.factories.shelves import add_shelves

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def guide(settings, tmp_path) -> GuidePage:
    """A guide in a database that other tests may have emptied."""
    settings.DATA_DIR = tmp_path
    for language in ("de", "en"):
        Locale.objects.get_or_create(language_code=language)
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get(language_code="de"))
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    add_shelves()
    return make_guide()


def read(pk: int) -> str:
    remembering.clear_all()  # each reader comes to a process of its own
    return GuidePage.to_read(pk).parts.head


def publish(pk: int) -> None:
    page = GuidePage.objects.get(pk=pk)
    page.promise = "Jetzt besser."
    page.save_revision().publish()


def test_readers_store_parts_once_and_after_a_publication_the_new_ones(guide):
    RenderedArticle.objects.all().delete()
    found = together(*[lambda: read(guide.pk)] * 4)
    assert len(set(found)) == RenderedArticle.objects.count() == 1
    together(lambda: publish(guide.pk), *[lambda: read(guide.pk)] * 3)
    assert "Jetzt besser." in read(guide.pk)
    assert "Jetzt besser." in RenderedArticle.objects.get().head
    connections.close_all()
