"""Results as PDF: the work of the worker per document, the wait of a visitor, and the worker's memory.

    python -m bench.pdf [--documents 30] [--databases sqlite,postgresql] [--people 4]

Each file is fetched and has to be a PDF of a whole main check.
"""

import argparse
import asyncio
import json
import random
import re
import subprocess
import time

from bench.figures import milliseconds
from bench.forms import form_to
from bench.http_client import Browser
from bench.portal import COMMAND, ROOT, Installation, Portal, installed, serving
from bench.processor import Processor, tree
from bench.respondent import Run, complete

BUDGET = 1000  # milliseconds of work per document
LOOK_AGAIN = 0.5  # seconds between two looks at the page
PATIENCE = 120.0
LEAST_PAGES, LEAST_BYTES = 10, 100_000
STATE = re.compile(r'data-document="([^"]*)"')
WORK = """
import json
from digitalradar.assessments.models import ResultDocument
rows = ResultDocument.objects.values_list("started_at", "built_at", "pages", "size")
print("WORK" + json.dumps([[(built - started).total_seconds(), pages, size] for started, built, pages, size in rows]))
"""


async def document(portal: Portal, run: Run) -> float:
    """Ask for the PDF of a run, wait, fetch it; return the seconds until it was there."""
    async with Browser(portal.port) as browser:
        page = await browser.get(f"{run.path}ergebnis/pdf/")
        form = form_to(page.text, page.path, "/pdf/")
        started = time.perf_counter()
        page = await browser.post(form.action, form.fill({}))
        while state(page.text) != "ready":
            if time.perf_counter() - started > PATIENCE or state(page.text) == "failed":
                raise AssertionError(f"{run.path}: no PDF")
            await asyncio.sleep(LOOK_AGAIN)
            page = await browser.get(f"{run.path}ergebnis/pdf/")
        waited = time.perf_counter() - started
        file = await browser.get(f"{run.path}ergebnis/pdf/datei/")
        if not file.body.startswith(b"%PDF-1.7") or len(file.body) < LEAST_BYTES:
            raise AssertionError(f"{run.path}: a strange file")
        return waited


def state(html: str) -> str:
    found = STATE.search(html)
    return found[1] if found else ""


async def measure(portal: Portal, count: int, people: int) -> None:
    """Make runs, then let so many people at once ask for their documents; print what they waited."""
    runs = []
    for number in range(count):
        async with Browser(portal.port) as browser:
            runs.append(await complete(browser, random.Random(number)))
    processor, worker = Processor(portal.process_id), Processor(worker_of(portal.process_id))
    waits: list[float] = []
    left = list(runs)

    async def person() -> None:
        while left:
            waits.append(await document(portal, left.pop()))

    started = time.perf_counter()
    await asyncio.gather(*[person() for _ in range(people)])
    print(
        f"    {people:2} people  {count / (time.perf_counter() - started):5.1f} documents/s  wait {milliseconds(waits)}"
    )
    work, verdict = worker.each(count)[0], "ok" if worker.each(count)[0] <= BUDGET else "MISSED"
    print(f"    {processor.report(count)}")
    print(
        f"    worker: {work:.0f} ms of processor time per document (budget {BUDGET} ms: {verdict}), "
        f"{memory(worker_of(portal.process_id)):.0f} MB (proportional share)",
        flush=True,
    )


def worker_of(server: int) -> int:
    """Return the process that builds documents: the child of a child of the server."""
    [worker] = [process for process in tree(server) if _depth(process, server) == 2]
    return worker


def memory(worker: int) -> float:
    """Return the megabytes of a process, shared pages counted in proportion."""
    with open(f"/proc/{worker}/smaps_rollup", encoding="ascii") as file:
        return sum(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1000


def _depth(process: int, server: int) -> int:
    depth = 0
    while process not in {server, 0, 1}:
        with open(f"/proc/{process}/stat", encoding="ascii") as file:
            process = int(file.read().rsplit(")", 1)[1].split()[1])
        depth += 1
    return depth


def print_work(installation: Installation) -> None:
    """Print the time between beginning and end of each building, as the rows tell it."""
    shell = [*COMMAND, "manage", "shell", "--no-imports", "-c", WORK]
    ran = subprocess.run(shell, cwd=ROOT, env=installation.environment, capture_output=True, text=True, check=True)
    rows = json.loads(ran.stdout.partition("WORK")[2])
    seconds, pages, sizes = ([row[place] for row in rows] for place in range(3))
    assert min(pages) >= LEAST_PAGES, "a document has too few pages"
    print(
        f"{installation.database:10} {len(rows)} documents  from begun to kept {milliseconds(seconds)}  "
        f"{min(pages)} to {max(pages)} pages, {sum(sizes) // len(sizes) // 1000} kB",
        flush=True,
    )


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=30)
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--people", type=int, default=4, help="who ask at the same time")
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with installed(database) as installation:
            with serving(installation) as portal:
                asyncio.run(measure(portal, options.documents, options.people))
            print_work(installation)


if __name__ == "__main__":
    main()
