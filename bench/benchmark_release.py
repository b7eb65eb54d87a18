"""A release of the comparison with a million contributions: seconds, memory, and whether a recount agrees.

python -m bench.benchmark_release [--contributions 1000000] [--databases sqlite,postgresql]
"""

import argparse
import subprocess
import sys
import threading
import time
from pathlib import Path

from bench.contributions import fill, forget
from bench.portal import ROOT, installed

SECONDS, MEGABYTES = 60, 500  # aims for a million
NEWCOMERS = 0.01  # of the contributions, before the second release


def measure(count: int, label: str) -> None:
    """Make a first release and a second one inside the installation this process was started for."""
    import django

    django.setup()
    from digitalradar.assessments.models import BenchmarkCell, Contribution
    from digitalradar.assessments.services.recounts import recount
    from digitalradar.assessments.services.releases import release

    forget()
    fill(count)
    for name in ("first release", "second release"):
        with OwnMemory() as memory:
            started = time.perf_counter()
            made = release(is_example=True)
            took = time.perf_counter() - started
        counts = made.counts["main"]
        verdict = "ok" if took <= SECONDS and memory.peak <= MEGABYTES else "MISSED"
        print(
            f"{label}  {counts['companies']:,} contributions  {name}: {took:5.1f} s, {memory.peak:.0f} MB;"
            f" {counts['publish']} groups published, {counts['keep']} kept (aim {SECONDS} s,"
            f" {MEGABYTES} MB: {verdict})",
            flush=True,
        )
        fill(int(count * NEWCOMERS), seed=2)
    started = time.perf_counter()
    proof = recount(is_example=True)
    assert not proof.differences, proof.differences[:3]
    assert Contribution.objects.filter(since=None).count() == int(count * NEWCOMERS)
    assert not BenchmarkCell.objects.filter(n__lt=10).exists()
    print(f"{label}  recount of {proof.exact + proof.partly} groups: {time.perf_counter() - started:.1f} s", flush=True)


class OwnMemory:
    """The most memory of its own this process had inside the block, in MB: without what it maps of files.

    SQLite maps up to 256 MB of the database file, which the system takes back whenever it needs them.
    """

    def __init__(self) -> None:
        self.peak = 0.0
        self._done = threading.Event()
        self._watch = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> "OwnMemory":
        self._watch.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._watch.join()

    def _look(self) -> None:
        while not self._done.wait(0.05):
            lines = Path("/proc/self/status").read_text().splitlines()
            own = next(line for line in lines if line.startswith("RssAnon"))
            self.peak = max(self.peak, int(own.split()[1]) / 1024)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--contributions", type=int, default=1_000_000)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        measure(options.contributions, options.databases)
        return
    for database in options.databases.split(","):
        with installed(database) as installation:
            own = ["--inside", "--contributions", str(options.contributions), "--databases", f"{database:10}"]
            command = [sys.executable, "-m", "bench.benchmark_release", *own]
            subprocess.run(command, cwd=ROOT, env=installation.environment, check=True)


if __name__ == "__main__":
    main()
