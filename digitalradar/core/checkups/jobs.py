"""Is queued work done?"""

from collections.abc import Iterator
from datetime import timedelta

from django.utils.timezone import now

from ..checkup import Finding, ok, warning
from ..jobs.loop import waiting_tasks

PATIENCE = timedelta(minutes=1)


def jobs() -> Iterator[Finding]:
    """Look for work that nobody begins: then there is no worker, or too few."""
    late = waiting_tasks().filter(enqueued_at__lt=now() - PATIENCE).count()
    if late:
        yield warning(
            f"{late} jobs have been waiting for more than a minute, for example PDFs. "
            "Set JOB_WORKER=1 or run: digitalradar worker"
        )
    else:
        yield ok("No job has to wait.")
