"""A guide in a real browser: ticks that stay, words explained in place, the way through the page; also scriptless."""

import os
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from .conftest import OpenPage
from .guard import assert_accessible
from .keyboard import go_to, skip_to_content, step
from .portal import Portal, clean_environment

GUIDE = "/leitfaeden/datensicherung/"
WORD = "unveränderbaren Ablage"
KEPT = "Object.keys(localStorage).filter(key => key.startsWith('digitalradar.haken.'))"


def boxes(page: Page):
    """Return the boxes of the checklist."""
    return page.locator(".checklist input")


def test_ticks_stay_in_this_browser_until_they_are_reset(open_page: OpenPage):
    page = open_page()
    page.goto(GUIDE)
    reset = page.get_by_role("button", name="Häkchen zurücksetzen")
    expect(reset).to_be_hidden()
    page.get_by_label("Eine Kopie vom Netz getrennt").check()
    page.reload()
    expect(page.get_by_label("Eine Kopie vom Netz getrennt")).to_be_checked()
    expect(page.get_by_text("Ihre Häkchen bleiben in diesem Browser.")).to_be_visible()
    assert_accessible(page)
    reset.click()
    expect(boxes(page).first).to_be_focused()
    page.reload()
    assert [box.is_checked() for box in boxes(page).all()] == [False] * boxes(page).count()
    assert page.evaluate(KEPT) == []


def test_ticks_belong_to_one_version(open_page: OpenPage):
    page = open_page()
    page.goto(GUIDE)
    boxes(page).first.check()
    (key,) = page.evaluate(KEPT)
    page.evaluate("key => { localStorage.setItem(key + '-alt', 'punkt-1-2'); localStorage.removeItem(key); }", key)
    page.reload()
    expect(boxes(page).nth(1)).not_to_be_checked()
    assert page.evaluate(KEPT) == []


@pytest.mark.parametrize("stored", ["", " ", "[", "punkt-99-1", "<b>x</b>"])
def test_strange_storage_does_no_harm(open_page: OpenPage, stored: str):
    page = open_page()
    page.goto(GUIDE)
    boxes(page).first.check()
    (key,) = page.evaluate(KEPT)
    page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, stored])
    page.reload()
    boxes(page).nth(1).check()
    assert page.evaluate("key => localStorage.getItem(key)", key) == "punkt-1-2"


def test_a_word_is_explained_where_it_stands(page: Page):
    page.goto(GUIDE)
    word = page.get_by_role("button", name=WORD)
    explanation = page.locator(".term-text", has_text="Speicher, in dem Daten")
    expect(explanation).to_be_hidden()
    word.press("Enter")
    expect(explanation).to_be_visible()
    assert word.get_attribute("aria-expanded") == "true"
    assert_accessible(page)
    explanation.get_by_role("link", name="Erklärung schließen").press("Enter")
    expect(explanation).to_be_hidden()
    expect(word).to_be_focused()
    word.press("Space")
    expect(explanation).to_be_visible()
    assert page.url.endswith(GUIDE), "the word leads nowhere else while a script runs"


def test_everything_works_without_a_script(open_page: OpenPage):
    page = open_page("phone", javascript=False)
    page.goto(GUIDE)
    explanation = page.locator(".term-text", has_text="Speicher, in dem Daten")
    page.get_by_role("link", name=WORD).click()
    expect(explanation).to_be_visible()
    explanation.get_by_role("link", name="Erklärung schließen").click()
    expect(explanation).to_be_hidden()
    boxes(page).first.check()
    expect(boxes(page).first).to_be_checked()
    page.get_by_role("navigation", name="Inhalt").get_by_role("link", name="Typische Fehler").click()
    expect(page.get_by_role("heading", name="Typische Fehler")).to_be_in_viewport()
    expect(page.get_by_role("button", name="Adresse kopieren")).to_be_hidden()
    expect(page.get_by_role("button", name="Häkchen zurücksetzen")).to_be_hidden()


def test_contents_mark_the_section_one_reads(open_page: OpenPage):
    page = open_page()
    page.goto(GUIDE)
    contents = page.get_by_role("navigation", name="Inhalt")
    expect(contents.locator("[aria-current]")).to_have_text("Für wen")
    contents.get_by_role("link", name="Recht und Fristen").click()
    expect(contents.locator("[aria-current]")).to_have_text("Recht und Fristen")


def test_the_checklist_works_by_keyboard(open_page: OpenPage):
    page = open_page()
    page.goto(GUIDE)
    skip_to_content(page)
    go_to(page, "#punkt-1-1")
    page.keyboard.press("Space")
    assert step(page, selector="#punkt-1-2")
    page.keyboard.press("Space")
    assert [box.is_checked() for box in boxes(page).all()][:3] == [True, True, False]
    go_to(page, "[data-checklist-note] button")
    page.keyboard.press("Enter")
    assert not any(box.is_checked() for box in boxes(page).all())


def test_the_address_can_be_copied(open_page: OpenPage):
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(GUIDE)
    page.get_by_role("button", name="Adresse kopieren").click()
    expect(page.get_by_role("status").filter(has_text="Adresse kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").endswith(GUIDE)


def test_sources_of_a_statement_are_one_click_away(page: Page):
    page.goto(GUIDE)
    page.get_by_role("link", name="Quelle [1]").first.click()
    expect(page.locator("#quelle-1")).to_be_in_viewport()
    page.get_by_role("link", name="Alle Begriffe von A bis Z").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Begriffe von A bis Z")
    page.get_by_role("link", name="Wiederanlaufzeit").click()
    expect(page.get_by_text("Wiederanlaufzeit", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="Datensicherung").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Datensicherung")


def test_readers_see_what_changed(portal: Portal, open_page: OpenPage):
    page = open_page("phone")
    publish_again(portal, "mobiles-arbeiten")
    page.goto("/leitfaeden/mobiles-arbeiten/")
    page.get_by_role("link", name="Alle Fassungen dieser Seite").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fassungen dieser Seite")
    expect(page.locator("ins").last).to_contain_text("Etwas Neues")
    assert_accessible(page)
    page.get_by_label("Ältere Fassung").select_option(index=0)
    page.get_by_role("button", name="Vergleichen").click()
    expect(page.get_by_text("hat sich der Wortlaut nicht geändert")).to_be_visible()


def publish_again(portal: Portal, identifier: str) -> None:
    """Publish a guide once more with a changed text, as another process of the portal."""
    code = (
        "from digitalradar.knowledge.models import GuidePage\n"
        f"page = GuidePage.objects.get(identifier='{identifier}', locale__language_code='de')\n"
        "page.stop_point = '<p>Etwas Neues.</p>'\n"
        "page.save_revision().publish()\n"
    )
    environment = clean_environment() | {
        "DIGITALRADAR_DATA_DIR": str(portal.data_dir),
        "DIGITALRADAR_ENV_FILE": "",
        "DJANGO_SETTINGS_MODULE": "digitalradar.settings.production",
    }
    command = [sys.executable, "-m", "django", "shell", "-v0", "-c", code]
    subprocess.run(command, env=os.environ | environment, check=True, capture_output=True)
