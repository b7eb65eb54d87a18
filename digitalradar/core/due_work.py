"""Work that falls due with time: deletions, releases, reminders. Apps register it; ``digitalradar run-jobs`` does it.

Each job may run any number of times and does only what is due.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

Work = Callable[[], int]
DELETIONS, LATER = 10, 50  # values of ``order``


@dataclass(frozen=True)
class Job:
    """One kind of work; ``work`` returns how many things it dealt with, ``label`` names it in the back office.

    ``order`` tells what comes first: deletions, so that nothing is published of data whose time is over.
    """

    name: str
    work: Work
    label: str | Promise
    order: int = LATER


_jobs: dict[str, Job] = {}


def register(name: str, work: Work, label: str | Promise = "", *, order: int = LATER) -> None:
    """Add a job, once, from an app's ``AppConfig.ready``; ``name`` is what the command prints, ``label`` for staff."""
    _jobs[name] = Job(name, work, label or name, order)


def jobs() -> list[Job]:
    """Return all jobs in the order in which they are done; at equal order by name."""
    return sorted(_jobs.values(), key=lambda job: (job.order, job.name))
