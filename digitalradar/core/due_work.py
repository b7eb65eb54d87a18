"""Work that falls due with time: deletions, releases, reminders. Apps register it; ``digitalradar run-jobs`` does it.

Each job may run any number of times and does only what is due.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

Work = Callable[[], int]


@dataclass(frozen=True)
class Job:
    """One kind of work; ``work`` returns how many things it dealt with, ``label`` names it in the back office."""

    name: str
    work: Work
    label: str | Promise


_jobs: dict[str, Job] = {}


def register(name: str, work: Work, label: str | Promise = "") -> None:
    """Add a job, once, from an app's ``AppConfig.ready``; ``name`` is what the command prints, ``label`` for staff."""
    _jobs[name] = Job(name, work, label or name)


def jobs() -> list[Job]:
    """Return all jobs by name."""
    return sorted(_jobs.values(), key=lambda job: job.name)
