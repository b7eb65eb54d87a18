"""Is the work that falls due with time done?"""

from collections.abc import Iterator

from ..checkup import Finding, ok, warning
from ..job_runs import PATIENCE, job_states


def due_work() -> Iterator[Finding]:
    """Warn about jobs that failed, and about jobs that nobody has called for two days."""
    states = job_states()
    for job in states:
        if job.has_failed:
            yield warning(f"The job '{job.name}' failed on {job.run.failed_at:%Y-%m-%d %H:%M} UTC. The log says why.")
    if late := [job.name for job in states if job.is_late]:
        yield warning(
            f"Not done for {PATIENCE.days} days: {', '.join(late)}. "
            "Let the machine run once a day: digitalradar run-jobs"
        )
    else:
        yield ok("What falls due with time is done.")
