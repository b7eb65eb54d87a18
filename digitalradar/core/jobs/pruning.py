"""Task rows that nobody needs any more."""

from datetime import timedelta

from django.db.models import Q
from django.utils.timezone import now
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=1)


def prune_tasks() -> int:
    """Delete the rows of tasks that ended, or whose worker was killed, more than a day ago; return how many."""
    long_ago = now() - KEPT
    ended = Q(finished_at__lt=long_ago)
    lost = Q(status=TaskResultStatus.RUNNING, started_at__lt=long_ago)
    return DBTaskResult.objects.filter(ended | lost).delete()[0]
