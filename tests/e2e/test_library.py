"""The library on the site and as files: publishing without a change is no edit, and links are listed."""

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

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
    page.route(re.compile(r"/edit/$"), without_saving_by_itself)
    page.goto(f"/verwaltung/pages/{number}/edit/")
    return page


def without_saving_by_itself(route: Route) -> None:
    """On a slow machine the editor's own saving arrives after the publication and is refused, rightly."""
    route.fallback() if route.request.is_navigation_request() else route.abort()


def content(portal: Portal, *arguments: str) -> str:
    environment = clean_environment() | {
        "DIGITALRADAR_DATA_DIR": str(portal.data_dir),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "-m", "digitalradar.cli", "content", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False).stdout


def test_publishing_without_a_change_is_no_edit(portal: Portal, editor: Page, tmp_path: Path):
    """The editor writes its own rich text around the same words; files still know the page as their own."""
    content(portal, "export", f"--to={tmp_path}")
    expect(editor.locator('[data-contentpath="law"] [contenteditable=true]')).to_be_visible()
    editor.get_by_role("tab", name="Pflege").click()
    editor.locator("[name=change_note]").fill("Geprüft.")
    editor.get_by_role("button", name="Mehr Aktionen").first.click()
    editor.get_by_role("button", name=re.compile("^Veröffentlichen")).first.click()
    expect(editor.locator(".messages")).to_contain_text("veröffentlicht", timeout=20_000)
    assert content(portal, "diff", GUIDE, f"--library={tmp_path}") == "0 Dateien unterscheiden sich von der Website\n"
    assert content(portal, "load", f"--library={tmp_path}").startswith("0 neu, 0 geändert")


def test_editors_see_links(portal: Portal, open_page: OpenPage):
    page = signed_in(portal, open_page())
    page.goto("/verwaltung/wissen/links/")
    expect(page.get_by_role("heading", name="Adressen außerhalb")).to_be_visible()
    expect(page.get_by_text("Kein Link führt ins Leere.")).to_be_visible()
    assert_accessible(page)
