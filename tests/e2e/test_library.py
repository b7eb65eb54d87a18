"""The library on the site and as files: saving in the editor is no edit, an edit survives loading, links are listed."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal, clean_environment
from .test_back_office import signed_in

GUIDE = "mobiles-arbeiten"


@pytest.fixture
def editor(portal: Portal, open_page: OpenPage) -> Page:
    """The guide opened in the editor of the back office."""
    with closing(sqlite3.connect(portal.data_dir / "digitalradar.sqlite3", timeout=20)) as database:
        found = "SELECT page_ptr_id FROM knowledge_guidepage WHERE identifier = ?"
        (number,) = database.execute(found, (GUIDE,)).fetchone()
    page = signed_in(portal, open_page())
    page.goto(f"/verwaltung/pages/{number}/edit/")
    return page


def content(portal: Portal, *arguments: str) -> str:
    environment = clean_environment() | {
        "DIGITALRADAR_DATA_DIR": str(portal.data_dir),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-m", "digitalradar.cli", "content", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


def publish(page: Page) -> None:
    page.get_by_role("tab", name="Pflege").click()
    page.locator("[name=change_note]").fill("Geprüft.")
    page.get_by_role("button", name="Mehr Aktionen").first.click()
    page.get_by_role("button", name=re.compile("^Veröffentlichen")).first.click()
    expect(page.locator(".messages")).to_contain_text("veröffentlicht", timeout=20_000)


def test_edits_on_the_site_and_files_do_not_run_over_each_other(portal: Portal, editor: Page):
    address = editor.url
    expect(editor.locator('[data-contentpath="law"] [contenteditable=true]')).to_be_visible()
    publish(editor)
    assert content(portal, "diff", GUIDE) == "0 Dateien unterscheiden sich von der Website\n"

    editor.goto(address)
    editor.locator("[name=promise]").fill("Mobil arbeiten, ohne dass etwas liegen bleibt.")
    publish(editor)
    said = content(portal, "diff", GUIDE)
    assert "+promise: Mobil arbeiten, ohne dass etwas liegen bleibt.\n" in said
    assert content(portal, "load").startswith("0 neu, 0 geändert")
    editor.goto(f"/leitfaeden/{GUIDE}/")
    expect(editor.get_by_text("Mobil arbeiten, ohne dass etwas liegen bleibt.").first).to_be_visible()

    assert content(portal, "load", "--take-over", GUIDE).startswith("0 neu, 1 geändert")
    assert content(portal, "diff", GUIDE) == "0 Dateien unterscheiden sich von der Website\n"


def test_editors_see_links(portal: Portal, open_page: OpenPage):
    page = signed_in(portal, open_page())
    page.goto("/verwaltung/wissen/links/")
    expect(page.get_by_role("heading", name="Adressen außerhalb")).to_be_visible()
    expect(page.get_by_text("Kein Link führt ins Leere.")).to_be_visible()
    assert_accessible(page)
