"""Do several things at the same moment, each with its own connection to the database."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.db import connections

PATIENCE = 30  # seconds until a thread that never arrives fails the test instead of hanging it


def together(*jobs: Callable[[], Any]) -> list[Any]:
    """Start all jobs at once and return what they returned, in order; the first error is raised."""
    barrier = threading.Barrier(len(jobs), timeout=PATIENCE)

    def run(job: Callable[[], Any]) -> Any:
        try:
            barrier.wait()
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return [future.result(PATIENCE) for future in [pool.submit(run, job) for job in jobs]]
