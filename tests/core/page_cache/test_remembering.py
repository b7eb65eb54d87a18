"""What is remembered per process is never older than the last change, nor newer than the last commit."""

from itertools import count

import pytest
from django.db import transaction

from digitalradar.core import page_cache
from digitalradar.core.page_cache import remembering

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def numbered(cache_on):
    numbers = count()

    @page_cache.remember("region")
    def read(language: str) -> str:
        return f"{language} {next(numbers)}"

    return read


def test_result_is_kept_by_argument_until_its_tag_is_forgotten(numbered):
    assert [numbered("de"), numbered("en"), numbered("de")] == ["de 0", "en 1", "de 0"]
    page_cache.forget("other")
    assert numbered("de") == "de 0"
    page_cache.forget("region")
    assert [numbered("de"), numbered("de")] == ["de 2", "de 2"]


def test_what_a_transaction_has_changed_is_read_by_it_alone(numbered):
    assert numbered("de") == "de 0"
    with transaction.atomic():
        page_cache.forget("region")
        assert [numbered("de"), numbered("de")] == ["de 1", "de 1"]
        page_cache.forget("region")
        assert numbered("de") == "de 2"
        transaction.set_rollback(True)
    assert numbered("de") == "de 0"


def test_result_read_while_something_changes_is_not_kept(cache_on):
    values = iter(["old", "new"])

    @page_cache.remember("region")
    def read() -> str:
        value = next(values)
        if value == "old":
            page_cache.forget("region")
        return value

    assert [read(), read(), read()] == ["old", "new", "new"]


def test_memory_is_bounded(numbered, monkeypatch):
    monkeypatch.setattr(remembering, "LIMIT", 2)
    assert [numbered("a"), numbered("b"), numbered("c"), numbered("a")] == ["a 0", "b 1", "c 2", "a 3"]
