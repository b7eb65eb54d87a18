"""Whether this process can serve: the database answers and holds every migration of this version."""

import threading
import time

from django.db import DatabaseError, InterfaceError, connection
from django.db.migrations.executor import MigrationExecutor

RETRY_SECONDS = 1.0


def missing_migrations() -> list[str]:
    """Return the names of migrations this version has and the database has not, in the order of running."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def database_problem() -> str | None:
    """Return why the database cannot be used, in one sentence without any address or password; else None."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except (DatabaseError, InterfaceError):
        return "The database cannot be reached."
    return None


class Readiness:
    """Answers "ready?" cheaply: migrations are compared until they are complete once, the database each time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._migrated = False
        self._checked_at = float("-inf")

    def problem(self) -> str | None:
        """Return what is missing, or None when ready."""
        if reason := database_problem():
            return reason
        if not self._is_migrated():
            return "The database is not migrated yet."
        return None

    def _is_migrated(self) -> bool:
        """Compare at most once a second while incomplete: comparing reads every migration file."""
        with self._lock:
            if not self._migrated and time.monotonic() - self._checked_at >= RETRY_SECONDS:
                self._migrated = not missing_migrations()
                self._checked_at = time.monotonic()
            return self._migrated


readiness = Readiness()
