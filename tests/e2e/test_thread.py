"""The thread that holds the portal together: result to guide and back, sentence to guide, problem to guide."""

import re

from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .portal import Portal
from .visitor import Visitor, same_answers


def heading(page: Page):
    return page.get_by_role("heading", level=1)


def test_result_leads_to_the_guide_and_the_guide_back_to_the_steps(portal: Portal, open_page: OpenPage):
    link = Visitor(portal.address).finish(
        "digital-check", same_answers("digital-check", "1"), sector="handwerk", size="10-49"
    )
    page = open_page("phone")
    page.goto(f"{link}ergebnis/")
    step = page.locator("#schritte ol.steps").get_by_role("link").first
    title = step.inner_text()
    step.click()
    expect(page).to_have_url(re.compile("/leitfaeden/"))
    expect(heading(page)).to_have_text(title)
    panel = page.get_by_role("region", name="Passt zu Ihrem Ergebnis")
    expect(panel).to_contain_text("Schritt 1 von Ihren drei nächsten.")
    expect(panel).to_contain_text("stehen Sie auf Stufe 1")
    expect(page.get_by_text("Ist das Ihr Thema?")).to_have_count(0)
    panel.get_by_role("link", name="Zu Ihren nächsten Schritten").click()
    expect(page).to_have_url(re.compile(re.escape(f"{link}ergebnis/#schritte")))


def test_list_shows_only_what_fits_the_result(portal: Portal, open_page: OpenPage):
    link = Visitor(portal.address).finish("digital-check", same_answers("digital-check", "1"), size="10-49")
    page = open_page(javascript=False)
    page.goto(f"{link}ergebnis/")
    page.goto("/leitfaeden/")
    page.locator("summary", has_text="Passt zu meinem Ergebnis").click()
    page.get_by_label("Nur was zu meinem Ergebnis passt").check()
    page.get_by_role("button", name="Auswahl anwenden").click()
    expect(page).to_have_url(re.compile("ergebnis=passt"))
    rows = page.locator("#liste .rows > li")
    expect(rows).not_to_have_count(0)
    expect(rows.get_by_text("passt zu Ihrem Ergebnis", exact=True)).to_have_count(rows.count())


def test_sentence_on_the_home_page_leads_to_its_guide(page: Page):
    page.goto("/")
    page.get_by_role("link", name="Unsere Excel-Liste versteht nur noch eine Person.").click()
    expect(page).to_have_url(re.compile("/leitfaeden/excel-listen-abloesen/$"))
    expect(page.get_by_role("heading", name="Ist das Ihr Thema?")).to_be_visible()


def test_deadline_on_the_home_page_leads_to_its_guide(page: Page):
    page.goto("/")
    section = page.get_by_role("heading", name="Frist im Blick").locator("xpath=ancestor::section")
    deadlines = section.locator(".row-dated")
    assert 1 <= deadlines.count() <= 3
    deadlines.first.get_by_role("link").click()
    expect(page).to_have_url(re.compile("/leitfaeden/[a-z0-9-]+/$"))


def test_two_clicks_lead_from_a_problem_to_three_guides_without_script(open_page: OpenPage):
    page = open_page(javascript=False)
    page.goto("/")
    page.get_by_role("link", name="Woran hakt es bei Ihnen?").click()
    expect(heading(page)).to_have_text("Woran hakt es?")
    page.get_by_role("link", name="Technik und Infrastruktur").click()
    page.get_by_role("link", name="Internet und WLAN sind langsam").click()
    guides = page.get_by_role("region", name="Diese Leitfäden helfen weiter").get_by_role("link")
    expect(guides).to_have_count(3)
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(re.compile("/en/where-does-it-hurt/technik/internet-langsam/$"))
    page.go_back()
    assert page.context.cookies() == []  # nothing is stored on the way
    page.get_by_role("radio", name="Stufe 2:").check()
    page.get_by_role("button", name="Mit dieser Antwort beginnen").click()
    expect(page).to_have_url(re.compile(r"frage=technik\.netz&antwort=2$"))
