"""Who used the processor during a measurement: the server, the measuring program, everybody else.

Processor time per check hardly depends on what else runs on the machine; checks per second does.
"""

import contextlib
import os
import time
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count() or 1


class Processor:
    """Processor time since the beginning, of the process tree below ``server`` and of the whole machine."""

    def __init__(self, server: int):
        self._server = server
        self._wall, self._start = time.perf_counter(), self._now()

    def each(self, done: int) -> tuple[float, float]:
        """Return the milliseconds of processor time per thing done, of the server and of the client."""
        server, client, _ = (now - start for now, start in zip(self._now(), self._start, strict=True))
        return 1000 * server / max(done, 1), 1000 * client / max(done, 1)

    def report(self, done: int) -> str:
        """Return both in words, and the share of the machine that others used."""
        wall = time.perf_counter() - self._wall
        server, client, busy = (now - start for now, start in zip(self._now(), self._start, strict=True))
        others = 100 * max(0.0, busy - server - client) / (wall * CORES)
        each, own = self.each(done)
        return f"processor: server {each:.1f} ms, client {own:.1f} ms each; others {others:.0f} % of the machine"

    def _now(self) -> tuple[float, float, float]:
        server = sum(_seconds(process) for process in tree(self._server))
        own = os.times()
        return server, own.user + own.system, _busy()


def tree(process: int) -> list[int]:
    """Return a process and all that descend from it."""
    children: dict[int, list[int]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and (fields := _fields(int(entry.name))):
            children.setdefault(int(fields[1]), []).append(int(entry.name))
    found = [process]
    for known in found:  # grows while it is walked
        found += children.get(known, [])
    return found


def _fields(process: int) -> list[str]:
    """Return /proc/…/stat from the state on; empty for a process that has ended."""
    with contextlib.suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return []


def _seconds(process: int) -> float:
    fields = _fields(process)
    return (int(fields[11]) + int(fields[12])) / TICKS if fields else 0.0


def _busy() -> float:
    values = [int(value) for value in Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]]
    return (sum(values[:3]) + sum(values[5:8])) / TICKS  # user, nice, system, interrupts, steal; not idle
