"""A host plans a date in the browser, publishes it, enters a guest, checks them in on a phone, takes the list along."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from .actions import sign_in
from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal

TITLE = "Werkzeuge ausprobieren, für Einsteiger"


def signed_in(page: Page, portal: Portal) -> Page:
    page.goto("/verwaltung/login/")
    sign_in(page, *portal.account())
    return page


def soon() -> datetime:
    """Return a beginning for which check-in is open already, so that the whole evening fits into one test."""
    return datetime.now(ZoneInfo("Europe/Berlin")) + timedelta(minutes=50)


def add_place(page: Page) -> None:
    page.goto("/verwaltung/termine/orte/new/")
    page.get_by_label("Name", exact=False).first.fill("Haus der Beispiele")
    page.locator("[name=town]").fill("Musterstadt")
    with page.expect_navigation():
        page.locator("main form[method=POST] button[type=submit]").first.click()


def plan(page: Page) -> str:
    """Fill in the one form of a workshop and publish it; return the address of its overview."""
    begin = soon()
    page.goto("/verwaltung/termine/liste/")
    page.get_by_role("link", name="Termin hinzufügen").first.click()
    page.get_by_role("main").get_by_role("link", name="Workshop").click()
    for name, value in (
        ("title", TITLE),
        ("summary", "Wir probieren gemeinsam aus, was im Alltag hilft."),
        ("day", f"{begin:%Y-%m-%d}"),
        ("begin", f"{begin:%H:%M}"),
        ("end", f"{begin + timedelta(hours=2):%H:%M}"),
        ("capacity", "2"),
    ):
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=place]").select_option(label="Haus der Beispiele, Musterstadt")
    assert_accessible(page, within=".dates")
    page.get_by_role("button", name="Entwurf anlegen").click()
    expect(page.get_by_text("Alles Nötige ist da.")).to_be_visible()
    overview = page.url
    page.get_by_role("link", name="Veröffentlichen").click()
    page.get_by_role("button", name="Veröffentlichen").click()
    expect(page.get_by_text("Der Termin ist veröffentlicht.")).to_be_visible()
    return overview


def enter_guest(page: Page, overview: str) -> str:
    """Enter somebody who called; return their code."""
    page.goto(f"{overview}teilnehmende/")
    page.get_by_role("link", name="Jemanden eintragen").click()
    page.locator("[name=name]").fill("Ada Beispiel")
    page.locator("[name=organisation]").fill("Beispiel GmbH")
    page.locator("[name=is_agreed]").check()
    page.get_by_role("button", name="Eintragen").click()
    expect(page.get_by_text("Ada Beispiel hat einen Platz.")).to_be_visible()
    return page.locator("main table tbody td").first.inner_text().strip()


def desk_link(page: Page, overview: str) -> str:
    page.goto(f"{overview}einchecken/")
    page.get_by_role("button", name="Neuen Link erstellen").click()
    return re.search(r"/termine/einchecken/[\w-]{24}/", page.locator(".dates-secret").inner_text())[0]


def check_in(phone: Page, link: str, code: str) -> None:
    phone.goto(link)
    phone.get_by_label("Code").fill(code.lower())
    phone.get_by_role("button", name="Suchen").first.click()
    expect(phone.get_by_text("Ada Beispiel", exact=True)).to_be_visible()
    assert_accessible(phone)
    phone.get_by_role("button", name="Einchecken", exact=True).click()
    expect(phone.get_by_text("Eingecheckt um")).to_be_visible()
    phone.goto(f"/termine/einchecken/?code={code}")  # what the QR code says, read a second time
    expect(phone.get_by_text("Schon da seit")).to_be_visible()
    expect(phone.locator("[data-present]")).to_have_text("1")
    phone.get_by_text("Jemand ohne Anmeldung").click()
    phone.get_by_label("Name", exact=True).fill("Bela Spontan")
    assert_accessible(phone)
    phone.get_by_role("button", name="Eintragen und einchecken").click()
    expect(phone.locator("[data-present]")).to_have_text("2")
    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_evening_from_the_template_to_the_list(portal: Portal, open_page: OpenPage):
    host, visitor, phone = signed_in(open_page(), portal), open_page("phone"), open_page("phone")
    add_place(host)
    overview = plan(host)
    visitor.goto("/termine/")
    expect(visitor.get_by_role("link", name=TITLE)).to_be_visible()
    check_in(phone, desk_link(host, overview), enter_guest(host, overview))
    host.goto(f"{overview}teilnehmende/")
    with host.expect_download() as waiting:
        host.get_by_role("button", name="CSV-Datei laden").click()
    text = waiting.value.path().read_text(encoding="utf-8-sig")
    assert [line.split(";")[1] for line in text.splitlines()] == ["Name", "Ada Beispiel", "Bela Spontan"]
    for part in (
        "",
        "angaben/",
        "plaetze/",
        "fragen/",
        "ablauf/",
        "material/",
        "teilnehmende/",
        "nachher/",
        "verschieben/",
    ):
        host.goto(overview + part)
        assert_accessible(host, within=".dates")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_lists_of_the_group_are_accessible(portal: Portal, open_page: OpenPage, size: str):
    page = signed_in(open_page(size), portal)
    for screen in ("liste", "liste/neu", "reihen", "orte", "webhooks"):
        page.goto(f"/verwaltung/termine/{screen}/")
        assert_accessible(page, within="main")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), screen
