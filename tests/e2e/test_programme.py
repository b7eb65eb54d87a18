"""A host makes two items collide, is refused, mends it and releases; a visitor picks two and takes them along."""

import re
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.pdf_reader import Document

from .actions import sign_in
from .conftest import OpenPage
from .dates import made
from .guard import assert_accessible
from .portal import Portal


@pytest.fixture(scope="module")
def made_day(portal: Portal) -> dict[str, str]:
    """A date with a released programme; other tests have some of their own."""
    return made(portal, "tests.e2e.programmes")


@pytest.fixture
def day(made_day: dict[str, str]) -> str:
    """The path of this date."""
    return made_day["day"]


def test_host_releases_and_visitor_takes_along(portal: Portal, made_day: dict[str, str], day: str, open_page: OpenPage):
    host = open_page("desktop")
    host.goto("/verwaltung/login/")
    sign_in(host, *portal.account())
    editor = open_editor(host, made_day["day_title"])
    make_conflict(host, editor)
    assert_accessible(host, within=".dates")
    refuse(host, editor)
    mend_and_release(host, editor)
    visitor = open_page("phone")
    visitor.goto(day)
    expect(visitor.get_by_text("Version 3, freigegeben am")).to_be_visible()
    pick_two(visitor, day)
    take_along(visitor)


def open_editor(page: Page, title: str) -> str:
    """Find the programme from the list of dates; return its address."""
    page.goto("/verwaltung/termine/liste/?q=Tag+mit+Programm")
    page.get_by_role("link", name=title).first.click()
    page.get_by_role("navigation", name="Teile des Termins").get_by_role("link", name="Programm").click()
    expect(page.get_by_text("Öffentlich ist Version 2")).to_be_visible()
    return page.url


def make_conflict(page: Page, editor: str) -> None:
    """Add an item in a room that is taken at this time."""
    page.get_by_role("link", name="Punkt hinzufügen").click()
    page.locator("[name=title]").fill("Noch ein Vortrag")
    begin = page.locator("[name=begin]")
    hour, minute = map(int, begin.input_value().split(":"))
    begin.fill(f"{hour + 1:02}:{minute:02}")
    page.locator("[name=end]").fill(f"{hour + 1:02}:{minute + 30:02}")
    page.locator("[name=room]").select_option(label="Großer Saal")
    page.get_by_role("button", name="Speichern").click()
    expect(page).to_have_url(editor)
    expect(page.get_by_role("region", name="Zu klären")).to_contain_text("liegen gleichzeitig in „Großer Saal“")


def refuse(page: Page, editor: str) -> None:
    page.get_by_role("link", name="Freigeben").click()
    page.get_by_role("button", name=re.compile("^Freigeben")).click()
    expect(page.get_by_role("alert").first).to_be_visible()
    expect(page.locator(".dates")).to_contain_text("„Noch ein Vortrag“ und „Daten teilen“")
    page.goto(editor)


def mend_and_release(page: Page, editor: str) -> None:
    page.get_by_role("link", name="Noch ein Vortrag").first.click()
    page.locator("[name=room]").select_option(label="---------")
    page.get_by_role("button", name="Speichern").click()
    page.get_by_role("link", name="Freigeben").click()
    expect(page.get_by_text("„Noch ein Vortrag“ ist neu im Programm")).to_be_visible()
    page.locator("[name=note]").fill("Ein Vortrag kommt dazu.")
    page.get_by_role("button", name=re.compile("^Freigeben")).click()
    expect(page.get_by_text("Version 3 ist freigegeben.")).to_be_visible()


def pick_two(page: Page, day: str) -> None:
    """Pick one on the page of the date and tick another."""
    page.locator(".programme-item", has_text="Noch ein Vortrag").get_by_role("button").click()
    expect(page.get_by_role("status")).to_contain_text("„Noch ein Vortrag“ steht jetzt in Ihrem Programm.")
    page.get_by_text("Auswahl ändern: das ganze Programm").click()
    page.get_by_label("Robots beside people").check()
    page.get_by_role("button", name="Mein Programm speichern").click()
    expect(page.get_by_role("status")).to_contain_text("gespeichert")
    assert_accessible(page)


def take_along(page: Page) -> None:
    with page.expect_download() as calendar:
        page.get_by_role("link", name="In den Kalender").click()
    events = icalendar.Calendar.from_ical(Path(calendar.value.path()).read_bytes()).walk("VEVENT")
    assert [str(event["SUMMARY"]) for event in events] == ["Noch ein Vortrag", "Robots beside people"]
    address = page.get_by_role("link", name="Als PDF zum Drucken").get_attribute("href")
    paper = " ".join(Document(page.request.get(address).body()).texts)
    assert "Noch ein Vortrag" in paper
    assert "Werkstatt zum Mitmachen" not in paper
