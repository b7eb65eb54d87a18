"""Copy an SQLite database while others write, and put a copy in its place."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.conf import settings
from django.db import connections

from .manifest import BackupRefused

ENGINE = "sqlite"
NAME = "database.sqlite3"
COMPANIONS = ("-wal", "-shm", "-journal")


def file() -> Path:
    """Return where the database lies."""
    return Path(settings.DATABASES["default"]["NAME"]).absolute()


def dump(target: Path) -> None:
    """Write a consistent copy: one read transaction of SQLite's backup interface, which stops no writer."""
    if not file().exists():
        raise BackupRefused("There is no database yet. Run: digitalradar init")
    with closing(sqlite3.connect(file(), timeout=20)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # the copy is one file, without a log beside it
    check(target)


def check(copy: Path) -> None:
    """Raise BackupRefused when the file is no sound database."""
    try:
        with closing(sqlite3.connect(copy)) as database:
            answer = database.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise BackupRefused("The database in it is damaged.") from error
    if answer != "ok":
        raise BackupRefused(f"The database in it is damaged: {answer}")


def is_empty() -> bool:
    """Whether there is nothing to lose."""
    return not file().exists() or file().stat().st_size == 0


def replace(copy: Path, aside: Path) -> None:
    """Put the copy in place of the database by one rename; keep the old one in ``aside``.

    Raises BackupRefused while somebody else has the database open.
    """
    connections.close_all()
    file().parent.mkdir(parents=True, exist_ok=True)
    fresh, kept = file().with_name(f"{file().name}.restoring"), aside / file().name
    try:
        shutil.copyfile(copy, fresh)
        os.chmod(fresh, 0o600)
        _close_for_all()
        if file().exists():
            shutil.copy2(file(), kept)
        os.replace(fresh, file())
    except BaseException:
        kept.unlink(missing_ok=True)
        fresh.unlink(missing_ok=True)
        raise


def _close_for_all() -> None:
    """Fold the write-ahead log into the file. Works only when nobody else has it open, which is what we ask."""
    if is_empty():
        return
    try:
        with closing(sqlite3.connect(file(), timeout=1)) as database:
            database.execute("PRAGMA journal_mode=DELETE")
    except sqlite3.OperationalError as error:
        raise BackupRefused("The portal is still running. Stop it, then restore.") from error
    except sqlite3.DatabaseError:
        pass  # what is replaced may be damaged: perhaps that is why somebody restores
    for ending in COMPANIONS:
        file().with_name(file().name + ending).unlink(missing_ok=True)
