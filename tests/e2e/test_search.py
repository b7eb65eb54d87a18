"""Finding a guide in one's own words, at the desk, on the phone, with the keyboard and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage

QUESTIONS = {
    "Stempeluhr": "Personalverwaltung und Zeiterfassung",
    "rechnugn elektronisch": "E-Rechnung einführen",
    "Daten weg, was tun": "Datensicherung",
    "wir wurden gehackt": "IT-Notfallplan",
    "homepage zu alt": "Website erneuern",
    "Geld vom Staat": "Fördermittel",
    "chatgpt erlaubt?": "KI-Regeln",
    "passwoerter merken": "Zugänge absichern",
    "Stundenzettel von der Baustelle": "Mobile Auftragsabwicklung",
    "Lager Inventur": "Lager und Bestand",
}


def first_hit(page: Page) -> str:
    return page.locator(".row-title").first.inner_text().replace("\u2060", "")


@pytest.mark.parametrize("question", QUESTIONS)
def test_everyday_questions_lead_to_the_right_guide(open_page: OpenPage, question: str):
    page = open_page("phone", javascript=False)
    page.goto("/")
    page.get_by_role("link", name="Suche").first.click()
    page.get_by_label("Wonach suchen Sie?").fill(question)
    page.get_by_role("button", name="Suchen").click()
    expect(page).to_have_url(re.compile(r"/suche/\?q="))
    assert QUESTIONS[question] in first_hit(page)


def test_hits_appear_while_typing_and_the_address_follows(open_page: OpenPage):
    page = open_page()
    page.goto("/suche/")
    page.get_by_label("Wonach suchen Sie?").press_sequentially("Datensich", delay=20)
    expect(page.get_by_role("status")).to_contain_text("Treffer für „Datensich“")
    expect(page.locator("mark").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=Datensich$"))
    page.locator(".row-title a").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Datensicherung")


def test_list_is_narrowed_while_ticking(open_page: OpenPage):
    page = open_page()
    page.goto("/leitfaeden/")
    before = page.get_by_role("status").inner_text()
    page.get_by_role("checkbox", name=re.compile("IT-Sicherheit & Datenschutz")).check()
    expect(page.get_by_role("status")).not_to_have_text(before)
    expect(page).to_have_url(re.compile("themenfeld=it-sicherheit"))
    expect(page.get_by_role("checkbox", name=re.compile("IT-Sicherheit & Datenschutz"))).to_be_checked()
    page.get_by_role("link", name="IT-Sicherheit & Datenschutz entfernen").click()
    expect(page.get_by_role("status")).to_have_text(before)


def test_list_is_narrowed_on_the_phone_without_a_script(open_page: OpenPage):
    page = open_page("phone", javascript=False)
    page.goto("/leitfaeden/")
    box = page.get_by_role("checkbox", name=re.compile("Handwerk und Bau"))
    expect(box).to_be_hidden()
    page.get_by_role("link", name=re.compile("Eingrenzen")).click()
    box.check()
    page.get_by_role("button", name="Auswahl anwenden").click()
    expect(page).to_have_url(re.compile("branche=handwerk"))
    expect(page.get_by_role("link", name="Handwerk und Bau entfernen")).to_be_visible()


def test_list_is_narrowed_with_the_keyboard(open_page: OpenPage):
    page = open_page()
    page.goto("/leitfaeden/")
    box = page.get_by_role("checkbox", name=re.compile("Daten & KI"))
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("themenfeld=daten-ki"))
    expect(box).to_be_focused()
