"""Two people put a tour together on a phone; one round is gone meanwhile; they confirm by mail and cancel one."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.smtp_sink import Sink

from .conftest import OpenPage
from .dates import made
from .guard import assert_accessible
from .letters import newest, path_in
from .portal import Portal

PERSON = "gast@example.org"


@pytest.fixture(scope="module")
def portal(mailing_portal: Portal) -> Portal:
    """A portal of its own: what others sign up for must not get in the way."""
    return mailing_portal


def row(page: Page, number: int) -> object:
    """Return the n-th round of the grid."""
    return page.get_by_role("radiogroup").nth(number - 1)


def pick(page: Page, number: int, station: int) -> None:
    row(page, number).get_by_role("radio", name=re.compile(f", Station {station}, ")).check(force=True)


def test_two_people_on_a_phone(portal: Portal, sink: Sink, open_page: OpenPage):
    address = made(portal, "tests.e2e.tastings")["tasting"]
    sink.messages.clear()
    page = open_page("phone")
    page.goto(address)
    choose_two_rounds_for_two(page)
    somebody_else_is_faster(open_page("desktop", javascript=False), address)
    page.get_by_role("button", name="2 Stationen für 2 buchen").click()
    one_is_gone_and_the_other_stays(page)
    write_and_confirm(page, sink)
    cancel_one(page)


def choose_two_rounds_for_two(page: Page) -> None:
    """The size of the party comes first; with it one place is not enough."""
    page.get_by_label("Wie viele Personen kommen?").select_option("2")
    page.get_by_role("button", name="Plätze anzeigen").click()
    expect(row(page, 2).get_by_role("radio", name=re.compile("Station 3, nur 1 frei, Warteliste"))).to_have_count(1)
    expect(row(page, 1).get_by_role("radio", name=re.compile("Station 2, Warteliste"))).to_have_count(1)
    pick(page, 1, 3)
    pick(page, 3, 1)
    pick(page, 4, 1)
    tour = page.locator("[data-stops] li")
    expect(tour).to_have_count(4)  # three rounds and the break between them
    assert_accessible(page)
    page.get_by_role("button", name=re.compile(r"Station 1 \d\d:\d\d entfernen")).last.click()
    expect(page.get_by_role("button", name="2 Stationen für 2 buchen")).to_be_focused()


def somebody_else_is_faster(rival: Page, address: str) -> None:
    """Without a script, too: four people take all the seats of a round."""
    rival.goto(address)
    rival.get_by_label("Wie viele Personen kommen?").select_option("4")
    rival.get_by_role("button", name="Plätze anzeigen").click()
    pick(rival, 1, 3)
    rival.get_by_role("button", name="Auswahl buchen").click()
    expect(rival.get_by_text("Ihre Plätze sind bis")).to_be_visible()


def one_is_gone_and_the_other_stays(page: Page) -> None:
    expect(page.get_by_role("alert")).to_contain_text("Ihre übrige Auswahl ist geblieben")
    expect(page.locator(".tasting-refusal")).to_have_count(1)
    expect(page.locator("[data-stops] li")).to_have_count(1)
    assert_accessible(page)
    pick(page, 1, 1)
    page.get_by_role("button", name="2 Stationen für 2 buchen").click()
    expect(page.get_by_text(re.compile(r"Ihre Plätze sind bis \d\d:\d\d Uhr für Sie vorgemerkt"))).to_be_visible()


def write_and_confirm(page: Page, sink: Sink) -> None:
    page.get_by_label("Ihr Name").fill("Gast Beispiel")
    page.get_by_label("Ihre E-Mail-Adresse").fill(PERSON)
    assert_accessible(page)
    page.get_by_role("button", name="Anmeldung absenden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bitte bestätigen Sie Ihre Adresse")
    page.goto(path_in(newest(sink, PERSON, "bestätigen")))
    page.get_by_role("button", name="Anmeldung bestätigen").click()
    expect(page.get_by_role("status")).to_contain_text("Ihre Anmeldung ist bestätigt.")
    expect(page.get_by_role("heading", name="Ihr Rundgang")).to_be_visible()
    expect(page.get_by_text("bestätigt", exact=True)).to_have_count(2)
    assert_accessible(page)


def cancel_one(page: Page) -> None:
    page.get_by_role("link", name=re.compile("^Absagen")).first.click()
    page.get_by_role("button", name="Verbindlich absagen").click()
    expect(page.get_by_text("bestätigt", exact=True)).to_have_count(1)
    page.get_by_role("link", name="Rundgang zum Ausdrucken").click()
    expect(page.get_by_role("cell", name="Station 1")).to_have_count(1)
