"""What a first view transfers: bytes as compressed on the wire and requests, in headless Chromium with an empty cache.

python -m bench.page_weight
"""

import argparse
import asyncio
import itertools
import random
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser as Chromium
from playwright.sync_api import sync_playwright

from bench.http_client import Browser
from bench.portal import Portal, installed, serving
from bench.respondent import START, begin, complete

GUIDE = "/leitfaeden/nis2-betroffenheit/"  # the longest one with the most sources
DATES = {
    "dates": "/termine/",
    "workshop": "/termine/beispiel-notfallplan/",
    "tasting": "/termine/beispiel-tasting-robotik/",
    "tour": "/termine/beispiel-tasting-robotik/rundgang/",
    "day": "/termine/beispiel-jahrestag/",
    "sign-up": "/termine/beispiel-notfallplan/anmelden/",
    "group": "/fokusgruppen/beispiel-betriebsdaten/",
}
SECRET = r"(?<=/lauf)/[^/]+/"
LIMIT_BYTES = 60_000
LIMIT_REQUESTS = 8
VIEWPORTS = ((1280, 900), (390, 844))
CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@dataclass
class Weight:
    """What one page view transferred."""

    requests: dict[str, tuple[str, str]] = field(default_factory=dict)  # id: (address, kind)
    size: dict[str, float] = field(default_factory=dict)  # id: bytes with headers, as sent

    def foreign(self, port: int) -> list[str]:
        """Return addresses of other hosts."""
        own = f"127.0.0.1:{port}"
        addresses = [address for address, _ in self.requests.values()]
        return [address for address in addresses if urlsplit(address).netloc != own and not address.startswith("data:")]


def weigh(chromium: Chromium, url: str, viewport: tuple[int, int]) -> Weight:
    """Open the page in a fresh profile and wait until the network is quiet."""
    weight = Weight()
    context = chromium.new_context(viewport={"width": viewport[0], "height": viewport[1]}, locale="de-DE")
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")

    def sent(event: dict[str, Any]) -> None:
        weight.requests[event["requestId"]] = (event["request"]["url"], event.get("type", ""))

    def finished(event: dict[str, Any]) -> None:
        weight.size[event["requestId"]] = event["encodedDataLength"]

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    answer = page.goto(url, wait_until="networkidle")
    assert answer, url
    assert answer.status == 200, f"{url}: {answer.status}"
    context.close()
    return weight


async def addresses(portal: Portal) -> dict[str, str]:
    """Return the pages to weigh; a run is begun for the section and a whole check done for the result."""
    async with Browser(portal.port) as browser:
        _, section = await begin(browser, random.Random(1))
    async with Browser(portal.port) as browser:
        run = await complete(browser, random.Random(2))
    return {
        "home": "/",
        "guides": "/leitfaeden/",
        "guide": GUIDE,
        "start": START,
        "section": section.path,
        "result": f"{run.path}ergebnis/",
        **DATES,
    }


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.parse_args(arguments)
    with installed("sqlite") as installation, serving(installation) as portal:
        pages = asyncio.run(addresses(portal))
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
            for (name, path), viewport in itertools.product(pages.items(), VIEWPORTS):
                weight = weigh(chromium, f"http://127.0.0.1:{portal.port}{path}", viewport)
                report(name, viewport, weight, portal.port)
            chromium.close()


def report(name: str, viewport: tuple[int, int], weight: Weight, port: int) -> None:
    """Print one view beside the limits; raises AssertionError for a request to another host."""
    total, count = sum(weight.size.values()), len(weight.requests)
    verdict = "ok" if total <= LIMIT_BYTES and count <= LIMIT_REQUESTS else "MISSED"
    head = f"{name:8} {viewport[0]:4} px  {total / 1000:6.1f} kB  {count:2} requests"
    print(f"{head}  (limit {LIMIT_BYTES / 1000:.0f} kB, {LIMIT_REQUESTS} requests: {verdict})", flush=True)
    for key, (address, kind) in weight.requests.items():
        print(
            f"    {weight.size.get(key, 0) / 1000:6.1f} kB  {kind:10} {re.sub(SECRET, '/…/', urlsplit(address).path)}"
        )
    assert not weight.foreign(port), f"{name}: requests to other hosts: {weight.foreign(port)}"


if __name__ == "__main__":
    main()
