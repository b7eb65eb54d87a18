"""Coming back by the private link on another device: the redirect and the page with the first open question.

python -m bench.resume [--seconds 8] [--databases sqlite,postgresql] [--workers 1]
"""

import argparse
import asyncio
import random
import time

from bench.figures import milliseconds
from bench.forms import form_to
from bench.http_client import Browser
from bench.load import closed_loop
from bench.portal import Portal, installed, serving
from bench.processor import Processor
from bench.respondent import Run, begin, choose

RUNS = 30
SECTIONS = 9


async def half_done(portal: Portal, number: int) -> tuple[Run, str]:
    """Begin a run, answer some sections; return it with the address it must go on at."""
    chance = random.Random(number)
    async with Browser(portal.port) as browser:
        run, page = await begin(browser, chance)
        for _ in range(number % SECTIONS):
            form = form_to(page.text, page.path, "/thema/")
            page = await browser.post(form.action, form.fill(choose(form, chance), ("go", "next")))
        return run, page.path


async def measure(portal: Portal, seconds: float, label: str) -> None:
    """Print the time of redirect and page together, for one and for sixteen people at once."""
    runs = [await half_done(portal, number) for number in range(RUNS)]
    for clients in (1, 16):
        times: list[float] = []

        async def come_back(person: int, number: int, times: list[float] = times) -> None:
            run, expected = runs[(person + number) % RUNS]
            async with Browser(portal.port) as browser:  # another device: new connection, no cookies
                started = time.perf_counter()
                page = await browser.get(run.path)
                times.append(time.perf_counter() - started)
            assert page.path == expected, f"{run.path}: came to {page.path} instead of {expected}"

        processor = Processor(portal.process_id)
        done, took = await closed_loop(clients, seconds, come_back)
        print(f"{label}  {clients:2} clients  {done / took:6.0f} links/s  {milliseconds(times)}", flush=True)
        print(f"    {processor.report(done)}")


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=8, help="length of one measurement")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--workers", type=int, default=1)
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with installed(database) as installation, serving(installation, workers=options.workers) as portal:
            asyncio.run(measure(portal, options.seconds, f"{database:10} {options.workers} workers"))


if __name__ == "__main__":
    main()
