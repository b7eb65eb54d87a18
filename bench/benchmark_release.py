"""A release of the comparison with a million contributions: seconds, memory, and whether a recount agrees.

python -m bench.benchmark_release [--contributions 1000000] [--databases sqlite,postgresql]
"""

import argparse
import resource
import subprocess
import sys
import time

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
    before = _megabytes()
    for name in ("first release", "second release"):
        started = time.perf_counter()
        made = release(is_example=True)
        took = time.perf_counter() - started
        counts = made.counts["main"]
        verdict = "ok" if took <= SECONDS and _megabytes() <= MEGABYTES else "MISSED"
        print(
            f"{label}  {counts['companies']:,} contributions  {name}: {took:5.1f} s, {_megabytes():.0f} MB"
            f" ({before:.0f} before); {counts['publish']} groups published, {counts['keep']} kept (aim {SECONDS} s,"
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


def _megabytes() -> float:
    """Return the most memory this process has used so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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
