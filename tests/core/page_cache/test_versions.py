"""Which change is seen when: by others, inside a transaction, after a kill, after a restored backup."""

import pytest
from django.db import DatabaseError, transaction

from digitalradar.core import page_cache
from digitalradar.core.models import CacheState, CacheTag, ForgottenTag
from digitalradar.core.page_cache import forgetting
from digitalradar.core.page_cache.versions import Versions, known
from tests.assessments.together import together

pytestmark = pytest.mark.django_db(transaction=True)
PAGE = frozenset({"page:1"})


@pytest.mark.database
def test_changes_at_once_are_all_numbered(cache_on):
    since = known.now()
    together(*[lambda tag=tag: page_cache.forget(f"page:{tag}", "lists") for tag in range(8)])
    assert sorted(CacheTag.objects.values_list("tag", flat=True)) == ["lists", *(f"page:{tag}" for tag in range(8))]
    assert not ForgottenTag.objects.exists()
    assert [known.is_current(frozenset({tag}), since) for tag in ("page:0", "page:7", "lists", "page:8")] == [
        False,
        False,
        False,
        True,
    ]


@pytest.mark.database
def test_no_change_waits_for_another_to_end(cache_on):
    """A long transaction has named a tag; others are named, committed and seen meanwhile."""
    since = known.now()
    with transaction.atomic():
        page_cache.forget("page:1")
        if forgetting.connection.vendor == "postgresql":  # SQLite has one writer at a time anyway
            together(lambda: page_cache.forget("page:2"))
            assert not known.is_current(frozenset({"page:2"}), since)
    assert not known.is_current(PAGE, since)


def test_change_counts_at_once_for_its_own_transaction(cache_on):
    since = known.now()
    with transaction.atomic():
        page_cache.forget("page:1")
        assert not known.is_current(PAGE, since)
        transaction.set_rollback(True)
    assert known.is_current(PAGE, since)


def test_change_of_a_killed_process_is_taken_up_by_whoever_asks_next(cache_on):
    since = known.now()
    ForgottenTag.objects.create(tag="page:1")  # committed, but the process died before it could announce it
    forgetting.touch()
    assert not known.is_current(PAGE, since)
    assert list(CacheTag.objects.values_list("tag", flat=True)) == ["page:1"]


def test_change_is_announced_although_its_numbering_fails(cache_on, monkeypatch):
    since = known.now()

    def fail() -> None:
        raise DatabaseError

    with monkeypatch.context() as broken:
        broken.setattr(forgetting, "number_forgotten_tags", fail)
        page_cache.forget("page:1")
    assert not known.is_current(PAGE, since)


def test_restored_backup_makes_everything_old(cache_on):
    page_cache.forget("page:1")
    page_cache.forget("page:1")
    since = known.now()
    CacheState.objects.update(version=1)
    CacheTag.objects.update(version=1)
    forgetting.touch()
    assert not known.is_current(frozenset({"page:2"}), since)
    assert known.is_current(PAGE, known.now())


def test_new_process_knows_all_tags(cache_on):
    page_cache.forget("page:1")
    page_cache.forget("page:2")
    process = Versions()
    position = process.now()
    assert position.version == 2
    assert process.is_current(PAGE, position._replace(version=1))
    assert not process.is_current(PAGE, position._replace(version=0))
    assert process.changed_at(PAGE) > process.changed_at(frozenset({"page:3"})) == 0


def test_without_the_tables_what_is_known_counts(cache_on, monkeypatch, caplog):
    since = known.now()

    def fail() -> int:
        raise DatabaseError("no such table")

    monkeypatch.setattr("digitalradar.core.page_cache.versions._newest_version", fail)
    forgetting.touch()
    assert known.is_current(PAGE, since)
    assert "Forgotten tags cannot be read." in caplog.text
