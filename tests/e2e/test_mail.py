"""From a reported barrier to a delivered mail that staff can look at: browser, worker and a real mail server."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from tests.smtp_sink import Sink

from .actions import sign_in
from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal, running_portal

PROBLEM = "Ich komme mit der Tastatur nicht aus dem Menü heraus."
RECEIVER = "barrieren@example.org"
OUTBOX, SUPPRESSED, PREVIEWS = (f"/verwaltung/nachrichten/{name}/" for name in ("postausgang", "gesperrt", "vorschau"))


@pytest.fixture(scope="module")
def portal(sink: Sink) -> Iterator[Portal]:
    """A portal of its own that sends mail; its region wants to be told of barriers."""
    with running_portal(EMAIL_URL=sink.url, EMAIL_FROM="portal@example.org") as served:
        with closing(sqlite3.connect(served.data_dir / "digitalradar.sqlite3", timeout=20)) as database, database:
            database.execute("UPDATE region_region SET report_email = ?", [RECEIVER])
        yield served


def signed_in(portal: Portal, page: Page) -> Page:
    page.goto("/verwaltung/login/")
    sign_in(page, *portal.account())
    return page


def report_a_barrier(page: Page) -> None:
    page.goto("/barrierefreiheit/melden/")
    page.get_by_label("Was funktioniert nicht?").fill(PROBLEM)
    page.get_by_role("button", name="Meldung senden").click()
    expect(page.get_by_role("heading", name="Danke für Ihre Meldung")).to_be_visible()


def test_reported_barrier_arrives_and_staff_see_what_was_sent(portal: Portal, sink: Sink, open_page: OpenPage):
    report_a_barrier(open_page("phone"))
    sink.wait_for(lambda: len(sink.messages) == 1)
    [taken] = sink.messages
    assert (taken.sender, taken.recipient) == ("portal@example.org", RECEIVER)
    assert PROBLEM in taken.email.get_body(("plain",)).get_content()

    staff = signed_in(portal, open_page())
    staff.goto(OUTBOX)
    row = staff.get_by_role("row").filter(has_text=RECEIVER)
    expect(row.get_by_text("gesendet")).to_be_visible()
    assert_accessible(staff)
    row.get_by_role("link", name="Digitalradar: Jemand hat eine Barriere gemeldet").click()
    expect(staff.frame_locator("iframe").get_by_text(PROBLEM)).to_be_visible()
    expect(staff.get_by_text("Noch einmal senden lässt sich nur, was nicht ankam.")).to_be_visible()
    assert_accessible(staff)


def test_refused_address_is_suppressed_lifted_and_written_to_again(portal: Portal, sink: Sink, open_page: OpenPage):
    sink.rules["RCPT"] = "550 5.1.1 no such user"
    before = len(sink.messages)
    report_a_barrier(open_page())
    sink.wait_for(lambda: sink.reached.count("RCPT") == before + 1)
    sink.rules.clear()

    staff = signed_in(portal, open_page())
    staff.goto(f"{OUTBOX}?state=failed")
    staff.get_by_role("row").filter(has_text=RECEIVER).get_by_role("link").first.click()
    expect(staff.get_by_text("Heben Sie zuerst die Sperre auf.")).to_be_visible()
    message = staff.url

    staff.goto(SUPPRESSED)
    assert_accessible(staff)
    staff.get_by_role("link", name=RECEIVER).click()
    expect(staff.get_by_text("550 5.1.1 no such user")).to_be_visible()
    assert_accessible(staff)
    staff.get_by_role("button", name="Ja, Sperre aufheben").click()
    expect(staff.get_by_text(f"An {RECEIVER} wird wieder geschrieben.")).to_be_visible()

    staff.goto(message)
    staff.get_by_role("button", name="Noch einmal senden").click()
    expect(staff.get_by_text("Die Nachricht wird noch einmal gesendet.")).to_be_visible()
    sink.wait_for(lambda: len(sink.messages) == before + 1)


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_previews_are_shown_in_both_languages_and_accessible(portal: Portal, open_page: OpenPage, size: str):
    page = signed_in(portal, open_page(size))
    page.goto(PREVIEWS)
    assert_accessible(page)
    page.get_by_role("link", name="Gemeldete Barriere: Englisch").click()
    expect(page.frame_locator("iframe").locator("html[lang=en]")).to_be_attached()
    assert_accessible(page)
    assert not page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
