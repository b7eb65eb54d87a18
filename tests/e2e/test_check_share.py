"""A result goes to others and back again; a check is repeated; two runs are compared; tables are taken along."""

import io

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage
from .portal import Portal
from .visitor import Visitor, same_answers

FIRM = {"sector": "handwerk", "size": "10-49"}


@pytest.fixture
def link(portal: Portal) -> str:
    """The path of a run in which everything stands at stage 2, with a result."""
    return Visitor(portal.address).finish("digital-check", same_answers("digital-check", "2"), **FIRM)


@pytest.mark.parametrize("javascript", [True, False])
def test_result_is_shown_to_a_stranger_until_its_owner_takes_the_link_back(
    open_page: OpenPage, link: str, javascript: bool
):
    owner = open_page("phone", javascript=javascript)
    owner.goto(f"{link}ergebnis/")
    owner.get_by_role("link", name="Ergebnis teilen").first.click()
    owner.get_by_role("button", name="Link erzeugen").click()
    address = owner.locator(".copy-box").inner_text()
    assert link not in address
    if javascript:
        expect(owner.get_by_role("button", name="Link kopieren")).to_be_visible()
    owner.goto(f"{link}ergebnis/teilen/")
    expect(owner.get_by_role("heading", name="Es gibt einen Link vom")).to_be_visible()
    assert address not in owner.content()

    stranger = open_page("desktop", javascript=javascript)
    stranger.goto(path_of(address))
    expect(stranger.get_by_text("Geteiltes Ergebnis, nur zum Ansehen")).to_be_visible()
    expect(stranger.get_by_text("2,0 von 5").first).to_be_visible()
    assert "/lauf/" not in stranger.content()
    assert stranger.context.cookies() == []
    assert status_of(stranger, f"{path_of(address)}rechnung/") == 404

    owner.get_by_role("button", name="Link zurückziehen").click()
    expect(owner.get_by_role("heading", name="Es gibt einen Link vom")).to_have_count(0)
    assert status_of(stranger, path_of(address)) == 404


def test_repeated_check_suggests_the_old_answers_and_shows_what_moved(open_page: OpenPage, portal: Portal, link: str):
    page = open_page()
    page.goto(f"{link}ergebnis/")
    page.get_by_role("button", name="Check wiederholen").click()
    page.wait_for_url("**/thema/strategie/")
    new = journey.run_link(page)
    assert link not in new
    expect(page.get_by_text("Beim letzten Mal: Stufe 2").first).to_be_visible()
    assert journey.stored(page) == {}, "a suggestion is no answer"

    later = same_answers("digital-check", "2") | same_answers("digital-check", "4", of=["strategie", "technik"])
    visitor = Visitor(portal.address)
    visitor.open(new)
    visitor.answer(new, "digital-check", later)
    page.goto(f"{new}abschluss/")
    journey.show_result(page)
    page.get_by_role("link", name="Mit dem vorigen Durchlauf vergleichen").click()
    progress_shows(page)

    page.get_by_role("link", name="Zwei andere Durchläufe vergleichen").click()
    page.get_by_label("Persönlicher Link des ersten Durchlaufs").fill(f"  {new}ergebnis/ ")
    old = page.request.get(f"{link}daten.json").body()
    file = {"name": "digital-check.json", "mimeType": "application/json", "buffer": old}
    page.get_by_label("oder seine Datei (JSON)").last.set_input_files(file)
    page.get_by_role("button", name="Vergleichen").click()
    progress_shows(page)
    assert page.url.endswith("/check/vergleichen/")


def test_workbook_opens_again_with_the_numbers_of_the_page(open_page: OpenPage, link: str):
    page = open_page()
    page.goto(f"{link}ergebnis/")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Als Tabelle laden (XLSX)").click()
    assert waiting.value.suggested_filename == "digital-check.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(waiting.value.path().read_bytes()))
    rows = [[cell.value for cell in row] for row in book["Ergebnis"].iter_rows(min_row=2)]
    assert [row[3] for row in rows] == [2] * 10
    expect(page.get_by_text("2,0 von 5").first).to_be_visible()


def progress_shows(page: Page) -> None:
    """Two themes went up by two stages, all others stayed."""
    expect(page.get_by_role("heading", level=1)).to_have_text("In 2 von 9 Themen sind Sie vorangekommen.")
    row = page.get_by_role("row", name="Strategie und Führung")
    expect(row).to_contain_text("+2,0")
    expect(row).to_contain_text("gestiegen")
    assert page.locator("svg .gap-change").count() == 10


def path_of(address: str) -> str:
    """Return an address without its host, which is the portal's own in these tests."""
    return "/check/" + address.partition("/check/")[2]


def status_of(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer is not None
    return answer.status
