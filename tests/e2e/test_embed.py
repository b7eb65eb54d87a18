"""A partner copies the card from the portal; on the partner's page it leads into the check."""

import re

from playwright.sync_api import Page, expect


def test_card_that_was_copied_leads_into_the_check(open_page):
    page: Page = open_page("phone", javascript=False)
    page.goto("/check/digital-check/")
    page.get_by_role("link", name="Auf Ihrer Website einbinden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Auf Ihrer Website einbinden")
    card = page.get_by_label("HTML zum Kopieren").first.input_value()
    partner: Page = open_page("phone", javascript=False)
    partner.set_content(f"<!doctype html><html lang='de'><title>Partner</title>{card}")
    partner.get_by_role("link", name="Digital-Check beginnen").click()
    expect(partner).to_have_url(re.compile(r"/check/digital-check/$"))
    partner.get_by_role("button", name="Check beginnen").click()
    expect(partner).to_have_url(re.compile(r"/thema/"))
