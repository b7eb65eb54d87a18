"""Steps of somebody who runs through a check in the browser. They know form fields and addresses, never looks."""

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Locator, Page, expect

RUN = re.compile(r"^(?P<link>https?://[^/]+(?:/en)?/check/lauf/[A-Za-z0-9_-]{24}/)")
SECTION = re.compile(r"/thema/(?P<dimension>[a-z-]+)/")
SAVING = re.compile(r"/antwort/$")


def run_link(page: Page) -> str:
    """Return the private link of the run the page belongs to."""
    found = RUN.match(page.url)
    assert found, f"{page.url} belongs to no run"
    return found["link"]


def dimension(page: Page) -> str:
    """Return the id of the dimension whose questions the page asks."""
    found = SECTION.search(page.url)
    assert found, f"{page.url} asks no questions"
    return found["dimension"]


def begin(page: Page, check: str, *, prefix: str = "", **profile: str) -> None:
    """Open the start page of a check, choose what is told of the profile, and go to the first question."""
    page.goto(f"{prefix}/check/{check}/")
    fill_profile(page, **profile)
    page.locator("main form[method=post] button").click()
    page.wait_for_url(SECTION)


def fill_profile(page: Page, **profile: str) -> None:
    """Choose sector, size and role, and write the place."""
    for name, value in profile.items():
        field = page.locator(f'main [name="{name}"]')
        if name == "place":
            field.fill(value)
        else:
            field.select_option(value)


def questions(page: Page) -> list[str]:
    """Return the ids of the questions of the page, in their order."""
    names = page.locator('input[name^="was."]').evaluate_all("fields => fields.map(field => field.name)")
    return [name.removeprefix("was.") for name in names]


def field(page: Page, name: str, value: object) -> Locator:
    """Return the radio button or tick box with this name and value."""
    return page.locator(f'input[name="{name}"][value="{value}"]')


def answer(page: Page, question: str) -> str | None:
    """Return the value that is chosen at a question."""
    chosen = page.locator(f'input[name="value.{question}"]:checked')
    return chosen.get_attribute("value") if chosen.count() else None


@contextmanager
def saving(page: Page) -> Iterator[None]:
    """Wait until what is done inside has been saved by the script and the page has said so."""
    with page.expect_response(SAVING) as waiting:
        yield
    saved = waiting.value
    assert saved.ok, saved.text()
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"\d\d:\d\d"))


def choose(page: Page, question: str, value: object) -> None:
    """Choose an answer; the script saves it at once, unless it was chosen before."""
    if answer(page, question) == str(value):
        return
    with saving(page):
        field(page, f"value.{question}", value).check()


def unfold(page: Page, question: str) -> None:
    """Open what is optional at a question: the plan tick and a weight of its own."""
    optional = page.locator("details").filter(has=page.locator(f'[name="planned.{question}"]'))
    if optional.get_attribute("open") is None:
        optional.locator("summary").click()


def pick_segment(page: Page, name: str, value: object) -> None:
    """Choose one of the joined buttons; their radio buttons lie below the words."""
    page.locator("label").filter(has=field(page, name, value)).click()


def go(page: Page, where: str = "next") -> None:
    """Press „Weiter“ (next) or the button back (previous) below the questions."""
    page.locator(f'button[name="go"][value="{where}"]').click()
    page.wait_for_load_state()


def show_result(page: Page) -> None:
    """Press „Ergebnis anzeigen“ on the closing page."""
    page.locator('main form[action$="/ergebnis/"] button').click()
    page.wait_for_url("**/ergebnis/")


def own_data(page: Page) -> dict[str, Any]:
    """Return what the portal gives as JSON for this run."""
    answer = page.request.get(f"{run_link(page)}daten.json")
    assert answer.ok
    return json.loads(answer.text())


def stored(page: Page) -> dict[str, Any]:
    """Return the stored answers: question id to value."""
    return {key: kept.get("value") for key, kept in own_data(page)["answers"].items()}
