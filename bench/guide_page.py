"""A guide and the page of a date, made anew and kept, beside a plain Wagtail page and a file from WhiteNoise.

python -m bench.guide_page [--rounds 5] [--seconds 3] [--slug datensicherung] [--connections 4]
"""

import argparse
import asyncio
import contextlib
import json
import os
import re
import shutil
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

from bench import plain_wagtail
from bench.http_client import Browser
from bench.load import closed_loop
from bench.portal import COMMAND, ROOT, Installation, installed, serving
from bench.processor import Processor

THREADS = 4
EVENT = "/termine/beispiel-notfallplan/"
GOALS = [
    ("guide, rendered", "plain Wagtail page", 2.0),
    ("date, rendered", "plain Wagtail page", 2.0),
    ("guide, kept", "file of that size, WhiteNoise", 0.8),
]
GUIDES = """
import json, sys
from digitalradar.knowledge.models import GuidePage
from wagtail.fields import RichTextField, StreamField
def text(field, value):
    if isinstance(field, RichTextField):
        return value
    entries = ("<li>" + " ".join(words(block.value)) + "</li>" for block in value)
    return "<ul>" + "".join(entries) + "</ul>"
def words(value):
    if hasattr(value, "source"):
        return [value.source]
    if hasattr(value, "items"):
        return [word for part in value.values() for word in words(part)]
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        return [str(value)]
    return [word for part in value for word in words(part)]
def html(page):
    fields = [f for f in page._meta.get_fields() if isinstance(f, RichTextField | StreamField)]
    return "".join(f"<h2>{f.verbose_name}</h2>{text(f, getattr(page, f.name))}" for f in fields)
pages = GuidePage.objects.live().filter(locale__language_code="de")
guides = [{"slug": p.slug, "title": p.title, "promise": p.promise, "html": html(p)} for p in pages]
print("GUIDES" + json.dumps(guides))
"""


@dataclass
class Target:
    """One thing that is asked for again and again."""

    name: str
    port: int
    process: int
    path: str


@dataclass
class Measured:
    """What one measurement gave: answers per second, and milliseconds of the server's processor time for each."""

    rate: float
    work: float


def guides(installation: Installation) -> list[dict[str, str]]:
    """Return the guides of the portal as plain rich text, with all their words."""
    command = [*COMMAND[:-2], "-m", "django", "shell", "-c", GUIDES]
    environment = installation.environment | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout.partition("GUIDES")[2]))


def measure(target: Target, seconds: float, connections: int) -> Measured:
    """Ask for a target as often as it answers."""
    processor, started = Processor(target.process), time.perf_counter()
    answered = _rate(target, seconds, connections)
    work, _client = processor.each(round(answered * (time.perf_counter() - started)))
    return Measured(answered, work)


def _rate(target: Target, seconds: float, connections: int) -> float:
    """Return how many answers per second one gets, with wrk or, where it is missing, with our own client."""
    if wrk := shutil.which("wrk"):
        url = f"http://127.0.0.1:{target.port}{target.path}"
        command = [wrk, "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", url]
        report = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        if "Non-2xx" in report or "Socket errors" in report:
            raise RuntimeError(f"{target.name}: {report}")
        return float(re.search(r"Requests/sec:\s+([\d.]+)", report).group(1))
    return asyncio.run(_rate_without_wrk(target, seconds, connections))


async def _rate_without_wrk(target: Target, seconds: float, connections: int) -> float:
    async with contextlib.AsyncExitStack() as stack:
        people = [await stack.enter_async_context(Browser(target.port)) for _ in range(connections)]

        async def work(person: int, _number: int) -> None:
            await people[person].get(target.path)

        done, took = await closed_loop(connections, seconds, work)
    return done / took


def size(target: Target) -> int:
    """Return the size of an answer that is not compressed; it warms the target up, too."""
    with urllib.request.urlopen(f"http://127.0.0.1:{target.port}{target.path}", timeout=60) as answer:
        return len(answer.read())


@contextlib.contextmanager
def targets(slug: str) -> Iterator[list[Target]]:
    """Serve the portal with and without kept pages, and the plain site; yield what is measured."""
    plain_environment = {name: value for name, value in os.environ.items() if name in {"PATH", "HOME", "LANG"}}
    with contextlib.ExitStack() as stack:
        portal = stack.enter_context(installed("sqlite"))
        folder = stack.enter_context(plain_wagtail.installed(guides(portal), plain_environment))
        without = Installation(portal.database, portal.folder, portal.environment | {"PAGE_CACHE_MB": "0"})
        kept = stack.enter_context(serving(portal))
        fresh = stack.enter_context(serving(without))
        page = Target("guide, kept", kept.port, kept.process_id, f"/leitfaeden/{slug}/")
        file = folder / "static" / "page.html"
        file.write_bytes(b"x" * size(page))
        plain = stack.enter_context(plain_wagtail.serving(folder, plain_environment, THREADS))
        yield [
            Target("plain Wagtail page", *plain, f"/{slug}/"),
            Target("guide, rendered", fresh.port, fresh.process_id, page.path),
            page,
            Target("file of that size, WhiteNoise", *plain, "/static/page.html"),
            Target("date, rendered", fresh.port, fresh.process_id, EVENT),
            Target("date, kept", kept.port, kept.process_id, EVENT),
            Target("home, rendered", fresh.port, fresh.process_id, "/"),
            Target("home, kept", kept.port, kept.process_id, "/"),
        ]


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3, help="length of each measurement of a round")
    parser.add_argument("--slug", default="datensicherung")
    parser.add_argument("--connections", type=int, default=4)
    options = parser.parse_args(arguments)
    with targets(options.slug) as measured:
        for target in measured:
            print(f"{target.name:32} {size(target) / 1000:6.1f} kB", flush=True)
        rounds = []
        for number in range(options.rounds):
            rounds.append({target.name: measure(target, options.seconds, options.connections) for target in measured})
            print(f"round {number + 1}: " + ", ".join(f"{one.rate:.0f}/s" for one in rounds[-1].values()), flush=True)
    report(rounds)


def report(rounds: list[dict[str, Measured]]) -> None:
    """Print medians, and ratios within each round with their spread: the machine is not steady, ratios are steadier."""
    for name in rounds[0]:
        each = [values[name] for values in rounds]
        rate, work = statistics.median(one.rate for one in each), statistics.median(one.work for one in each)
        print(f"{name:32} {rate:8.0f}/s  {work:6.2f} ms of processor time each")
    for name, peer, goal in GOALS:
        _compare("answers", name, peer, [values[name].rate / values[peer].rate for values in rounds], goal)
        _compare("per processor time", name, peer, [values[peer].work / values[name].work for values in rounds], goal)


def _compare(what: str, name: str, peer: str, ratios: list[float], goal: float) -> None:
    middle = statistics.median(ratios)
    verdict = "ok" if middle >= goal else "MISSED"
    print(f"{name} : {peer}, {what}: {middle:.2f} ({min(ratios):.2f} to {max(ratios):.2f}), goal {goal} {verdict}")


if __name__ == "__main__":
    main()
