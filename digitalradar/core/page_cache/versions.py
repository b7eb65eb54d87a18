"""What this process knows about forgotten tags."""

import logging
import threading
import time
from typing import NamedTuple

from django.db import DatabaseError, InterfaceError, connection

from . import forgetting

POLL_SECONDS = 5.0  # how late another machine learns of a change; on this machine the file tells at once
logger = logging.getLogger(__name__)


class Position(NamedTuple):
    """How much was known at a moment. The epoch changes when versions went backwards: a backup was restored."""

    epoch: int
    version: int


class Versions:
    """The newest version of each tag as far as this process has learned."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.position = Position(0, 0)
        self.clear()

    def clear(self) -> None:
        """Know nothing, as at the start of a process."""
        self._tags: dict[str, int] = {}
        self._changed_at: dict[str, int] = {}
        self._stamp = -1
        self._asked = float("-inf")
        self.position = Position(self.position.epoch + 1, 0)

    def rest(self) -> None:
        """Ask nobody until a change is announced on this machine: for tests that count queries."""
        self._stamp, self._asked = forgetting.stamp(), float("inf")

    def now(self) -> Position:
        """Return how much is known, after asking the database if something happened.

        Take it before reading what a page shows: a change in between then makes the page too old, never too new.
        """
        if forgetting.stamp() != self._stamp or time.monotonic() - self._asked > POLL_SECONDS:
            self._refresh()
        return self.position

    def is_current(self, tags: frozenset[str], since: Position) -> bool:
        """Whether nothing with one of the tags was forgotten since ``since``, by anybody or by this transaction."""
        epoch, _version = self.now()
        if since.epoch != epoch or forgetting.uncommitted(tags):
            return False
        return all(self._tags.get(tag, 0) <= since.version for tag in tags)

    def changed_at(self, tags: frozenset[str]) -> int:
        """Return when one of the tags was last forgotten (Unix time), 0 if never."""
        return max((self._changed_at.get(tag, 0) for tag in tags), default=0)

    def _refresh(self) -> None:
        with self._lock:
            stamp = forgetting.stamp()  # read before the rows: a change in between is read again, never missed
            try:
                self._read()
            except (DatabaseError, InterfaceError):  # rather an old page than none; it is asked again soon
                logger.exception("Forgotten tags cannot be read.")
            self._stamp, self._asked = stamp, time.monotonic()

    def _read(self) -> None:
        is_alone = not connection.in_atomic_block  # inside a transaction others' changes may not be visible yet
        if is_alone and _is_something_noted():
            forgetting.number_forgotten_tags()
        if (newest := _newest_version()) < self.position.version and is_alone:
            self.clear()
        if newest > self.position.version:
            for tag, version, changed_at in _changed_since(self.position.version):
                self._tags[tag], self._changed_at[tag] = version, changed_at
            self.position = self.position._replace(version=newest)


known = Versions()

# Plain SQL: this runs again and again between two pages.


def _is_something_noted() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM core_forgottentag LIMIT 1")
        return cursor.fetchone() is not None


def _newest_version() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM core_cachestate WHERE id = 1")
        row = cursor.fetchone()
    return row[0] if row else 0


def _changed_since(version: int) -> list[tuple[str, int, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tag, version, changed_at FROM core_cachetag WHERE version > %s", [version])
        return cursor.fetchall()
