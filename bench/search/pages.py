"""Search pages per second: /suche/ and the list with facets, beside a plain Wagtail search page of the same texts.

python -m bench.search.pages [--seconds 5] [--rounds 3] [--connections 4] [--databases sqlite]
"""

import argparse
import asyncio
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from urllib.parse import quote

from bench.figures import milliseconds
from bench.http_client import Browser
from bench.load import closed_loop
from bench.portal import ROOT, installed, serving
from bench.processor import Processor

from .corpus import guides, queries
from .quality import SETTINGS

WARM_UP_SECONDS = 2.0
TARGETS = {
    "portal, search": "/suche/?q={}",
    "portal, list": "/leitfaeden/?q={}&branche=handwerk&stufe=1&stufe=2",
    "plain Wagtail": "/plain-search/?q={}",
}


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the pages in turns, so that all of them meet the same moments of the machine."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--connections", type=int, default=4)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--load", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.load:
        load_plain()
        return
    texts = [quote(query.text) for query in queries("tuning")]
    for database in options.databases:
        with installed(database, DJANGO_SETTINGS_MODULE=SETTINGS) as installation:
            command = [sys.executable, "-m", "bench.search.pages", "--load"]
            subprocess.run(command, env=installation.environment, cwd=ROOT, check=True)
            with serving(installation) as portal:
                _measure_all(database, portal.port, portal.process_id, texts, options)


def load_plain() -> None:
    """Make the plain pages, inside an installation."""
    import django

    django.setup()
    from .plain.models import load

    load(guides())


def _measure_all(database: str, port: int, process: int, texts: list[str], options: argparse.Namespace) -> None:
    paths = {name: [path.format(text) for text in texts] for name, path in TARGETS.items()}
    rates: dict[str, list[float]] = {name: [] for name in TARGETS}
    work: dict[str, list[float]] = {name: [] for name in TARGETS}
    waits: dict[str, list[float]] = {name: [] for name in TARGETS}
    for name in TARGETS:
        asyncio.run(_loop(port, paths[name], WARM_UP_SECONDS, options.connections, []))
    for _round in range(options.rounds):
        for name in TARGETS:
            processor = Processor(process)
            done, seconds = asyncio.run(_loop(port, paths[name], options.seconds, options.connections, waits[name]))
            rates[name].append(done / seconds)
            work[name].append(processor.each(done)[0])
    for name in TARGETS:
        each = f"{statistics.median(rates[name]):.0f} pages/s, {statistics.median(work[name]):.1f} ms of work each"
        print(f"{database}, {name}: {each}, waited {milliseconds(waits[name])}")


async def _loop(port: int, paths: list[str], seconds: float, connections: int, waits: list[float]) -> tuple[int, float]:
    browsers = [Browser(port) for _ in range(connections)]

    async def work(person: int, number: int) -> None:
        started = time.perf_counter()
        await browsers[person].get(paths[(person * 7 + number) % len(paths)])
        waits.append(time.perf_counter() - started)

    done = await closed_loop(connections, seconds, work)
    for browser in browsers:
        browser.close()
    return done


if __name__ == "__main__":
    main()
