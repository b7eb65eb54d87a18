"""How often a page was opened, per day: counted without cookie, address or browser, so nobody can be followed.

Counts are collected in memory and added to the database now and then; what a killed process had not yet added is lost.
"""

import atexit
import threading
import time
from collections import Counter
from datetime import date

from django.db import DatabaseError, close_old_connections
from django.db.models import F
from django.http import HttpRequest
from django.utils.timezone import localdate

from .models import PageVisits

FLUSH_SECONDS = 30.0
MACHINES = ("bot", "crawl", "spider", "slurp", "curl", "wget", "python", "monitor", "preview", "headless")


class Counting:
    """Visits of this process that are not in the database yet."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._counts: Counter[tuple[str, date]] = Counter()
        self._flushed = time.monotonic()

    def add(self, key: str) -> None:
        """Count one visit of today; every half minute the database gets what came together."""
        with self._lock:
            self._counts[key, localdate()] += 1
            is_due = time.monotonic() - self._flushed > FLUSH_SECONDS
        if is_due:
            self.flush()

    def clear(self) -> None:
        """Forget what came together."""
        with self._lock:
            self._counts.clear()
            self._flushed = time.monotonic()

    def flush(self) -> None:
        """Add what came together to the database; if that fails, keep it for the next time."""
        with self._lock:
            counts, self._counts = self._counts, Counter()
            self._flushed = time.monotonic()
        try:
            for (key, day), number in counts.items():
                _add(key, day, number)
                counts[key, day] = 0
        except DatabaseError:
            with self._lock:
                self._counts.update(+counts)


counting = Counting()


def count(request: HttpRequest, key: str) -> None:
    """Count a person's visit; machines that say so, HEAD requests and pages fetched in advance do not count."""
    if key and request.method == "GET" and "prefetch" not in request.META.get("HTTP_SEC_PURPOSE", ""):
        agent = request.META.get("HTTP_USER_AGENT", "").lower()
        if agent and not any(machine in agent for machine in MACHINES):
            counting.add(key)


def _add(key: str, day: date, number: int) -> None:
    PageVisits.objects.bulk_create([PageVisits(key=key, day=day)], ignore_conflicts=True)
    PageVisits.objects.filter(key=key, day=day).update(count=F("count") + number)


@atexit.register
def _flush_at_exit() -> None:
    counting.flush()
    close_old_connections()
