"""The process for queued work: begun, kept alive and ended."""

import os
import signal
import time
from contextlib import suppress

from .keeper import Keeper, end_process
from .loop import JobLoop

STOP_SECONDS = 20.0


def keep_worker() -> None:
    """Keep a worker alive in this process; return when told to stop."""
    parent = os.getpid()
    Keeper(lambda: JobLoop(is_wanted=lambda: os.getppid() == parent).run()).run()


def start_keeper() -> int:
    """Fork a process that keeps a worker alive; return its id. It must come before any thread."""
    process = os.fork()
    if process == 0:
        end_process(keep_worker)
    return process


def stop_keeper(process: int) -> None:
    """Ask the keeper to end and wait for it, at most :data:`STOP_SECONDS`."""
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(process, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while time.monotonic() < deadline and os.waitpid(process, os.WNOHANG) == (0, 0):
            time.sleep(0.05)
