"""Start page, standard pages and the form for barriers in a real browser; ``test_check_every_page`` scans them all."""

import re

from playwright.sync_api import expect


def test_a_question_on_the_start_page_begins_the_check_with_its_answer(open_page):
    page = open_page(javascript=False)
    page.goto("/")
    page.get_by_role("radio", name="Stufe 2:").check()
    page.get_by_role("button", name="Mit dieser Antwort beginnen").click()
    expect(page).to_have_url(re.compile(r"frage=sicherheit\.notfall&antwort=2$"))


def test_language_switch_stays_on_the_page(open_page):
    page = open_page()
    page.goto("/datenschutz/")
    page.get_by_role("link", name="English").first.click()
    expect(page).to_have_url(re.compile(r"/en/datenschutz/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text("Privacy")


def test_a_barrier_is_reported_without_javascript(open_page):
    page = open_page("phone", javascript=False)
    page.goto("/barrierefreiheit/melden/?seite=/check/")
    page.get_by_role("button", name="Meldung senden").click()
    expect(page.get_by_role("alert")).to_contain_text("Beschreiben Sie bitte kurz, was nicht funktioniert.")
    page.get_by_label("E-Mail-Adresse für die Antwort").fill("leserin@")
    page.get_by_role("button", name="Meldung senden").click()
    expect(page.get_by_role("alert")).to_contain_text("Das ist keine vollständige E-Mail-Adresse.")
    page.get_by_label("E-Mail-Adresse für die Antwort").fill("")
    page.get_by_label("Was funktioniert nicht?").fill("Die Schrift ist zu klein.")
    page.get_by_role("button", name="Meldung senden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Meldung")
