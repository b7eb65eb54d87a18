"""„Nutzung der Checks“: visitors count, staff who try something out do not, and deleting changes no figure."""

import re

from playwright.sync_api import Page, expect

from . import journey
from .actions import sign_in
from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal

SCREEN = "/verwaltung/checks/nutzung/?check=ki-check"
BEGUN = re.compile(r"(\d+) Durchl(?:auf|äufe) begonnen")


def begun(staff: Page) -> int:
    """Return how many runs through the AI check the screen counts."""
    staff.goto(SCREEN)
    found = BEGUN.search(staff.locator(".checks").inner_text())
    assert found
    return int(found[1])


def signed_in(page: Page, portal: Portal) -> Page:
    page.goto("/verwaltung/login/")
    sign_in(page, *portal.account())
    return page


def test_visitors_count_and_stay_counted_after_deletion(open_page: OpenPage, portal: Portal):
    staff = signed_in(open_page(), portal)
    before = begun(staff)
    visitor = open_page("phone")
    journey.begin(visitor, "ki-check")
    assert begun(staff) == before + 1

    visitor.goto(f"{journey.run_link(visitor)}loeschen/")
    visitor.get_by_role("button", name="Check endgültig löschen").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Der Check ist gelöscht")
    assert_accessible(visitor)
    assert begun(staff) == before + 1

    journey.begin(staff, "ki-check")
    assert begun(staff) == before + 1


def test_screen_is_accessible_and_its_figures_can_be_taken_along(open_page: OpenPage, portal: Portal):
    for size in ("desktop", "phone"):
        staff = signed_in(open_page(size), portal)
        begun(staff)
        assert_accessible(staff, within=".checks")
        assert staff.evaluate("document.documentElement.scrollWidth <= innerWidth")
    staff.goto(SCREEN)
    with staff.expect_download() as waiting:
        staff.get_by_role("link", name="Als CSV laden").click()
    assert waiting.value.suggested_filename.startswith("nutzung-ki-check-")
