"""Tell every process that something has changed: noted with the change itself, numbered after its commit.

Two steps, so that no change waits for another one's end: a row per tag is added inside the transaction, and only after
the commit these rows get the next version, one change at a time. If a process is killed between the two, whoever asks
next does the second step (:mod:`.versions`).
"""

import contextlib
import os
import time
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, transaction

from ..models import CacheState, CacheTag, ForgottenTag

STAMP = "page-cache.stamp"


@dataclass(frozen=True)
class Announcement:
    """What is done after the commit; while it is still to be done it says which tags this transaction has named.

    ``memory`` is for what this transaction alone has read since then (:func:`page_cache.remember`).
    """

    tags: frozenset[str]
    memory: dict[Hashable, Any] = field(default_factory=dict, compare=False)

    def __call__(self) -> None:
        with contextlib.suppress(DatabaseError):  # the change is saved; whoever asks next takes its rows up
            number_forgotten_tags()
        touch()


def note(tags: Iterable[str]) -> None:
    """Add the tags to what is to be forgotten when this transaction is committed."""
    names = frozenset(tags)
    if names:
        ForgottenTag.objects.bulk_create([ForgottenTag(tag=name) for name in sorted(names)])
        transaction.on_commit(Announcement(names))


def uncommitted(tags: frozenset[str]) -> Announcement | None:
    """Return the last change with one of the tags that this very transaction has made and not committed yet."""
    for _savepoints, call, *_rest in reversed(connection.run_on_commit):
        if isinstance(call, Announcement) and not call.tags.isdisjoint(tags):
            return call
    return None


@transaction.atomic
def number_forgotten_tags() -> None:
    """Give all tags that are noted and committed the next version; one row is locked, so versions have one order."""
    CacheState.objects.get_or_create(pk=1)
    state = CacheState.objects.select_for_update().get(pk=1)
    noted = dict(ForgottenTag.objects.values_list("pk", "tag"))
    if not noted:
        return
    state.version += 1
    state.save()
    rows = [CacheTag(tag=tag, version=state.version, changed_at=int(time.time())) for tag in sorted({*noted.values()})]
    changed = ["version", "changed_at"]
    CacheTag.objects.bulk_create(rows, update_conflicts=True, unique_fields=["tag"], update_fields=changed)
    ForgottenTag.objects.filter(pk__in=noted).delete()


def stamp() -> int:
    """Return when a process of this machine last announced a change, 0 if none ever did; takes a microsecond."""
    try:
        return os.stat(_path()).st_mtime_ns
    except OSError:
        return 0


def touch() -> None:
    """Change the file's time. It may fail on a read-only disk: then others learn by asking every few seconds."""
    with contextlib.suppress(OSError):
        now = max(time.time_ns(), stamp() + 1)
        Path(_path()).touch()
        os.utime(_path(), ns=(now, now))


def _path() -> str:
    return _path_in(settings.DATA_DIR)


@cache
def _path_in(folder: Path) -> str:
    return str(folder / STAMP)
