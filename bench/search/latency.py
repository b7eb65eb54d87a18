"""How long one search takes with 72 and with 10,000 guides: ranking, facet counts, ten highlighted hits, no page.

python -m bench.search.latency [--databases sqlite postgresql] [--guides 72 10000]
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence

from bench.figures import milliseconds
from bench.portal import ROOT, installed

from .corpus import PARTS, guides, made_up, queries

ROUNDS = 5
FILTERS = {"sector": ["handwerk"], "stage": ["1", "2"]}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure on each database in an installation of its own."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--guides", nargs="+", type=int, default=[72, 10_000])
    parser.add_argument("--inside", default="", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        measure(options.inside, options.guides)
        return
    for database in options.databases:
        with installed(database) as installation:
            command = [sys.executable, "-m", "bench.search.latency", "--inside", database, "--guides"]
            command += [str(count) for count in options.guides]
            subprocess.run(command, env=installation.environment, cwd=ROOT, check=True)


def measure(database: str, counts: Sequence[int]) -> None:
    """Print build times and percentiles, inside an installation."""
    import django

    django.setup()
    from digitalradar.search.services import index, rebuild

    originals = guides()
    for count in counts:
        entries = originals if count <= len(originals) else [*originals, *made_up(count - len(originals), originals)]
        started = time.perf_counter()
        rebuild(entries)
        print(f"{database}, {len(entries)} guides: built in {time.perf_counter() - started:.1f} s", flush=True)
        _print_searches()
        started = time.perf_counter()
        index(originals[0].__class__(**{**originals[0].__dict__, "title": f"Neu {time.time()}"}))
        print(f"  one guide published anew: {1000 * (time.perf_counter() - started):.0f} ms")


def _print_searches() -> None:
    """Print the first search after a change, all words for the first time, and all words known."""
    from digitalradar.search.queries import search

    texts = [query.text for part in PARTS for query in queries(part)]
    first = _timed(search, texts[0])
    cold = [_timed(search, text) for text in texts]
    warm = [_timed(search, text) for _round in range(ROUNDS) for text in texts]
    narrowed = [_timed(search, text, filters=FILTERS) for _round in range(ROUNDS) for text in texts]
    listed = [_timed(search, "", filters=FILTERS, page=page) for page in range(1, 40)]
    print(f"  first search after a change: {1000 * first:.0f} ms")
    for name, times in (("each once", cold), ("again", warm), ("with two filters", narrowed), ("list", listed)):
        print(f"  {name:<17} {milliseconds(times)}", flush=True)
    print(f"  memory of the process: {_megabytes()} MB")


def _timed(search, text: str, **options) -> float:
    started = time.perf_counter()
    search(text, language="de", **options)
    return time.perf_counter() - started


def _megabytes() -> int:
    with open("/proc/self/statm", encoding="ascii") as figures:
        return int(figures.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


if __name__ == "__main__":
    main()
