"""Do again what was written to the database before, without working it out once more.

Starter pages take most of a second to load, and hundreds of tests begin with them. What the first loading writes is
noted, and written again whenever the tables begin exactly as they did then; otherwise it is loaded as usual. Only on
SQLite and in tests whose transaction is taken back: elsewhere ids go on from test to test.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction
from wagtail.models import Site

from digitalradar.core.page_cache.forgetting import Announcement

READ = re.compile(r"\s*(SELECT|SAVEPOINT|RELEASE|PRAGMA)\b", re.IGNORECASE)
Statement = tuple[str, Any, bool]


@dataclass
class Recording:
    """What was written, and the tables it went to as they were before."""

    before: dict[str, int]
    statements: list[Statement] = field(default_factory=list)
    announced: list[frozenset[str]] = field(default_factory=list)

    def note(self, execute: Callable, sql: str, parameters: Any, many: bool, context: dict) -> Any:
        """Listen to the connection, see Django's ``execute_wrapper``."""
        if not READ.match(sql):
            self.statements.append((sql, parameters, many))
        return execute(sql, parameters, many, context)

    def fits(self) -> bool:
        """Whether the tables are now as they were then."""
        return all(_contents(table) == contents for table, contents in self.before.items())

    def play(self) -> None:
        """Write everything again, and announce the same changes to what keeps pages."""
        with connection.cursor() as cursor:
            for sql, parameters, many in self.statements:
                (cursor.executemany if many else cursor.execute)(sql, parameters)
                if "RETURNING" in sql:
                    cursor.fetchall()
        for tags in self.announced:
            transaction.on_commit(Announcement(tags))
        Site.clear_site_root_paths_cache()


_recordings: dict[Callable[[], object], list[Recording]] = {}


def replay(load: Callable[[], object]) -> None:
    """Do what ``load`` does to the database, by calling it or by writing what it wrote before."""
    made = _recordings.setdefault(load, [])
    if connection.vendor != "sqlite" or not connection.in_atomic_block:
        load()
    elif fitting := next((recording for recording in made if recording.fits()), None):
        fitting.play()
    else:
        made.append(_recorded(load))


def _recorded(load: Callable[[], object]) -> Recording:
    with connection.cursor() as cursor:
        tables = ["sqlite_sequence", *connection.introspection.table_names(cursor)]
    before = {table: _contents(table) for table in tables}
    recording, waiting = Recording(before), len(connection.run_on_commit)
    with connection.execute_wrapper(recording.note):
        load()
    calls = [call for _savepoints, call, *_rest in connection.run_on_commit[waiting:]]
    recording.announced = [call.tags for call in calls if isinstance(call, Announcement)]
    recording.before = {table: then for table, then in before.items() if _contents(table) != then}
    return recording


def _contents(table: str) -> int:
    """Return a hash of all rows; past Django, so that no test counts it as a query."""
    connection.ensure_connection()
    return hash(tuple(connection.connection.execute(f'SELECT * FROM "{table}"')))
