"""Whole main checks per second: real forms with CSRF, redirects followed, one connection per person.

    python -m bench.completed_checks [--seconds 10] [--databases sqlite,postgresql] [--workers 1,2] [--clients 1,16]

Any answer other than a page or a redirect fails the run. Some results are compared with the scoring engine afterwards.
"""

import argparse
import asyncio
import random

from bench.figures import milliseconds
from bench.http_client import Browser
from bench.load import Times, closed_loop
from bench.portal import Portal, installed, serving
from bench.processor import CORES, Processor
from bench.respondent import QUESTIONS, Run, complete
from bench.verify import check_result

BUDGET = 15  # completed checks per second on two cores
WARM_CLIENTS, WARM_SECONDS = 4, 6.0
CHECKED = 5  # results compared with the engine after each measurement


async def measure(portal: Portal, clients: int, seconds: float, label: str, *, steps: bool) -> float:
    """Print one measurement; return completed checks per second."""
    times, runs = Times(), []

    async def one_check(person: int, number: int) -> None:
        async with Browser(portal.port, times) as browser:
            runs.append(await complete(browser, random.Random(person * 10_000 + number)))

    processor = Processor(portal.process_id)
    done, took = await closed_loop(clients, seconds, one_check)
    used, each = processor.report(done), sum(processor.each(done))
    rate, verdict = done / took, "ok" if done / took >= BUDGET else "MISSED"
    print(
        f"{label}  {clients:2} clients  {rate:6.1f} checks/s (budget {BUDGET}: {verdict})"
        f"  {len(times.all) / took:6.0f} requests/s  {milliseconds(times.all)}",
        flush=True,
    )
    print(f"    {used}; {CORES} free cores could do at most {CORES * 1000 / each:.1f} checks/s")
    if steps:
        for name, values in sorted(times.by_step.items()):
            print(f"    {name:18} {len(values):6} times  {milliseconds(values)}")
    await verify(portal, runs)
    return rate


async def warm_up(portal: Portal) -> None:
    """Let the workers read the catalogues and render questions of all sectors once, as on any but the first day."""

    async def one_check(person: int, number: int) -> None:
        async with Browser(portal.port) as browser:
            await complete(browser, random.Random(-1 - person * 1000 - number))

    await closed_loop(WARM_CLIENTS, WARM_SECONDS, one_check)


async def verify(portal: Portal, runs: list[Run]) -> None:
    """Compare some results with the engine; raises AssertionError."""
    assert len({run.path for run in runs}) == len(runs), "two people got the same run"
    async with Browser(portal.port) as browser:
        for run in random.Random(1).sample(runs, min(CHECKED, len(runs))):
            assert len(run.answers) >= QUESTIONS * 0.8, f"{run.path}: only {len(run.answers)} questions asked"
            await check_result(browser, run)


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="length of one measurement")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--workers", default="1,2")
    parser.add_argument("--clients", default="1,16")
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with installed(database) as installation:
            for workers in map(int, options.workers.split(",")):
                with serving(installation, workers=workers) as portal:
                    asyncio.run(warm_up(portal))
                    for clients in map(int, options.clients.split(",")):
                        label = f"{database:10} {workers} workers"
                        asyncio.run(measure(portal, clients, options.seconds, label, steps=clients > 1))


if __name__ == "__main__":
    main()
