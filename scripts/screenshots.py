"""Take the pictures of the README from a running portal with example data.

    python scripts/screenshots.py http://127.0.0.1:8000

Walks through the main check as a visitor, so the pictures show what is really there. Needs Debian's Chromium.
"""

import random
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

TARGET = Path(__file__).resolve().parent.parent / "docs/images"
CHROMIUM = "/usr/bin/chromium"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
STAGES = [2, 3, 3, 2, 3]  # of a firm on its way, with gaps to show
LATER = [2, 4, 3, 3, 3]  # of the same firm when it repeats the check: most is better, not all


def main(portal: str) -> None:
    TARGET.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport=DESKTOP)
        page.goto(portal)
        _picture(page, "home")
        result = _walk_through(page)
        page.goto(result)
        _picture(page, "result", height=1650)
        page.set_viewport_size(PHONE)
        _picture(page, "result-phone")
        page.set_viewport_size(DESKTOP)
        _repeat(page)
        _picture(page, "progress", height=1020)
        browser.close()


def _walk_through(page: Page) -> str:
    """Do the main check; return the address of its result."""
    with page.expect_navigation():
        page.get_by_role("link", name="Digital-Check starten").click()
    page.locator('select[name="sector"]').select_option("handwerk")
    page.locator('select[name="size"]').select_option("10-49")
    with page.expect_navigation():
        page.get_by_role("button", name="Check beginnen").click()
    _answer(page, STAGES, "check")
    return page.url


def _repeat(page: Page) -> None:
    """Repeat the check that is shown, and open the comparison of both."""
    with page.expect_navigation():
        page.get_by_role("button", name="Check wiederholen").click()
    _answer(page, LATER)
    with page.expect_navigation():
        page.get_by_role("link", name="Mit dem vorigen Durchlauf vergleichen").click()


def _answer(page: Page, stages: list[int], picture: str = "") -> None:
    """Answer every question with one of the stages and show the result; keep a picture of one theme on the way."""
    chance = random.Random(7)  # noqa: S311 -- the same pictures each time
    while "/thema/" in page.url:
        for question in page.locator("[data-question]").all():
            name = question.get_attribute("data-question")
            page.locator(f'input[name="value.{name}"][value="{chance.choice(stages)}"]').check()
        if picture and "/sicherheit/" in page.url:
            page.locator('input[name="dimension_relevance"][value="3"]').check(force=True)
            page.evaluate("window.scrollTo(0, 0)")
            _picture(page, picture)
        with page.expect_navigation():
            page.locator('button[name="go"][value="next"]').click()
    with page.expect_navigation():
        page.get_by_role("button", name="Ergebnis anzeigen").click()


def _picture(page: Page, name: str, height: int | None = None) -> None:
    """Keep the picture small: few colours are enough for a page without photographs."""
    if height:
        page.set_viewport_size({**DESKTOP, "height": height})
    file = TARGET / f"{name}.png"
    page.screenshot(path=file)
    Image.open(file).quantize(128).save(file, optimize=True)
    print(f"{file.name}: {file.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
