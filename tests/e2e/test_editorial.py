"""One guide from its first word to its end, by three people in the browser, and what a visitor sees of it meanwhile."""

import re

import pytest
from playwright.sync_api import Page, expect

from .actions import sign_in
from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal

PASSWORD = "ein-langes-Passwort-7"
PEOPLE = {
    "Redaktion": ("Rike", "Beispiel"),
    "Fachprüfung": ("Ada", "Beispiel"),
    "Veröffentlichung": ("Vera", "Beispiel"),
}
TITLE, ADDRESS = "Werkzeuge gemeinsam leihen", "/leitfaeden/werkzeuge-gemeinsam-leihen/"
PROMISE = "Sie leihen Werkzeuge, statt sie zu kaufen."
REVISED = "Sie leihen Werkzeuge im Verbund, statt 3 davon zu kaufen."
TEXTS = ("for_whom", "not_for_whom", "requirements", "example", "involvement", "law", "costs")
TEXTS += ("measure_of_success", "stop_point", "next_steps")


@pytest.fixture
def people(portal: Portal, open_page: OpenPage) -> dict[str, Page]:
    """The three of them, each signed in; the administration makes their accounts."""
    administration = open_page()
    administration.goto("/verwaltung/login/")
    sign_in(administration, *portal.account())
    return {role: colleague(administration, open_page(), role) for role in PEOPLE}


def colleague(administration: Page, page: Page, role: str) -> Page:
    first, last = PEOPLE[role]
    email = f"{first.lower()}@example.org"
    administration.goto("/verwaltung/users/new/")
    for name, value in (("email", email), ("first_name", first), ("last_name", last)):
        administration.locator(f"[name={name}]").fill(value)
    for name in ("password1", "password2"):
        administration.locator(f"[name={name}]").fill(PASSWORD)
    administration.get_by_role("tab", name="Rollen").first.click()
    administration.get_by_label(role, exact=True).check()
    administration.locator(
        "main form[method=post] button[type=submit], main form[method=post] [type=submit]"
    ).last.click()
    administration.wait_for_url(re.compile(r"/users/$"))
    page.goto("/verwaltung/login/")
    sign_in(page, email, PASSWORD)
    return page


def test_a_guide_from_its_first_word_to_its_end(people: dict[str, Page], open_page: OpenPage):
    visitor = open_page("phone")
    editor, reviewer, publisher = people.values()
    edit = write(editor)
    submit(editor)
    visitor.goto(ADDRESS)
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Diese Seite gibt es nicht")

    read_and_send_back(reviewer)
    improve(editor, edit)
    read_and_agree(reviewer)
    release(publisher)
    visitor.goto(ADDRESS)
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(visitor.get_by_text("Dr. Ada Beispiel, Beispiel-Hochschule").first).to_be_visible()

    rate(visitor)
    revise(editor, edit)
    read_and_agree(reviewer)
    release(publisher)
    visitor.goto(ADDRESS)
    expect(visitor.get_by_text(REVISED).first).to_be_visible()

    see_figures(editor, edit)
    retire(publisher, edit)
    visitor.goto(ADDRESS)
    expect(visitor).not_to_have_url(re.compile(ADDRESS))
    expect(visitor.get_by_role("heading", level=1)).not_to_have_text("Diese Seite gibt es nicht")


SCREENS = ("leitfaeden", "wochenplan", "kalender", "statistik", "geaenderte-fakten", "pruefen")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_screens_are_accessible(portal: Portal, open_page: OpenPage, size: str):
    page = open_page(size)
    page.goto("/verwaltung/login/")
    sign_in(page, *portal.account())
    for screen in SCREENS:
        page.goto(f"/verwaltung/wissen/{screen}/")
        assert_accessible(page, within="main")
        assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth"), screen


def write(page: Page) -> str:
    """Write a whole guide in the editor and return its address there."""
    page.goto("/verwaltung/wissen/leitfaeden/")
    page.get_by_role("link", name="Leitfaden hinzufügen").first.click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=promise]").fill(PROMISE)
    for name in TEXTS:
        page.locator(f'[data-contentpath="{name}"] [contenteditable=true]').fill(f"Angenommen, es geht um {name}.")
    for name in ("essentials", "mistakes"):
        begin_list(page, name)
        page.locator(f"[name={name}-0-value]").fill("Leihen ist oft günstiger.")
    begin_list(page, "steps")
    page.locator("[name=steps-0-value-title]").fill("Bedarf klären")
    page.locator("[name=steps-0-value-who]").fill("Leitung, 1 Stunde")
    page.locator('[data-contentpath="steps"] [contenteditable=true]').fill(
        "Schreiben Sie auf, was selten gebraucht wird."
    )
    page.locator("[name=steps-0-value-checklist-0-value]").fill("Liste geschrieben")
    begin_list(page, "balance")
    for name in ("chance", "risk", "remedy"):
        page.locator(f"[name=balance-0-value-{name}]").fill("Ein Satz dazu.")
    page.locator("[name=as_of]").fill("2026-11-20")
    page.keyboard.press("Tab")  # closes the calendar, which would swallow the next click
    tab = page.get_by_role("tab", name="Einordnung")
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")
    page.locator("[name=topic_field]").select_option("prozesse")
    page.locator("[name=dimension]").select_option("prozesse")
    page.get_by_role("button", name="Entwurf speichern").first.click()
    page.wait_for_url(re.compile(r"/pages/\d+/edit/"))
    return re.sub(r"\?.*", "", page.url)


def begin_list(page: Page, name: str) -> None:
    """Add the first entry of a list that has none yet."""
    part = page.locator(f'[data-contentpath="{name}"]').first
    part.locator("button.c-sf-add-button").first.click()
    expect(part.locator(f"[name={name}-count]")).to_have_value("1")


def submit(page: Page) -> None:
    page.get_by_role("button", name="Mehr Aktionen").click()
    with page.expect_navigation():
        page.locator("footer [name=action-submit]").click()
    expect(page.get_by_text("zur Moderation eingereicht").first).to_be_visible()


def open_review(page: Page) -> None:
    """Come from the first page of the back office to the draft."""
    page.goto("/verwaltung/")
    page.get_by_role("main").get_by_role("link", name=TITLE).click()
    expect(page.get_by_text("Diese Seite ist nicht öffentlich.")).to_be_visible()


def read_and_send_back(page: Page) -> None:
    open_review(page)
    assert_accessible(page)
    page.get_by_label("Wozu?").select_option("Recht und Fristen")
    page.get_by_role("textbox", name="Ihre Anmerkung").fill("Hier fehlt, wer haftet.")
    page.get_by_role("button", name="Anmerkung senden").click()
    expect(page.get_by_text("Hier fehlt, wer haftet.")).to_be_visible()
    page.get_by_role("button", name="Zurückgeben").click()
    expect(page.get_by_role("alert")).to_contain_text("Schreiben Sie bitte, was sich ändern soll.")
    page.get_by_label("Was soll sich ändern?").fill("Bitte die Haftung ergänzen.")
    page.get_by_role("button", name="Zurückgeben").click()
    expect(page.get_by_text("ist mit Ihrer Begründung zurück bei der Redaktion")).to_be_visible()


def improve(page: Page, edit: str) -> None:
    """Read the remark on the sheet, tick it off, change the text and send it again."""
    page.goto(sheet_of(edit))
    expect(page.get_by_text("Hier fehlt, wer haftet.")).to_be_visible()
    assert_accessible(page, within=".knowledge")
    page.get_by_role("button", name="Als erledigt abhaken").click()
    expect(page.get_by_role("button", name="Wieder öffnen")).to_be_visible()
    page.goto(edit)
    page.locator('[data-contentpath="law"] [contenteditable=true]').fill("Wer leiht, haftet für Schäden.")
    submit(page)


def read_and_agree(page: Page) -> None:
    open_review(page)
    page.get_by_label("Ihr Name, wie er im Leitfaden stehen soll").fill("Dr. Ada Beispiel")
    page.get_by_label("Hochschule oder Einrichtung").fill("Beispiel-Hochschule")
    page.get_by_role("button", name="Fachlich zustimmen").click()
    expect(page.get_by_text("liegt nun bei der Veröffentlichung")).to_be_visible()


def release(page: Page) -> None:
    page.goto("/verwaltung/")
    page.get_by_role("main").get_by_role("link", name=TITLE).first.click()
    page.get_by_role("button", name="Mehr Aktionen").click()
    with page.expect_navigation():
        page.locator("footer [data-workflow-action-name=approve]").first.click()


def rate(page: Page) -> None:
    page.get_by_role("link", name="Ja, das hat geholfen").click()
    assert_accessible(page)
    page.get_by_label("Was hat geholfen, was fehlt?").fill("Danke! Fragen an mich: 0231 1234567.")
    page.get_by_role("button", name="Antwort senden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Antwort")
    page.goto(f"{ADDRESS}rueckmeldung/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Danke für Ihre Antwort")


def revise(page: Page, edit: str) -> None:
    page.goto(edit)
    page.locator("[name=promise]").fill(REVISED)
    page.get_by_role("tab", name="Pflege").click()
    page.locator("[name=change_note]").fill("Leihen im Verbund ergänzt.")
    submit(page)


def see_figures(page: Page, edit: str) -> None:
    page.goto(sheet_of(edit))
    for text in ("2026.2", "1 ja, 0 nein", "Danke! Fragen an mich: ***."):
        expect(page.get_by_text(text).first).to_be_visible()
    page.get_by_label("Für wen?").fill("Kammer")
    page.get_by_role("button", name="Neuen Vorschaulink erstellen").click()
    expect(page.get_by_text("Das ist der neue Vorschaulink.")).to_be_visible()


def retire(page: Page, edit: str) -> None:
    page.goto(sheet_of(edit))
    page.get_by_role("link", name="Zurückziehen", exact=True).click()
    assert_accessible(page, within=".knowledge")
    page.get_by_label("Nachfolger").select_option(index=1)
    page.get_by_role("button", name="Ja, zurückziehen").click()
    expect(page.get_by_text("ist zurückgezogen")).to_be_visible()


def sheet_of(edit: str) -> str:
    number = re.search(r"/pages/(\d+)/", edit)
    assert number
    return f"/verwaltung/wissen/seite/{number[1]}/"
