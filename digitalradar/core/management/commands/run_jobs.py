"""``digitalradar run-jobs``: do what has fallen due; once a day is enough."""

import logging

from django.core.management import BaseCommand, CommandError

from digitalradar.core.due_work import jobs
from digitalradar.core.job_runs import note_done, note_failed

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """A job that fails does not keep the others from running; the exit code says that one did."""

    help = "Do what has fallen due: delete what has expired."

    def handle(self, *args, **options):
        failed = []
        for job in jobs():
            try:
                count = job.work()
                note_done(job.name, count)
                self.stdout.write(f"{job.name}: {count}")
            except Exception:
                logger.exception("The job %s failed.", job.name)
                note_failed(job.name)
                failed.append(job.name)
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}. The log says why.")
