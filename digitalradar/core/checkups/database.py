"""Is the database there, complete and sound?"""

from collections.abc import Iterator

from django.db import connection

from ..checkup import Finding, missing, ok
from ..models import Installation
from ..readiness import database_problem, missing_migrations


def database() -> Iterator[Finding]:
    """Look at reachability, migrations and integrity."""
    if problem := database_problem():
        yield missing(f"{problem} Check DATABASE_URL.")
        return
    version = ".".join(map(str, connection.get_database_version()))
    yield ok(f"{connection.display_name} {version} answers.")
    if lacking := missing_migrations():
        yield missing(f"{len(lacking)} migrations are missing. Run: digitalradar init")
        return
    yield ok("All migrations are there.")
    yield from _integrity()
    if done := Installation.objects.first():
        yield ok(f"Prepared by version {done.version} on {done.finished_at:%Y-%m-%d %H:%M} UTC.")
    else:
        yield missing("It was never prepared to the end. Run: digitalradar init")


def _integrity() -> Iterator[Finding]:
    """Only SQLite can be asked; PostgreSQL keeps checksums of its own."""
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        problems = [row[0] for row in cursor.fetchall()]
        cursor.execute("PRAGMA foreign_key_check")
        orphans = len(cursor.fetchall())
    if problems != ["ok"]:
        yield missing(f"The database file is damaged ({problems[0]}). Restore the last backup.")
    elif orphans:
        yield missing(f"{orphans} rows point at rows that do not exist. Restore the last backup.")
    else:
        yield ok("The integrity check finds nothing.")
