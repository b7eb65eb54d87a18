"""The back office for the checks as staff use it: compare, activate, write, preview, publish, withdraw, release."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from .actions import sign_in
from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal

LEAD = "Finden Sie mit uns heraus, wie gut Ihr Betrieb geschützt ist."
CHECK = "/check/cyber-check/"
SCREENS = ("kataloge/", "kataloge/vergleich/", "startseiten/", "vergleichswerte/", "aufbewahrung/", "beispieldaten/")
CONFIRMATIONS = ("vergleichswerte/freigeben/", "beispieldaten/entfernen/")


@pytest.fixture
def second_version(portal: Portal) -> Iterator[None]:
    """A later version of the cyber check in which one word differs; gone afterwards."""
    changed = (
        'replace(replace(content, \'"version":"2026.1"\', \'"version":"2026.9"\'), '
        "'Ist namentlich festgelegt', 'Ist schriftlich festgelegt')"
    )
    with closing(sqlite3.connect(portal.data_dir / "digitalradar.sqlite3", timeout=20)) as database:
        database.execute(
            "INSERT INTO assessments_catalogueversion (catalogue, family, version, content, digest, is_active, "
            f"loaded_at) SELECT catalogue, family, '2026.9', {changed}, '{'0' * 64}', 0, loaded_at "
            "FROM assessments_catalogueversion WHERE catalogue = 'cyber-check' AND version = '2026.1'"
        )
        database.commit()
        yield
        one = "UPDATE assessments_catalogueversion SET is_active = ? WHERE catalogue = 'cyber-check' AND version = ?"
        database.execute(one, (0, "2026.9"))
        database.execute(one, (1, "2026.1"))
        database.commit()


@pytest.fixture
def staff(portal: Portal, open_page: OpenPage) -> Page:
    """A page signed in to the back office."""
    return signed_in(portal, open_page())


def signed_in(portal: Portal, page: Page) -> Page:
    page.goto("/verwaltung/login/")
    sign_in(page, *portal.account())
    return page


def test_staff_compare_two_versions_and_activate_one(second_version: None, staff: Page):
    staff.goto("/verwaltung/")
    expect(staff.get_by_role("heading", name="Checks im Überblick")).to_be_visible()
    staff.goto("/verwaltung/checks/kataloge/")
    staff.get_by_role("link", name="Fassungen vergleichen").click()
    staff.get_by_label("Von", exact=True).select_option("cyber-check 2026.1")
    staff.get_by_label("Nach", exact=True).select_option("cyber-check 2026.9")
    staff.get_by_role("button", name="Vergleichen").click()
    expect(staff.get_by_text("Fragen: 0 neu, 0 entfallen, 1 geändert, 26 gleich.")).to_be_visible()
    expect(staff.locator("del").filter(has_text="namentlich")).to_be_visible()
    expect(staff.locator("ins").filter(has_text="schriftlich")).to_be_visible()
    assert_accessible(staff)
    activate(staff, "2026.9")
    staff.goto(CHECK)
    expect(staff.get_by_text("2026.9")).to_be_visible()
    activate(staff, "2026.1")
    staff.goto(CHECK)
    expect(staff.get_by_text("2026.1")).to_be_visible()


def activate(page: Page, version: str) -> None:
    """Choose a version of the cyber check in the list and let new runs use it."""
    page.goto("/verwaltung/checks/kataloge/")
    row = page.get_by_role("row").filter(has_text="cyber-check").filter(has_text=version)
    row.get_by_role("link").click()
    page.get_by_role("link", name="Freischalten").click()
    expect(page.get_by_text("Kein Ergebnis wird neu gerechnet.")).to_be_visible()
    assert_accessible(page)
    page.get_by_role("button", name="Ja, freischalten").click()
    expect(page.get_by_text(f"Cyber-Check {version} gilt jetzt für neue Durchläufe.")).to_be_visible()


def test_text_of_a_start_page_from_draft_to_withdrawal(staff: Page, open_page: OpenPage):
    visitor = open_page("phone")
    staff.goto("/verwaltung/checks/startseiten/add/")
    staff.locator("[name=catalogue]").select_option("cyber-check")
    staff.locator("[name=lead]").fill(LEAD)
    staff.get_by_role("button", name="Entwurf speichern").first.click()
    expect(staff).to_have_url(re.compile(r"/startseiten/edit/\d+/"))
    edit = re.sub(r"\?.*", "", staff.url)
    visitor.goto(CHECK)
    expect(visitor.get_by_text(LEAD)).to_have_count(0)
    staff.get_by_role("button", name="Vorschau").first.click()
    frame = staff.frame_locator("#w-preview-iframe")
    expect(frame.get_by_text(LEAD)).to_be_visible()
    expect(frame.get_by_role("button", name="Check beginnen")).to_be_disabled()
    publish(staff)
    visitor.goto(CHECK)
    expect(visitor.get_by_text(LEAD)).to_be_visible()
    assert_accessible(visitor)
    withdraw(staff, edit)
    visitor.goto(CHECK)
    expect(visitor.get_by_text(LEAD)).to_have_count(0)


def publish(page: Page) -> None:
    page.get_by_role("button", name="Mehr Aktionen").click()
    page.get_by_role("button", name="Veröffentlichen", exact=True).click()
    expect(page.get_by_text("veröffentlicht").first).to_be_visible()


def withdraw(page: Page, edit: str) -> None:
    page.goto(edit.replace("/edit/", "/unpublish/"))
    page.get_by_role("button", name="Ja, Veröffentlichung aufheben").click()
    expect(page.get_by_text("aufgehoben").first).to_be_visible()


def test_release_is_asked_for_made_and_listed(staff: Page):
    staff.goto("/verwaltung/checks/vergleichswerte/")
    staff.get_by_role("link", name="Jetzt freigeben").click()
    staff.get_by_role("button", name="Ja, freigeben").click()
    expect(staff.get_by_text(re.compile(r"Freigabe \d+ ist gemacht"))).to_be_visible()
    expect(staff.get_by_role("table", name="Bisherige Freigaben")).to_be_visible()


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_screens_are_accessible(portal: Portal, open_page: OpenPage, size: str):
    page = signed_in(portal, open_page(size))
    for screen in (*SCREENS, *CONFIRMATIONS):
        page.goto(f"/verwaltung/checks/{screen}")
        assert_accessible(page)
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), screen
    page.goto("/verwaltung/checks/kataloge/")
    page.get_by_role("link", name="Kurz-Check").first.click()
    expect(page.get_by_role("heading", name="Maßnahmen", exact=True)).to_be_visible()
    assert_accessible(page)
