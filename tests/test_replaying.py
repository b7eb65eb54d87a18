"""What is written again is what would have been loaded."""

import pytest
from django.db import connection
from wagtail.models import Page

from digitalradar.core.page_cache import forgetting
from digitalradar.topics.models import TopicField
from tests.factories.shelves import _load, add_shelves
from tests.replaying import _contents

TOUCHED = {"wagtailcore_page", "wagtailcore_referenceindex", "core_forgottentag"}  # by loading twice


def rows() -> dict[str, int]:
    """Return a hash of each table."""
    return {table: _contents(table) for table in connection.introspection.table_names()}


def pages() -> list[tuple]:
    return list(Page.objects.order_by("path").values_list("pk", "path", "numchild", "title", "url_path", "live"))


@pytest.mark.django_db
@pytest.mark.parametrize("attempt", [1, 2])
def test_pages_are_those_of_a_real_loading(attempt):
    """The first test may be the one that notes, the second one writes again."""
    add_shelves()
    assert len(pages()) > 10
    told = [call.tags for _savepoints, call, *_rest in connection.run_on_commit]
    found = pages(), TopicField.objects.count(), told
    assert forgetting.uncommitted(told[0])
    before = rows()
    _load()  # finds everything in place
    assert (pages(), TopicField.objects.count()) == found[:2]
    assert {table for table, contents in rows().items() if before[table] != contents} <= TOUCHED


@pytest.mark.django_db
def test_tables_that_begin_otherwise_are_loaded_as_usual():
    root = Page.objects.get(depth=1)
    other = root.add_child(instance=Page(title="Schon da", slug="schon-da", locale=root.locale))
    add_shelves()
    assert Page.objects.filter(pk=other.pk, title="Schon da").exists()
    assert Page.objects.filter(slug="leitfaeden").exists()
