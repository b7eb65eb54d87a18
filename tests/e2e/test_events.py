"""Somebody signs up for a date in a browser, confirms by the mail that arrives, changes their mind, and cancels."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.smtp_sink import Sink

from .conftest import OpenPage
from .dates import made
from .guard import assert_accessible
from .keyboard import go_to, press, skip_to_content
from .letters import newest, path_in
from .portal import Portal

PERSON = "gast@example.org"
SEND = "main form button:not([name])"


@pytest.fixture(scope="module")
def portal(mailing_portal: Portal) -> Portal:
    """A portal of its own: what others sign up for must not get in the way."""
    return mailing_portal


@pytest.fixture(scope="module")
def dates(portal: Portal, sink: Sink) -> dict[str, str]:
    """Paths by name; what was sent about them is taken away."""
    return made(portal)


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_x23_guest_signs_up_confirms_changes_and_cancels(
    portal: Portal, sink: Sink, dates: dict[str, str], open_page: OpenPage, javascript: bool
):
    sink.messages.clear()
    page = open_page("phone" if javascript else "desktop", javascript=javascript)
    find_the_date(page, dates)
    send_the_form(page, javascript)
    page.goto(path_in(newest(sink, PERSON, "bestätigen")))
    confirm(page, javascript)
    subscribe(page)
    path_in(newest(sink, PERSON, "Sie sind angemeldet"))
    change(page)
    cancel(page)
    newest(sink, PERSON, "Abgesagt")


def find_the_date(page: Page, dates: dict[str, str]) -> None:
    """From the menu by filter to the page of the date; nobody learns the online address there."""
    page.goto("/termine/?format=jahresveranstaltung")
    page.get_by_role("link", name="Sensoren im Betrieb ausprobieren").click()
    expect(page).to_have_url(re.compile(dates["date"]))
    expect(page.get_by_text("meet.example.org")).to_have_count(0)
    page.get_by_role("link", name="Anmelden", exact=True).click()


def send_the_form(page: Page, has_script: bool) -> None:
    """An incomplete form comes back with what was written; then it is sent."""
    page.get_by_label("Wie viele Personen kommen?").select_option("3")
    page.get_by_label("Ihr Name").fill("Gast Beispiel")
    page.get_by_label("Ihre E-Mail-Adresse").fill("gast@")
    page.get_by_label("täglich").check()
    page.get_by_role("button", name="Anmeldung absenden").click()
    expect(page.get_by_role("alert")).to_contain_text("Bitte prüfen Sie diese Angaben")
    expect(page.get_by_label("Ihr Name")).to_have_value("Gast Beispiel")
    if has_script:
        assert_accessible(page)
    page.get_by_label("Ihre E-Mail-Adresse").fill(PERSON)
    page.get_by_role("button", name="Anmeldung absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bitte bestätigen Sie Ihre Adresse")


def confirm(page: Page, has_script: bool) -> None:
    """The link alone changes nothing; the button does, and then the online address is there."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Anmeldung bestätigen")
    expect(page.get_by_text("Gast Beispiel")).to_have_count(0)
    page.get_by_role("button", name="Anmeldung bestätigen").click()
    expect(page.get_by_role("status")).to_contain_text("Ihre Anmeldung ist bestätigt.")
    expect(page.get_by_role("link", name="https://meet.example.org/beispiel")).to_be_visible()
    expect(page.get_by_role("img", name="QR-Code zum Einchecken")).to_be_visible()
    if has_script:
        assert_accessible(page)


def subscribe(page: Page) -> None:
    """A button makes the address of an own calendar, and the address gives it."""
    page.get_by_role("button", name=re.compile("Kalender-Adresse anlegen|Neue Adresse anlegen")).click()
    address = page.locator("#kalender ~ p a").get_attribute("href")
    calendar = page.request.get(re.sub(r"^https?://[^/]+", "", address or "")).text().replace("\r\n ", "")
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert "https://meet.example.org/beispiel" in calendar


def change(page: Page) -> None:
    page.get_by_role("link", name="Angaben oder Personenzahl ändern").click()
    expect(page.get_by_label("täglich")).to_be_checked()
    page.get_by_label("Wie viele Personen kommen?").select_option("1")
    page.get_by_label("Was essen Sie nicht?").fill("Nüsse")
    page.get_by_role("button", name="Änderungen speichern").click()
    expect(page.get_by_role("status")).to_contain_text("Ihre Änderungen sind gespeichert.")
    expect(page.get_by_text("Nüsse")).to_be_visible()


def cancel(page: Page) -> None:
    page.get_by_role("link", name="Ich kann nicht kommen").click()
    page.get_by_role("button", name="Verbindlich absagen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sie sind nicht angemeldet")
    expect(page.get_by_text("meet.example.org")).to_have_count(0)


def test_x23_signing_up_and_cancelling_by_keyboard(
    portal: Portal, sink: Sink, dates: dict[str, str], open_page: OpenPage
):
    """The focus always shows, and what is wrong with a field is said with the field."""
    sink.messages.clear()
    page = open_page("desktop")
    page.goto(f"{dates['date']}anmelden/")
    skip_to_content(page)
    for name, written in (("name", "Tastatur Beispiel"), ("email", "tastatur@")):
        go_to(page, f'[name="{name}"]')
        page.keyboard.type(written)
    press(page, SEND)
    email = page.get_by_label("Ihre E-Mail-Adresse")
    expect(email).to_have_attribute("aria-invalid", "true")
    expect(email).to_have_accessible_description(re.compile("Das ist keine vollständige E-Mail-Adresse"))
    assert_accessible(page)
    go_to(page, '[name="email"]')
    page.keyboard.type("tastatur@example.org")
    press(page, SEND)
    page.goto(path_in(newest(sink, "tastatur@example.org", "bestätigen")))
    skip_to_content(page)
    press(page, 'form[action$="/bestaetigen/"] button')
    skip_to_content(page)
    press(page, 'a[href$="/absagen/"]')
    skip_to_content(page)
    press(page, "main form button")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sie sind nicht angemeldet")
