"""Bring a backup back: look at everything first, then swap, and undo the swap when it fails."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from django.conf import settings

from digitalradar import __version__

from . import archive
from .create import engine
from .manifest import KEY, MEDIA, BackupRefused, Manifest


def restore_backup(source: Path, *, force: bool = False) -> tuple[Manifest, Path | None]:
    """Replace database and media by those of the backup; return its manifest and where the old ones are kept.

    The database comes last: its swap is atomic, and until then everything else can be moved back.
    Raises BackupRefused, with nothing changed: for a damaged file, one of another kind of database or of a later
    version, a running portal, or, without ``force``, an installation that holds anything.
    """
    data, media = Path(settings.DATA_DIR), Path(settings.MEDIA_ROOT)
    with tempfile.TemporaryDirectory(dir=data, prefix="restore-") as folder:
        staged = Path(folder)
        manifest = archive.unpack(source, staged)
        _refuse_foreign(manifest, staged)
        was_empty = engine().is_empty() and _is_empty(media)
        if not was_empty and not force:
            raise BackupRefused("This installation is not empty. With --force it is replaced, the old one kept aside.")
        (staged / MEDIA).mkdir(exist_ok=True)
        aside = data / f"before-restore-{datetime.now():%Y%m%d-%H%M%S-%f}"
        aside.mkdir(mode=0o700)
        try:
            with _swapped(media, staged / MEDIA, aside), _swapped(data / KEY, staged / KEY, aside):
                engine().replace(staged / engine().NAME, aside)
            if was_empty:
                shutil.rmtree(aside)  # at most a key that nothing was signed with
        finally:
            if aside.exists() and _is_empty(aside):
                aside.rmdir()
    return manifest, aside if aside.exists() else None


@contextmanager
def _swapped(current: Path, fresh: Path, aside: Path) -> Iterator[None]:
    """Put ``fresh``, if the backup has it, in place of ``current``; move back when the block fails."""
    if not fresh.exists():
        yield
        return
    kept = aside / current.name
    if current.exists():
        os.rename(current, kept)
    os.rename(fresh, current)
    try:
        yield
    except BaseException:
        os.rename(current, fresh)
        if kept.exists():
            os.rename(kept, current)
        raise


def _refuse_foreign(manifest: Manifest, staged: Path) -> None:
    if manifest.engine != engine().ENGINE:
        raise BackupRefused(f"This is a backup of {manifest.engine}; this installation uses {engine().ENGINE}.")
    if _parts(manifest.version) > _parts(__version__):
        raise BackupRefused(
            f"This backup was made by version {manifest.version}; this is {__version__}. Upgrade first."
        )
    if not (staged / engine().NAME).exists():
        raise BackupRefused("This backup holds no database.")
    engine().check(staged / engine().NAME)


def _parts(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdigit())


def _is_empty(folder: Path) -> bool:
    return not folder.exists() or not any(folder.iterdir())
