"""What people take with them: guides kept without an account, on paper, on another device."""

import re

from playwright.sync_api import Page, expect

from tests.pdf_reader import Document

from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal

PATIENCE = 60_000  # milliseconds; the machine may be busy
GUIDE = "/leitfaeden/datensicherung/"


def keep(page: Page, guide: str) -> None:
    """Keep a guide and wait for the selection."""
    page.goto(f"/leitfaeden/{guide}/")
    page.get_by_role("button", name="Merken").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Meine Auswahl")


def titles(page: Page) -> list[str]:
    return page.locator(".kept .row-title").all_inner_texts()


def test_company_keeps_guides_and_finds_them_on_another_device(page: Page, open_page: OpenPage):
    keep(page, "datensicherung")
    expect(page.get_by_role("status")).to_contain_text("steht jetzt in Ihrer Auswahl")
    page.get_by_role("link", name="Zurück zur Seite").click()
    expect(page).to_have_url(re.compile(f"{GUIDE}$"))
    keep(page, "it-notfallplan")
    before = titles(page)
    page.get_by_role("button", name="Nach oben").click()
    expect(page.locator(".kept .row-title").first).to_have_text(before[1])
    page.get_by_text("Notiz schreiben").first.click()
    page.get_by_label("Notiz", exact=True).first.fill("Mit dem Team besprechen")
    page.get_by_role("button", name="Notiz speichern").first.click()
    expect(page.locator(".kept-note")).to_contain_text("Mit dem Team besprechen")
    assert_accessible(page)
    link = page.locator("#privater-link").inner_text()

    other = open_page("phone")
    other.goto(link)
    assert titles(other) == [before[1], before[0]]
    other.goto(GUIDE)
    other.get_by_role("link", name="Meine Auswahl").click()
    expect(other).to_have_url(link)


def test_two_tabs_at_once_lose_nothing(open_page: OpenPage):
    first = open_page("desktop")
    keep(first, "datensicherung")
    second = first.context.new_page()
    second.goto("/leitfaeden/cloud-einstieg/")
    first.goto("/leitfaeden/e-rechnung-einfuehren/")
    second.get_by_role("button", name="Merken").click()
    first.get_by_role("button", name="Merken").click()
    expect(first.locator(".kept-item")).to_have_count(3)
    second.goto("/auswahl/")
    expect(second.locator(".kept-item")).to_have_count(3)


def test_selection_works_without_scripts_and_is_deleted_for_good(open_page: OpenPage):
    page = open_page("phone", javascript=False)
    keep(page, "datensicherung")
    address = page.url.split("?")[0]
    page.get_by_role("link", name="Alle Checklisten zum Ausdrucken").click()
    expect(page.locator(".boxes li").first).to_be_visible()
    page.get_by_role("link", name="Zurück zur Auswahl").click()
    page.get_by_role("button", name="Entfernen").click()
    expect(page.get_by_text("Ihre Auswahl ist leer.")).to_be_visible()
    keep(page, "datensicherung")
    page.get_by_role("link", name="Auswahl löschen").click()
    page.get_by_role("button", name="Endgültig löschen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihre Auswahl ist gelöscht")
    page.goto("/auswahl/")
    expect(page.get_by_text("Auf diesem Gerät ist noch nichts gemerkt.")).to_be_visible()
    assert page.request.get(address).status == 404


def test_guide_and_checklist_are_taken_as_pdf(portal: Portal, page: Page):
    for link, words in (("Als PDF", "Angenommen"), ("Checkliste zum Ausdrucken (PDF)", "Wer kümmert sich")):
        page.goto(GUIDE)
        target = page.get_by_role("link", name=link).get_attribute("href")
        page.goto(f"{target}warten/")
        ready = page.get_by_role("link", name="PDF öffnen")
        expect(ready).to_be_visible(timeout=PATIENCE)
        assert_accessible(page)
        answer = page.request.get(ready.get_attribute("href"))
        assert answer.headers["content-type"] == "application/pdf"
        assert Document(answer.body()).says(words)
