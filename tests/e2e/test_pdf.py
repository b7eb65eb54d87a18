"""From the result to the file: ask, wait, take. With script the page tells by itself, without one a link does."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.pdf_reader import Document

from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal
from .visitor import Visitor, sample_answers

PATIENCE = 30_000  # milliseconds; the machine may be busy


def finished_run(portal: Portal) -> str:
    """Return the path of a run with a result."""
    firm = {"sector": "handwerk", "size": "10-49"}
    return Visitor(portal.address).finish("digital-check", sample_answers("digital-check"), **firm)


def taken(page: Page, button: str) -> Document:
    """Take the file and open it."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=button).click()
    assert waiting.value.suggested_filename.startswith("digital-check-20")
    assert waiting.value.suggested_filename.endswith(".pdf")
    return Document(Path(waiting.value.path()).read_bytes())


def test_company_takes_its_result_as_pdf(portal: Portal, page: Page):
    page.goto(f"{finished_run(portal)}ergebnis/")
    level = page.locator(".score-number .figure").inner_text()
    headline = page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("button", name="Ergebnis als PDF").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ergebnis als PDF")
    ready = page.get_by_role("status").filter(has_text="Ihr PDF ist fertig")
    expect(ready).to_be_visible(timeout=PATIENCE)
    assert_accessible(page)
    document = taken(page, "PDF laden")
    assert len(document.pdf.pages) >= 10
    assert document.says(level)
    assert document.says(headline)
    assert "Thema für Thema" in document.outline


def test_pdf_needs_no_script(portal: Portal, open_page: OpenPage):
    page = open_page("phone", javascript=False)
    page.goto(f"{finished_run(portal)}ergebnis/")
    page.get_by_role("button", name="Ergebnis als PDF").click()
    for _ in range(60):
        if page.get_by_role("link", name="PDF laden").count():
            break
        page.wait_for_timeout(500)
        page.get_by_role("link", name="Nachsehen, ob es fertig ist").click()
    assert taken(page, "PDF laden").says("Auf einen Blick")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_second_click_leads_straight_to_the_file(portal: Portal, open_page: OpenPage, prefix: str):
    page = open_page("desktop")
    page.goto(f"{prefix}{finished_run(portal)}ergebnis/pdf/")
    page.locator("main form button").click()
    expect(page.locator("a[download]")).to_be_visible(timeout=PATIENCE)
    page.goto(page.url.replace("pdf/", ""))
    with page.expect_download() as waiting:
        page.locator("form[action$='/ergebnis/pdf/'] button").click()
    assert Document(Path(waiting.value.path()).read_bytes()).pdf.Root.Lang is not None
