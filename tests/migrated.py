"""The test database of SQLite as the migrations leave it, kept between test runs: to migrate takes half a minute.

It is kept under a digest of everything that made it, so that no change of a migration goes unnoticed; what is missing
in it would be migrated all the same. PostgreSQL is always migrated.
"""

import hashlib
import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from importlib.metadata import version
from inspect import getsourcefile
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

FOLDER = Path(__file__).resolve().parent.parent / ".pytest_cache" / "migrated"
KEPT = 3


def take(folder: Path = FOLDER) -> bool:
    """Put the kept database where that of the tests belongs; return whether there was one."""
    kept = folder / f"{digest()}.sqlite3"
    if not kept.exists():
        return False
    for beside in ("-wal", "-shm"):  # of a run that was broken off in a data folder that stays
        Path(_name() + beside).unlink(missing_ok=True)
    shutil.copyfile(kept, _name())
    with suppress(FileNotFoundError):
        kept.touch()  # the newest ones stay
    return True


def keep(folder: Path = FOLDER) -> None:
    """Keep the database of the tests, which has just been migrated; forget older ones."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, unfinished = tempfile.mkstemp(dir=folder)  # another test run may be keeping the same one
    os.close(descriptor)
    with closing(sqlite3.connect(_name())) as source, closing(sqlite3.connect(unfinished)) as target:
        source.backup(target)
    Path(unfinished).replace(folder / f"{digest()}.sqlite3")
    found = {file: file.stat().st_mtime for file in folder.glob("*.sqlite3")}
    for file in sorted(found, key=found.__getitem__)[:-KEPT]:
        file.unlink(missing_ok=True)


def digest() -> str:
    """Return one SHA-256 over all migrations, the languages, and the versions of what runs them."""
    hashed = hashlib.sha256()
    for key, migration in sorted(MigrationLoader(None, ignore_no_migrations=True).disk_migrations.items()):
        hashed.update(repr(key).encode())
        hashed.update(Path(getsourcefile(type(migration))).read_bytes())
    installed = [config.name for config in apps.get_app_configs()]
    libraries = [django.get_version(), version("wagtail"), sqlite3.sqlite_version]
    hashed.update(repr([installed, libraries, settings.LANGUAGES, settings.LANGUAGE_CODE]).encode())
    return hashed.hexdigest()


def is_keepable() -> bool:
    """Whether the tests run on a file."""
    return connection.vendor == "sqlite"


def _name() -> str:
    return settings.DATABASES["default"]["TEST"]["NAME"]
