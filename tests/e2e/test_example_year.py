"""The example region in a browser: from the start page to a date, from there to a guide, and back to a date."""

import re

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .guard import assert_accessible


def test_thread_leads_from_dates_to_guides_and_back(page: Page):
    page.goto("/")
    dates = page.get_by_role("heading", name="Die nächsten Termine").locator("xpath=ancestor::section")
    expect(dates.get_by_role("listitem")).to_have_count(3)
    made_up = dates.get_by_role("listitem").filter(has=page.locator('a[href^="/termine/beispiel-"]'))
    expect(made_up.first).to_be_visible()  # beside them may stand what other tests have made
    expect(made_up.get_by_text("Beispieldaten")).to_have_count(made_up.count())
    assert_accessible(page)
    dates.get_by_role("link", name="Alle Termine").click()
    page.get_by_role("link", name="Notfallplan auf zwei Seiten").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Notfallplan auf zwei Seiten")
    assert_accessible(page)
    page.get_by_role("region", name="Leitfäden zum Thema").get_by_role("listitem").first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/leitfaeden/"))
    page.get_by_role("region", name="Nächster Termin zum Thema").get_by_role("link", name="Notfallplan").click()
    expect(page).to_have_url(re.compile("/termine/beispiel-notfallplan/"))


def test_result_names_a_date_on_the_topic_of_a_step(open_page: OpenPage):
    page = open_page()
    page.goto("/check/digital-check/beispiel/")
    expect(page.locator("#schritte").get_by_role("link", name="Notfallplan auf zwei Seiten")).to_be_visible()
