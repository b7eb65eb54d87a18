"""Are the folders usable and the files of this version in place?"""

import os
import shutil
import tempfile
from collections.abc import Iterator

from django.conf import settings

from ..checkup import Finding, missing, ok, warning

LITTLE, TOO_LITTLE = 1_000_000_000, 100_000_000  # bytes
GROUP_AND_OTHERS = 0o077


def data_folder() -> Iterator[Finding]:
    """Look at rights and free space of the data folder."""
    folder = settings.DATA_DIR
    try:
        with tempfile.TemporaryFile(dir=folder):
            yield ok(f"{folder} is writable.")
    except OSError as error:
        yield missing(f"{folder} is not writable ({error.strerror}). Check DIGITALRADAR_DATA_DIR and its owner.")
        return
    free = shutil.disk_usage(folder).free
    told = f"{free / 1e9:.1f} GB are free."
    yield missing(told) if free < TOO_LITTLE else warning(told) if free < LITTLE else ok(told)
    if os.name == "posix" and folder.stat().st_mode & GROUP_AND_OTHERS:
        yield warning(f"Other users of this machine may look into {folder}. Run: chmod 700 {folder}")


def shipped_files() -> Iterator[Finding]:
    """Look at collected static files and compiled translations."""
    if (settings.STATIC_ROOT / "staticfiles.json").exists():
        yield ok("Static files are collected.")
    else:
        yield missing("Static files are not collected. Run: digitalradar init")
    for code, _name in settings.LANGUAGES:
        if code == settings.LANGUAGE_CODE:
            continue  # the sources are written in it
        if any((path / code / "LC_MESSAGES" / "django.mo").exists() for path in settings.LOCALE_PATHS):
            yield ok(f"The translation {code} is there.")
        else:
            yield missing(f"The translation {code} is not compiled. Run: make messages")
