"""``digitalradar worker``: do queued work, without a web server."""

import gc
import os

from django.core.management import BaseCommand
from django.db import connections

from digitalradar.core.jobs.process import keep_worker

from .serve import stop_with_parent, wait_for_database


class Command(BaseCommand):
    """For machines of their own; ``digitalradar serve`` has a worker already unless JOB_WORKER says otherwise."""

    help = "Do queued work until told to stop."
    requires_migrations_checks = False

    def handle(self, *args, **options):
        wait_for_database(self.stderr.write)
        connections.close_all()  # a connection must not be shared across a fork
        gc.collect()
        gc.freeze()
        os.register_at_fork(after_in_child=stop_with_parent)
        self.stdout.write("Waiting for work (stop with Ctrl-C)")
        self.stdout.flush()
        keep_worker()
