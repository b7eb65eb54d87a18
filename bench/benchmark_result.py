"""The result page with the comparison: the same time with a thousand and with a million contributions.

    python -m bench.benchmark_result [--few 1000] [--many 1000000] [--rounds 15] [--databases sqlite,postgresql]

Both portals run side by side and are asked in turns, so that whatever else runs on the machine hits both.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import time
from contextlib import ExitStack

from bench.figures import milliseconds, percentile
from bench.http_client import Browser
from bench.portal import ROOT, Portal, installed, serving
from bench.respondent import Run, complete

RATIO = 1.3
PAGES_PER_ROUND = 20


async def finished(portal: Portal) -> Run:
    """Run through the check once and warm the result page up; it shows the comparison."""
    async with Browser(portal.port) as browser:
        run = await complete(browser, random.Random(7))
        for _ in range(PAGES_PER_ROUND):
            page = await browser.get(f"{run.path}ergebnis/")
        assert "Prozentrang" in page.text, "the page shows no comparison"
        return run


async def ask(portal: Portal, run: Run, times: list[float]) -> None:
    async with Browser(portal.port) as browser:
        for _ in range(PAGES_PER_ROUND):
            started = time.perf_counter()
            await browser.get(f"{run.path}ergebnis/")
            times.append(time.perf_counter() - started)


async def measure(portals: dict[int, Portal], rounds: int, label: str) -> None:
    """Print the times of both and their ratio."""
    runs = {count: await finished(portal) for count, portal in portals.items()}
    times: dict[int, list[float]] = {count: [] for count in portals}
    for number in range(rounds):
        for count in sorted(portals, reverse=bool(number % 2)):
            await ask(portals[count], runs[count], times[count])
    for count, measured in times.items():
        print(f"{label}  result page with {count:9,} contributions  {milliseconds(measured)}", flush=True)
    few, many = sorted(times)
    ratio = percentile(times[many], 0.5) / percentile(times[few], 0.5)
    print(f"{label}  ratio of p50: {ratio:.2f} (budget {RATIO}: {'ok' if ratio <= RATIO else 'MISSED'})", flush=True)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--few", type=int, default=1_000)
    parser.add_argument("--many", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--databases", default="sqlite,postgresql")
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with ExitStack() as stack:
            portals = {}
            for count in (options.few, options.many):
                installation = stack.enter_context(installed(database, JOB_WORKER="0"))
                fill = [sys.executable, "-m", "bench.contributions", str(count), "--release"]
                subprocess.run(fill, cwd=ROOT, env=installation.environment, check=True)
                portals[count] = stack.enter_context(serving(installation))
            asyncio.run(measure(portals, options.rounds, f"{database:10}"))


if __name__ == "__main__":
    main()
