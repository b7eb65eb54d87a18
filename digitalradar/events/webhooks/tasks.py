"""Sending, beside the pages."""

from django_tasks import task

from digitalradar.core.jobs import BACKEND

from .sending import deliver


@task(backend=BACKEND)
def deliver_webhooks() -> None:
    """Send what is due. Each queued message brings a task; most find nothing."""
    deliver()
