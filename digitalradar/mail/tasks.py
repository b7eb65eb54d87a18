"""Sending, beside the pages."""

from django_tasks import task

from digitalradar.core.jobs import BACKEND

from .delivery import deliver


@task(backend=BACKEND)
def deliver_waiting() -> None:
    """Send what is due, a few messages over one connection. Each queued message brings a task; most find nothing."""
    deliver()
