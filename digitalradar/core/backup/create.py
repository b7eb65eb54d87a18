"""Make a backup while the portal runs."""

import os
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

from django.conf import settings
from django.db import connection

from . import archive, postgres, sqlite
from .manifest import KEY, MEDIA, BackupRefused, Manifest


def engine() -> ModuleType:
    """Return the module for the database of this installation."""
    return sqlite if connection.vendor == "sqlite" else postgres


def create_backup(target: Path, *, with_key: bool = False) -> Manifest:
    """Write database, media and, on demand, the secret key to ``target`` (.tar.gz); return what it holds.

    The database is copied first: every picture it names was there before, so the media that follow are complete.
    Raises BackupRefused; then no file is left behind.
    """
    if with_key and os.environ.get("SECRET_KEY"):
        raise BackupRefused("The secret key comes from SECRET_KEY, not from a file; keep it where you keep settings.")
    if not target.parent.is_dir():
        raise BackupRefused(f"There is no folder {target.parent}.")
    if target.exists():
        raise BackupRefused(f"{target} exists already; choose another name.")
    manifest = Manifest(created_at=datetime.now(UTC).isoformat(timespec="seconds"), engine=engine().ENGINE)
    with tempfile.TemporaryDirectory(dir=settings.DATA_DIR, prefix="backup-") as folder:
        copy = Path(folder) / engine().NAME
        engine().dump(copy)
        archive.write(target, manifest, _members(copy, with_key))
    return manifest


def _members(copy: Path, with_key: bool) -> Iterator[tuple[str, Path]]:
    yield copy.name, copy
    root = Path(settings.MEDIA_ROOT)
    for file in sorted(root.rglob("*")):
        if file.is_file() and not file.is_symlink():
            yield f"{MEDIA}{file.relative_to(root).as_posix()}", file
    if with_key:
        yield KEY, Path(settings.DATA_DIR) / KEY
