"""Pages one only comes to by doing something: sending, guessing, deleting, signing in."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from urllib.error import HTTPError

from playwright.sync_api import Page, expect

from .portal import Portal
from .visitor import Visitor, sample_answers


def wrong_choice(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/check/digital-check/")
    page.locator('select[name="size"]').select_option("10-49")
    page.locator('select[name="size"]').evaluate("list => { list.selectedOptions[0].value = 'x'; }")
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()


def barrier_without_text(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()


def barrier_with_endless_text(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.locator("textarea").evaluate("area => { area.value = 'x'.repeat(1100000); }")
    send(page)


def barrier_reported(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.locator("textarea").fill("Die Schrift ist zu klein.")
    send(page)


def forged_form(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.locator('main [name="csrfmiddlewaretoken"]').evaluate("field => { field.value = 'x'; }")
    send(page)


def wrong_answer(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("{open}thema/strategie/".format(**runs))
    page.locator('[name="was.strategie.ziel"]').evaluate("field => { field.value = '1||'; }")
    page.locator('[name="target"]').evaluate("list => { list.options[0].value = '9'; }")
    send(page)


def unknown_link(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto(f"/check/lauf/{'A' * 24}/")


def address_only_for_forms(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("{open}antwort/".format(**runs))


def deleted(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto(f"{Visitor(portal.address).begin('digital-check')}loeschen/")
    send(page)


def shared(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    visitor = Visitor(portal.address)
    page.goto(f"{visitor.finish('kurz-check', sample_answers('kurz-check'))}ergebnis/teilen/")
    send(page)


def nothing_to_compare(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/check/vergleichen/")
    send(page)
    expect(page.get_by_role("alert")).to_be_visible()


def withdrawn_link(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto(f"/check/ergebnis/{'A' * 24}/")


def menu(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    page.goto("/check/")
    page.evaluate("document.querySelectorAll('header details').forEach(part => part.open = true)")


def locked_out(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    visitor, attempt = Visitor(portal.address), {"username": "niemand@example.org", "password": "falsch"}
    with suppress(HTTPError):  # what comes when there were too many
        for _attempt in range(10):
            visitor.open("/verwaltung/login/")
            visitor.open("/verwaltung/login/", attempt)
    page.goto("/verwaltung/login/")
    sign_in(page, *attempt.values())


def styleguide(page: Page, portal: Portal, runs: dict[str, str]) -> None:
    email, password = portal.account()
    page.goto("/verwaltung/login/?next=/styleguide/")
    if "login" not in page.url:
        return
    sign_in(page, email, password)


def sign_in(page: Page, email: str, password: str) -> None:
    page.locator('[name="username"]').fill(email)
    page.locator('[name="password"]').fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def send(page: Page) -> None:
    """Press the first button of the form of the page."""
    with page.expect_navigation():
        page.locator("main form[method=post] button:not([type=button])").first.click()


# What is done, and the heading of the page it leads to.
ACTIONS: dict[str, tuple[Callable[[Page, Portal, dict[str, str]], Any], str]] = {
    "start-wrong-choice": (wrong_choice, "Digital-Check"),
    "barrier-form-errors": (barrier_without_text, "Barriere melden"),
    "barrier-reported": (barrier_reported, "Danke für Ihre Meldung"),
    "forged-form": (forged_form, "Hier dürfen Sie nicht weiter"),
    "wrong-answer": (wrong_answer, "Diese Anfrage können wir nicht lesen"),
    "too-large": (barrier_with_endless_text, "Das ist zu viel auf einmal"),
    "unknown-link": (unknown_link, "Diese Seite gibt es nicht"),
    "only-for-forms": (address_only_for_forms, "So lässt sich diese Adresse nicht aufrufen"),
    "shared": (shared, "Ergebnis teilen"),
    "nothing-to-compare": (nothing_to_compare, "Zwei Durchläufe vergleichen"),
    "withdrawn-link": (withdrawn_link, "Diese Seite gibt es nicht"),
    "deleted": (deleted, "Der Check ist gelöscht"),
    "menu": (menu, "Wo steht Ihr Betrieb?"),
    "locked-out": (locked_out, "Bitte einen Moment Geduld"),
    "styleguide": (styleguide, "Bausteine und Zustände"),
}
