"""Complete sign-ups per second: form, sending it, the page behind the link in the mail, confirming there.

    python -m bench.event_signups [--seconds 10] [--databases sqlite,postgresql] [--workers 2] [--clients 1,16]

Real forms with CSRF, redirects followed, mails written into the outbox. Many more people come than there are places:
the others get onto the waiting lists. Afterwards the database is asked whether anybody is one too many.
"""

import argparse
import asyncio
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

from bench.figures import milliseconds, percentile
from bench.forms import form_to
from bench.http_client import Browser
from bench.load import closed_loop
from bench.portal import ROOT, Installation, Portal, installed, serving
from bench.processor import CORES, Processor

BUDGET = 40  # complete sign-ups per second on two cores
POST_BUDGET = 0.040  # seconds, p50 of one POST
DATES, CAPACITY = 8, 100
LINK = re.compile(r"https?://\S+/termine/anmeldung/\S+")
FIND = "SELECT text FROM mail_message WHERE dedupe_key LIKE 'events.confirm_address:%' AND address = "

_people = count(1)


class Times:
    """Seconds by step, without the secrets in the addresses."""

    def __init__(self) -> None:
        self.by_step: dict[str, list[float]] = {}

    def __call__(self, method: str, path: str, seconds: float) -> None:
        parts = [part for part in urlsplit(path).path.split("/") if part]
        name = "page" if len(parts) == 3 and parts[1] == "anmeldung" else parts[-1]
        self.by_step.setdefault(f"{method} {name}", []).append(seconds)

    @property
    def posts(self) -> list[float]:
        return [seconds for step, values in self.by_step.items() if step.startswith("POST") for seconds in values]


@contextmanager
def outbox(installation: Installation):
    """Yield a function that returns the path of the link that was mailed to an address."""
    if url := installation.environment.get("DATABASE_URL"):
        import psycopg

        connection, mark = psycopg.connect(url, autocommit=True), "%s"
    else:
        file = Path(installation.folder) / "digitalradar.sqlite3"
        connection, mark = sqlite3.connect(file, timeout=20, isolation_level=None), "?"
    query = (FIND if mark == "?" else FIND.replace("%", "%%")) + mark

    def link(address: str) -> str:
        text = connection.execute(query, (address,)).fetchone()[0]
        return urlsplit(LINK.search(text)[0]).path

    try:
        yield link
    finally:
        connection.close()


async def sign_up(browser: Browser, slug: str, link: Callable[[str], str]) -> None:
    """Do what one person does from the form to the confirmed booking or the waiting list."""
    email = f"person{next(_people)}@example.org"
    page = await browser.get(f"/termine/{slug}/anmelden/")
    form = form_to(page.text, page.path, f"/{slug}/anmelden/")
    told = {"name": "Beispiel Person", "email": email, "organisation": "Beispielbetrieb"}
    sent = [(name, value) for name, value in form.fill({}) if name not in told]
    page = await browser.post(form.action, sent + list(told.items()))
    assert page.path.endswith("/danke/"), page.path
    page = await browser.get(link(email))
    form = form_to(page.text, page.path, "/bestaetigen/")
    page = await browser.post(form.action, form.fill({}))
    assert "neu=bestaetigt" in page.path, page.path


async def measure(portal: Portal, slugs: list[str], link, clients: int, seconds: float, label: str) -> None:
    """Print one measurement."""
    times = Times()

    async def one(person: int, number: int) -> None:
        async with Browser(portal.port, times) as browser:
            await sign_up(browser, slugs[(person + number) % len(slugs)], link)

    processor = Processor(portal.process_id)
    done, took = await closed_loop(clients, seconds, one)
    used, each = processor.report(done), sum(processor.each(done))
    rate, p50 = done / took, percentile(times.posts, 0.5)
    print(
        f"{label}  {clients:2} clients  {rate:6.1f} sign-ups/s (budget {BUDGET}: {_verdict(rate >= BUDGET)})"
        f"  POST p50 {1000 * p50:.1f} ms (budget {1000 * POST_BUDGET:.0f}: {_verdict(p50 <= POST_BUDGET)})",
        flush=True,
    )
    print(f"    {used}; {CORES} free cores could do at most {CORES * 1000 / each:.1f} sign-ups/s")
    for name, values in sorted(times.by_step.items()):
        print(f"    {name:18} {len(values):6} times  {milliseconds(values)}", flush=True)


def inside(installation: Installation, *arguments: str) -> list[str]:
    """Run ``bench.event_dates`` in the installation and return the lines it prints."""
    command = [sys.executable, "-m", "bench.event_dates", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=installation.environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    return done.stdout.split("\n")[:-1]


def _verdict(is_met: bool) -> str:
    return "ok" if is_met else "MISSED"


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10, help="length of one measurement")
    parser.add_argument("--databases", default="sqlite,postgresql")
    parser.add_argument("--workers", default="2")
    parser.add_argument("--clients", default="1,16")
    options = parser.parse_args(arguments)
    for database in options.databases.split(","):
        with installed(database, EVENTS_FORM_SECONDS="0") as installation, outbox(installation) as link:
            slugs = inside(installation, "make", str(DATES), str(CAPACITY))
            for workers in map(int, options.workers.split(",")):
                with serving(installation, workers=workers) as portal:
                    for clients in map(int, options.clients.split(",")):
                        label = f"{database:10} {workers} workers"
                        asyncio.run(measure(portal, slugs, link, clients, options.seconds, label))
            print(f"    places: {inside(installation, 'verify')[0]}", flush=True)


if __name__ == "__main__":
    main()
