"""Browser tests: a served portal, Debian's Chromium, and pages that are watched."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.smtp_sink import Sink, running_sink

from .guard import Guard
from .portal import Portal, running_portal

SIZES = {"desktop": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Milliseconds. A page of ours answers in a fraction of it, but the other tests run beside this one.
PATIENCE, PATIENCE_TO_EXPECT = 30_000, 15_000
OpenPage = Callable[..., Page]


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    """A portal with starter content and example region, one for all browser tests."""
    with running_portal() as served:
        yield served


@pytest.fixture(scope="module")
def sink() -> Iterator[Sink]:
    """A mail server for the portal of one module."""
    with running_sink() as sink:
        yield sink


@pytest.fixture(scope="module")
def mailing_portal(sink: Sink) -> Iterator[Portal]:
    """A portal of one module that sends mail and lets tests be faster than people."""
    with running_portal(EMAIL_URL=sink.url, EMAIL_FROM="portal@example.org", EVENTS_FORM_SECONDS="0") as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the operating system ships it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "The browser tests need Chromium: apt-get install chromium"
    expect.set_options(timeout=PATIENCE_TO_EXPECT)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(portal: Portal, browser: Browser) -> Iterator[OpenPage]:
    """Open pages in fresh contexts: ``open_page("phone", javascript=False)``; what they did is checked at the end."""
    opened: list[tuple[Guard, Callable[[], None]]] = []

    def open_one(size: str = "desktop", *, javascript: bool = True, locale: str = "de-DE", **options) -> Page:
        context = browser.new_context(
            base_url=portal.address, viewport=SIZES[size], java_script_enabled=javascript, locale=locale, **options
        )
        context.set_default_timeout(PATIENCE)
        opened.append((Guard(context, portal.address), context.close))
        return context.new_page()

    yield open_one
    for _guard, close in opened:
        close()
    for guard, _close in opened:
        guard.check()


@pytest.fixture(params=["desktop", "phone"])
def page(request: pytest.FixtureRequest, open_page: OpenPage) -> Page:
    """One page in each of the two sizes."""
    return open_page(request.param)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder drives a browser; nobody has to remember the marker."""
    for item in items:
        if "/e2e/" in item.path.as_posix():
            item.add_marker(pytest.mark.e2e)
