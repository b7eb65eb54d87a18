"""Somebody asks to join a group, the moderator accepts, the new member answers, tells something and takes it back."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.smtp_sink import Sink

from .actions import sign_in
from .conftest import OpenPage
from .dates import made
from .guard import assert_accessible
from .portal import Portal

LINK = re.compile(r"https?://[^/\s]+(/fokusgruppen/mitglied/[A-Za-z0-9_-]{24}/)(?=\s)")
PERSON = "neu.im.kreis@example.org"
STORY = "Drei Sensoren fielen im Staub aus."


@pytest.fixture(scope="module")
def portal(mailing_portal: Portal) -> Portal:
    """A portal of its own: what others sign up for must not get in the way."""
    return mailing_portal


def of(words: str, what: str) -> re.Pattern[str]:
    """Match the name of a control whose object only screen readers hear; browsers part the two by a space or not."""
    return re.compile(rf"{re.escape(words)}\s*: {re.escape(what)}")


def link_in_mail(sink: Sink, subject: str) -> str:
    """Wait for a mail to the new member whose subject holds this word; return the path of the private link."""

    def fitting() -> list:
        own = [message for message in sink.messages if message.recipient == PERSON]
        return [message for message in own if subject in str(message.email["Subject"])]

    sink.wait_for(lambda: bool(fitting()))
    found = LINK.search(fitting()[-1].email.get_body(("plain",)).get_content())
    assert found
    return found[1]


def test_from_the_request_to_a_story_that_is_taken_back(portal: Portal, sink: Sink, open_page: OpenPage):
    paths = made(portal, "tests.e2e.groups")
    visitor, staff = open_page("phone", javascript=False), open_page()
    ask(visitor, paths["group"])
    visitor.goto(link_in_mail(sink, "bestätigen"))
    visitor.get_by_role("button", name="Ja, ich möchte mitmachen").click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Ihre Anfrage ist bei der Moderation")
    accept(staff, portal)
    visitor.goto(link_in_mail(sink, "Sie sind dabei"))
    answer(visitor)
    tell(visitor)
    watcher = open_page("phone")
    watcher.goto(visitor.url)
    look_at(watcher)
    visitor.goto(paths["group"])
    expect(visitor.get_by_text(STORY)).to_be_visible()
    visitor.goto(link_in_mail(sink, "Sie sind dabei"))
    take_back(visitor)
    visitor.goto(paths["group"])
    expect(visitor.get_by_text(STORY)).to_have_count(0)


def ask(page: Page, group: str) -> None:
    page.goto("/fokusgruppen/")
    page.get_by_role("main").locator(f'a[href="{group}"]').click()
    page.get_by_role("link", name="Mitmachen", exact=True).click()
    page.get_by_label("Ihr Name").fill("Neu im Kreis")
    page.get_by_role("button", name="Anfrage absenden").click()
    expect(page.get_by_role("alert")).to_contain_text("Bitte schreiben Sie Ihre E-Mail-Adresse.")
    page.get_by_label("Ihre E-Mail-Adresse").fill(PERSON)
    page.get_by_role("button", name="Anfrage absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sehen Sie bitte in Ihre E-Mails")


def accept(page: Page, portal: Portal) -> None:
    page.goto("/verwaltung/login/")
    sign_in(page, *portal.account())
    page.goto("/verwaltung/fokusgruppen/")
    page.get_by_role("row", name="Betriebsdaten").get_by_role("link", name=re.compile("von 15")).click()
    assert_accessible(page, within=".dates")
    page.get_by_role("button", name=of("Aufnehmen", "Neu im Kreis")).click()
    expect(page.get_by_text("Neu im Kreis gehört jetzt zur Gruppe.")).to_be_visible()


def answer(page: Page) -> None:
    page.get_by_role("button", name=of("Zusagen", "Alte Maschinen")).click()
    expect(page.get_by_text("Ihre Zusage ist gespeichert.")).to_be_visible()
    page.get_by_role("button", name=of("Absagen", "Alte Maschinen")).click()
    expect(page.get_by_text("Sie haben abgesagt", exact=True)).to_be_visible()
    page.get_by_role("button", name=of("Das interessiert mich", "Welche Sensoren halten?")).click()
    expect(page.get_by_text("2 Stimmen")).to_be_visible()


def tell(page: Page) -> None:
    """What everybody is to read is released by a tick of its own."""
    page.get_by_role("link", name="Etwas beitragen").click()
    page.get_by_label("Fehlschlag").check()
    page.get_by_label("Ihr Text", exact=True).fill(STORY)
    page.get_by_label("Alle, mit Namen").check()
    page.get_by_role("button", name="Beitrag speichern").click()
    expect(page.get_by_role("alert")).to_contain_text("Bitte geben Sie frei, was alle lesen werden.")
    page.get_by_label("Ich habe gelesen, was alle sehen werden").check()
    page.get_by_role("button", name="Beitrag speichern").click()
    expect(page.get_by_text("alle, mit Namen").first).to_be_visible()


def look_at(page: Page) -> None:
    """The page of a member fits a phone and holds nothing that keeps anybody out; only scripts can tell."""
    assert_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def take_back(page: Page) -> None:
    page.get_by_role("link", name=of("Zurückziehen oder löschen", "Fehlschlag")).click()
    page.get_by_role("button", name="Zurückziehen").click()
    expect(page.get_by_text("Der Beitrag ist zurückgezogen.")).to_be_visible()
