"""How long one search takes with 72 and with 10,000 guides: ranking, facet counts, ten highlighted hits, no page.

python -m bench.search.latency [--databases sqlite postgresql] [--guides 72 10000]
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, product

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
    parser.add_argument("--inside", choices=["build", "search"], help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.inside:
        {"build": build, "search": measure}[options.inside](options.guides[0])
        return
    for database in options.databases:
        with installed(database) as installation:
            for count, step in product(options.guides, ("build", "search")):
                print(f"{database}, {count} guides" if step == "build" else "", end="", flush=True)
                command = [sys.executable, "-m", "bench.search.latency", "--inside", step, "--guides", str(count)]
                subprocess.run(command, env=installation.environment, cwd=ROOT, check=True)


def build(count: int) -> None:
    """Fill the index of this installation; in a process of its own, so that its memory does not count as search."""
    import django

    django.setup()
    from digitalradar.search.services import rebuild

    originals = guides()
    more = made_up(count - len(originals), originals) if count > len(originals) else ()
    started, worked = time.perf_counter(), time.process_time()
    rebuild(chain(originals, more))
    print(f": built in {time.perf_counter() - started:.1f} s, {time.process_time() - worked:.1f} s of work", flush=True)


def measure(_count: int) -> None:
    """Print percentiles, inside an installation whose index is built."""
    import django

    django.setup()
    from digitalradar.search.services import index

    _print_searches()
    changed = replace(guides()[0], title=f"Neu {time.time()}")
    started = time.perf_counter()
    index(changed)
    print(f"  one guide published anew: {1000 * (time.perf_counter() - started):.0f} ms", flush=True)


def _print_searches() -> None:
    """Print the first search after a change, all words for the first time, and all words known."""
    from digitalradar.search.queries import search

    texts = [query.text for part in PARTS for query in queries(part)]
    first = _timed(search, texts[0])
    cold = [_timed(search, text) for text in texts]
    warm = [_timed(search, text) for _round in range(ROUNDS) for text in texts]
    narrowed = [_timed(search, text, filters=FILTERS) for _round in range(ROUNDS) for text in texts]
    listed = [_timed(search, "", filters=FILTERS, page=page) for page in range(1, 40)]
    print(f"  first search after a change: {1000 * first[0]:.0f} ms, {1000 * first[1]:.0f} ms of work")
    for name, pairs in (("each once", cold), ("again", warm), ("with two filters", narrowed), ("list", listed)):
        print(f"  {name:<17} waited {milliseconds([waited for waited, _worked in pairs])}")
        print(f"  {'':<17} worked {milliseconds([worked for _waited, worked in pairs])}", flush=True)
    print(f"  memory of the process: {_megabytes()} MB")


def _timed(search, text: str, **options) -> tuple[float, float]:
    """Return how long one search took, and how much of that was work of this process, in seconds."""
    started, worked = time.perf_counter(), time.process_time()
    search(text, language="de", **options)
    return time.perf_counter() - started, time.process_time() - worked


def _megabytes() -> int:
    with open("/proc/self/statm", encoding="ascii") as figures:
        return int(figures.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1_000_000


if __name__ == "__main__":
    main()
