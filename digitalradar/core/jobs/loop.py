"""The loop of the worker process: take what is queued, then look for what was left lying."""

import logging
import os
import signal
import time
from collections.abc import Callable

from django.db import close_old_connections
from django.utils.crypto import get_random_string
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from . import BACKEND, sweeps

logger = logging.getLogger(__name__)

POLL_SECONDS = 0.3
SWEEP_SECONDS = 3.0
MOST_TASKS = 200
"""After so many tasks the process ends and a fresh one takes over: what libraries keep in memory goes with it."""


class JobLoop:
    """Work until told to stop; the task at hand is finished first."""

    def __init__(self, *, is_wanted: Callable[[], bool] = lambda: True) -> None:
        self.worker_id = f"{os.getpid()}-{get_random_string(8)}"
        self.is_wanted = is_wanted
        self.done = 0
        self._stopped = False  # no threading.Event: setting one in a signal handler can deadlock
        self._worker: Worker | None = None
        self._swept_at = -SWEEP_SECONDS

    def stop(self, *_signal: object) -> None:
        """End after the task at hand."""
        self._stopped = True
        if self._worker is not None:
            self._worker.running = False

    def run(self) -> None:
        """Return when stopped, when no longer wanted, or after :data:`MOST_TASKS` tasks."""
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self.stop)
        while not self._stopped and self.is_wanted() and self.done < MOST_TASKS:
            close_old_connections()
            self.sweep()
            self.work()
            time.sleep(POLL_SECONDS)

    def work(self) -> None:
        """Do what is queued. Looking is cheap; only for real work is the queue locked."""
        if not waiting_tasks().exists():
            return
        self._worker = Worker(
            queue_names=["*"],
            interval=0,
            batch=True,
            backend_name=BACKEND,
            startup_delay=False,
            max_tasks=MOST_TASKS - self.done,
            worker_id=self.worker_id,
            excluded_queue_names=[],
        )
        self._worker.running = not self._stopped
        self._worker.run()
        self.done += self._worker._run_tasks
        self._worker = None

    def sweep(self) -> None:
        """Let every app queue what was left lying. While tasks wait, nothing is: they are the ones."""
        if time.monotonic() - self._swept_at < SWEEP_SECONDS or waiting_tasks().exists():
            return
        self._swept_at = time.monotonic()
        for name, sweep in sweeps().items():
            if count := sweep():
                logger.warning("Taken up again: %s %s.", count, name)


def waiting_tasks():
    """Return the tasks nobody has begun, the oldest first."""
    return DBTaskResult.objects.ready().filter(backend_name=BACKEND).order_by("enqueued_at")
