"""The kept test database is a whole one, and is not taken when something about the migrations has changed."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from tests import migrated


@pytest.fixture
def source(tmp_path, monkeypatch) -> Path:
    """A database with one table."""
    name = tmp_path / "tests.sqlite3"
    with closing(sqlite3.connect(name)) as database:
        database.execute("CREATE TABLE guide (title)")
    monkeypatch.setattr(migrated, "_name", lambda: os.fspath(name))
    return name


def tables(name: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(name)) as database:
        return database.execute("SELECT name FROM sqlite_master").fetchall()


def test_kept_database_comes_back_in_place_of_what_was_left(source, tmp_path):
    assert not migrated.take(tmp_path / "kept")
    migrated.keep(tmp_path / "kept")
    source.write_bytes(b"")
    Path(f"{source}-wal").write_bytes(b"left behind")
    assert migrated.take(tmp_path / "kept")
    assert tables(source) == [("guide",)]


def test_only_the_newest_are_kept(source, tmp_path, monkeypatch):
    folder = tmp_path / "kept"
    for number in range(5):
        monkeypatch.setattr(migrated, "digest", lambda number=number: f"digest-{number}")
        migrated.keep(folder)
        os.utime(folder / f"digest-{number}.sqlite3", (number, number))
    assert sorted(file.stem for file in folder.iterdir()) == ["digest-2", "digest-3", "digest-4"]


def test_digest_changes_with_a_migration_and_with_the_languages(tmp_path, settings, monkeypatch):
    before = migrated.digest()
    assert migrated.digest() == before
    languages, settings.LANGUAGES = settings.LANGUAGES, [("de", "Deutsch")]
    assert migrated.digest() != before
    settings.LANGUAGES = languages
    changed = tmp_path / "0001_kernel.py"
    changed.write_text("# another one")
    found = migrated.getsourcefile
    events = MigrationLoader(None).disk_migrations["events", "0001_kernel"]
    monkeypatch.setattr(migrated, "getsourcefile", lambda kind: changed if kind is type(events) else found(kind))
    assert migrated.digest() != before


@pytest.mark.django_db
def test_no_migration_is_missing_in_the_database_of_the_tests():
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        assert set(MigrationLoader(None).graph.leaf_nodes()) <= set(cursor.fetchall())
