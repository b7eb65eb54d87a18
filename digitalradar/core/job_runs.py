"""Remembers when due work was done, so that doctor and back office notice when nobody calls it any more."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.functional import Promise
from django.utils.timezone import now

from .due_work import jobs
from .models import Installation, JobRun

PATIENCE = timedelta(days=2)  # the work is called once a day; one day may go wrong


@dataclass(frozen=True)
class JobState:
    """One registered job: its last run, if any, and whether nobody has done it for :data:`PATIENCE`."""

    name: str
    label: str | Promise
    run: JobRun | None
    is_late: bool

    @property
    def has_failed(self) -> bool:
        return self.run is not None and self.run.has_failed

    @property
    def needs_somebody(self) -> bool:
        return self.is_late or self.has_failed


def note_done(name: str, count: int) -> None:
    """Remember that a job ended well and how many things it dealt with."""
    JobRun.objects.update_or_create(name=name, defaults={"finished_at": now(), "count": count})


def note_failed(name: str) -> None:
    """Remember that a job failed; when it last ended well stays."""
    JobRun.objects.update_or_create(name=name, defaults={"failed_at": now()})


def job_states() -> list[JobState]:
    """Return every job by name. A new installation has :data:`PATIENCE` to do its jobs for the first time."""
    runs = {run.name: run for run in JobRun.objects.all()}
    prepared = Installation.objects.values_list("finished_at", flat=True).first()
    states = []
    for job in jobs():
        run = runs.get(job.name)
        last = run.finished_at if run and run.finished_at else prepared
        states.append(JobState(job.name, job.label, run, last is None or now() - last > PATIENCE))
    return states
