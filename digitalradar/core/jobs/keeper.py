"""Keeps one worker process alive: forks it from the loaded application, and anew whenever it ends.

The keeper is a process of its own without threads, so that forking is safe, and shares the memory of the application
with the worker and, below ``digitalradar serve``, with the web workers.
"""

import logging
import os
import signal
import time
from collections.abc import Callable
from contextlib import suppress

logger = logging.getLogger(__name__)

SOON = 5.0  # seconds; a worker that lives shorter has a problem that haste does not solve
LONGEST_PAUSE = 30.0
STOPPING = (signal.SIGTERM, signal.SIGINT)


class Keeper:
    """Run ``work`` in a child process until told to stop; ``work`` returning means: a fresh process, please."""

    def __init__(self, work: Callable[[], None]) -> None:
        self.work = work
        self._child = 0
        self._stopping = False
        self._pause = 0.0

    def run(self) -> None:
        """Return after SIGTERM or SIGINT, when the child has ended."""
        for number in STOPPING:
            signal.signal(number, self._stop)
        while not self._stopping:
            begun = time.monotonic()
            status = self._run_child()
            if status and not self._stopping:
                logger.error("The worker process ended with %s; another one takes over.", status)
                self._wait(time.monotonic() - begun)

    def _run_child(self) -> int:
        self._child = os.fork()
        if self._child == 0:
            for number in STOPPING:  # the child ends at once until it takes care of them itself
                signal.signal(number, signal.SIG_DFL)
            end_process(self.work)
        if self._stopping:  # the signal came while forking
            self._stop()
        _child, status = os.waitpid(self._child, 0)
        self._child = 0
        return os.waitstatus_to_exitcode(status)

    def _wait(self, lived: float) -> None:
        """Pause longer and longer while workers die early."""
        self._pause = min(LONGEST_PAUSE, self._pause * 2 or 1.0) if lived < SOON else 0.0
        end = time.monotonic() + self._pause
        while not self._stopping and time.monotonic() < end:
            time.sleep(0.1)

    def _stop(self, *_signal: object) -> None:
        self._stopping = True
        if self._child:
            with suppress(ProcessLookupError):
                os.kill(self._child, signal.SIGTERM)


def end_process(work: Callable[[], None]) -> None:
    """Do ``work`` and end this forked process without the clean-up of the one it came from."""
    code = 1
    try:
        work()
        code = 0
    except Exception:
        logger.exception("The worker process failed.")
    finally:
        os._exit(code)
