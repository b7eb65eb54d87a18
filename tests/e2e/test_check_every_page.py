"""Every page in light and dark, at the desk and on the phone: accessible, quiet, in order, no wider than the screen."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Browser, Page, expect

from .actions import ACTIONS
from .conftest import SIZES
from .guard import COLOURS, Guard, begin_scan, end_scan
from .pages import ADDRESSES, prepared_runs
from .portal import Portal

NARROW = {"width": 320, "height": 844}
WIDER = "document.documentElement.scrollWidth > window.innerWidth"
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(part => Number(part.tagName[1]))"


@pytest.fixture(scope="module")
def runs(portal: Portal) -> dict[str, str]:
    """Runs in all their states, by name."""
    return prepared_runs(portal)


@pytest.fixture(scope="module")
def screens(portal: Portal, browser: Browser) -> Iterator[dict[str, tuple[Page, Guard]]]:
    """One page in each size, kept for all tests here: opening hundreds would take minutes."""
    opened = {}
    for size, viewport in SIZES.items():
        context = browser.new_context(
            base_url=portal.address, viewport=viewport, locale="de-DE", reduced_motion="reduce"
        )
        context.set_default_timeout(10_000)
        opened[size] = (context.new_page(), Guard(context, portal.address))
    yield opened
    for page, _guard in opened.values():
        page.context.close()


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_page_holds_in_every_look(screens, runs: dict[str, str], address: str):
    look_at(screens, lambda page: page.goto(address.format(**runs)))


@pytest.mark.parametrize(("action", "heading"), ACTIONS.values(), ids=ACTIONS)
def test_page_after_an_action_holds_in_every_look(
    screens, portal: Portal, runs: dict[str, str], action: Callable, heading: str
):
    def arrive(page: Page) -> None:
        action(page, portal, runs)
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)

    look_at(screens, arrive)


def look_at(screens: dict[str, tuple[Page, Guard]], arrive: Callable[[Page], object]) -> None:
    """Bring both pages to the same place, then look for everything that must not be."""
    pages = {size: page for size, (page, _guard) in screens.items()}
    found = []
    for size, page in pages.items():
        page.emulate_media(color_scheme="light")
        page.set_viewport_size(SIZES[size])
        arrive(page)
        page.evaluate("document.querySelectorAll('main details').forEach(part => part.open = true)")
        found += [f"{size}: {problem}" for problem in disorder(page)]
        begin_scan(page)
    found += [f"{size}, light: {problem}" for size, page in pages.items() for problem in end_scan(page)]
    for page in pages.values():
        page.emulate_media(color_scheme="dark")
        begin_scan(page, rules=COLOURS)
    found += [f"{size}, dark: {problem}" for size, page in pages.items() for problem in end_scan(page)]
    pages["phone"].set_viewport_size(NARROW)
    if pages["phone"].evaluate(WIDER):
        found.append("wider than 320 pixels")
    assert not found, f"{pages['phone'].url}\n" + "\n".join(found)
    for _page, guard in screens.values():
        guard.check()


def disorder(page: Page) -> list[str]:
    """Return what is wrong with title, language, headings and width."""
    headings = page.evaluate(HEADINGS)
    skipped = [pair for pair in pairwise(headings) if pair[1] > pair[0] + 1]
    title, language = page.title(), page.locator("html").get_attribute("lang")
    wanted = "en" if "/en/" in page.url else "de"
    faults = {
        f"{headings.count(1)} first headings": headings.count(1) != 1,
        f"headings skip a level: {skipped}": skipped,
        f"title {title!r}": len(title) < 5,
        f"language {language!r}": language != wanted,
        "wider than the screen": page.evaluate(WIDER),
    }
    return [fault for fault, is_there in faults.items() if is_there]
