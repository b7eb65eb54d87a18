"""``digitalradar serve``: the web server, granian with WSGI workers, and a process for queued work."""

import copy
import ctypes
import gc
import os
import signal
import sys
import time

from django.conf import settings
from django.core.management import BaseCommand, CommandError
from django.db import connections

from digitalradar.core.jobs.process import start_keeper, stop_keeper
from digitalradar.core.listening import address_problem
from digitalradar.core.readiness import database_problem, missing_migrations

WAIT_SECONDS = 60
STOP_SECONDS = 20


class Command(BaseCommand):
    """Load the application once, wait until the database is migrated, then serve until told to stop."""

    help = "Serve the portal on HOST and PORT."
    requires_migrations_checks = False

    def handle(self, *args, **options):
        wait_for_database(self.stderr.write)
        if problem := address_problem(settings.HOST, settings.PORT):
            raise CommandError(problem)
        import digitalradar.wsgi  # noqa: F401 -- loaded before the workers are forked: they share its memory

        connections.close_all()  # a connection must not be shared across a fork
        gc.collect()
        gc.freeze()
        os.register_at_fork(after_in_child=stop_with_parent)
        self.stdout.write(f"Serving on {settings.PUBLIC_URL} (stop with Ctrl-C)")
        self.stdout.flush()
        keeper = start_keeper() if settings.JOB_WORKER else None
        try:
            server().serve()
        finally:
            if keeper:
                stop_keeper(keeper)


def wait_for_database(tell) -> None:
    """Return once the database is reachable and migrated; another machine may be migrating it right now.

    Raises CommandError after a minute.
    """
    deadline = time.monotonic() + WAIT_SECONDS
    told = False
    while problem := database_problem() or _unmigrated():
        if time.monotonic() > deadline:
            raise CommandError(f"{problem} Run: digitalradar init")
        if not told:
            tell(f"{problem} Waiting up to {WAIT_SECONDS} seconds ...")
            told = True
        time.sleep(1)


def _unmigrated() -> str | None:
    missing = missing_migrations()
    return f"The database lacks {len(missing)} migrations." if missing else None


def stop_with_parent() -> None:
    """Ask Linux to stop this worker when the server process dies: a killed server must free its port."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # 1 is PR_SET_PDEATHSIG, see prctl(2)


def server():
    """Return granian, set up from the settings; it logs in our format."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    return Granian(
        "digitalradar.wsgi:application",
        address=settings.HOST,
        port=settings.PORT,
        interface=Interfaces.WSGI,
        workers=settings.WEB_WORKERS,
        blocking_threads=settings.WEB_THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_SECONDS,
        log_dictconfig=copy.deepcopy(settings.LOGGING),
    )
