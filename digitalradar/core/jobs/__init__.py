"""Work that is done beside the pages: queued in the database, done by the worker process.

A task takes ids, may run more than once and writes only what is missing. Task rows are carriers, never the truth:
a killed worker or server may lose one. So whoever queues work keeps its state in rows of its own and registers a
**sweep**, which looks for work that was left lying and queues it again.
"""

from collections.abc import Callable

from django.db import transaction
from django_tasks.base import Task

BACKEND = "worker"  # of settings.TASKS

Sweep = Callable[[], int]
_sweeps: dict[str, Sweep] = {}


def enqueue(task: Task, *args: int | str) -> None:
    """Queue a task once what it works on is committed."""
    transaction.on_commit(lambda: task.enqueue(*args))


def register_sweep(name: str, sweep: Sweep) -> None:
    """Add a function that queues what was left lying and returns how many; from an app's ``AppConfig.ready``.

    The worker calls it when it begins and every few seconds while the queue is empty.
    """
    _sweeps[name] = sweep


def sweeps() -> dict[str, Sweep]:
    """Return the registered sweeps by name."""
    return dict(_sweeps)
