"""Which tags were forgotten when: counted in the database, announced to the other processes by touching a file."""

import os
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F

from ..models import CacheState, CacheTag
from . import watchers

POLL_SECONDS = 5.0  # how late another machine learns of a change; on this machine the file tells at once
STAMP = "page-cache.stamp"


def bump(tags: Iterable[str]) -> None:
    """Give the tags the next version; one row is locked until commit, so versions become visible in their order."""
    names = sorted(set(tags))
    if not names:
        return
    with transaction.atomic():
        CacheState.objects.get_or_create(pk=1)
        CacheState.objects.filter(pk=1).update(version=F("version") + 1)
        version = CacheState.objects.values_list("version", flat=True).get(pk=1)
        rows = [CacheTag(tag=name, version=version) for name in names]
        CacheTag.objects.bulk_create(rows, update_conflicts=True, unique_fields=["tag"], update_fields=["version"])
        transaction.on_commit(_announce)


class Versions:
    """What this process knows about forgotten tags."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, int] = {}
        self._stamp = -1
        self._asked = float("-inf")
        self.version = 0

    def is_current(self, tags: frozenset[str], version: int) -> bool:
        """Whether a page begun at ``version`` may still be shown; asks the database only when something happened."""
        if _stamp() != self._stamp or time.monotonic() - self._asked > POLL_SECONDS:
            self.refresh()
        return all(self._known.get(tag, 0) <= version for tag in tags)

    def refresh(self) -> int:
        """Read what was forgotten since the last time, tell the watchers, return the newest version."""
        with self._lock:
            stamp = _stamp()  # read before the rows: a change in between is read again, never missed
            for tag, version in _changed_since(self.version):
                self._known[tag] = version
                self.version = max(self.version, version)
                for forget_locally in watchers(tag):
                    forget_locally()
            self._stamp, self._asked = stamp, time.monotonic()
            return self.version


def _changed_since(version: int) -> list[tuple[str, int]]:
    """Return tag and version in plain SQL: this runs before every page that is rendered."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tag, version FROM core_cachetag WHERE version > %s", [version])
        return cursor.fetchall()


def _path() -> Path:
    return settings.DATA_DIR / STAMP


def _stamp() -> int:
    try:
        return os.stat(_path()).st_mtime_ns
    except OSError:
        return 0


def _announce() -> None:
    """Change the file's time. It may fail on a read-only disk: then others learn by asking every few seconds."""
    try:
        now = max(time.time_ns(), _stamp() + 1)
        _path().touch()
        os.utime(_path(), ns=(now, now))
    except OSError:
        pass
