"""From the tick box to the middle of the region: ten firms consent, the operator releases, the eleventh sees it."""

import re
import subprocess
import sys

from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage
from .guard import assert_accessible
from .portal import Portal, clean_environment
from .visitor import Visitor, sample_answers

CHECK = "kurz-check"
FIRM = {"sector": "landwirtschaft", "size": "50-249"}


def release(portal: Portal) -> str:
    """Make a release as the operator does; return what the command says."""
    environment = clean_environment() | {"DIGITALRADAR_DATA_DIR": str(portal.data_dir), "DIGITALRADAR_ENV_FILE": ""}
    command = [sys.executable, "-m", "digitalradar.cli", "benchmark", "release"]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def test_firms_consent_and_see_the_middle_of_their_region(portal: Portal, open_page: OpenPage):
    answers = sample_answers(CHECK)
    for _number in range(9):
        visitor = Visitor(portal.address)
        link = visitor.finish(CHECK, answers, **FIRM)
        visitor.open(f"{link}vergleich-beitrag/", {"is_compared": "1"})

    page = open_page("phone")
    visitor = Visitor(portal.address)
    link = visitor.begin(CHECK, **FIRM)
    visitor.answer(link, CHECK, answers)
    page.goto(f"{link}abschluss/")
    box = page.get_by_role("checkbox", name="Unser Ergebnis darf anonym in den Vergleich.")
    expect(box).not_to_be_checked()
    box.check()
    assert_accessible(page)
    journey.show_result(page)
    expect(page.get_by_text("Ihr Ergebnis ist anonym im Vergleich der Region.")).to_be_visible()

    assert "short: " in release(portal)
    page.reload()
    middle_is_shown(page)
    assert_accessible(page)

    page.get_by_role("button", name="Beitrag zurücknehmen").click()
    expect(page.get_by_role("button", name="Anonym beitragen")).to_be_visible()
    middle_is_shown(page)  # what was published stays until the next release


def middle_is_shown(page: Page) -> None:
    """Card, radar and part of the page name the group with its size and the day; no word of example data."""
    group = "10 Betriebe mit 50 bis 249 Beschäftigten"
    card = page.locator(".facts").filter(has_text="Mitte der Region")
    expect(card).to_contain_text(group)
    expect(card).not_to_contain_text("Beispieldaten")
    expect(page.locator(".radar path.median")).to_have_count(1)
    part = page.locator("#vergleich")
    expect(part).to_contain_text(re.compile(rf"{group}.*Stand \d\d\.\d\d\.\d{{4}}"))
    part.get_by_text("Alle Zahlen des Vergleichs").click()
    expect(part.get_by_role("row").nth(1)).to_contain_text("Insgesamt")
    part.get_by_text("Alle Zahlen des Vergleichs").click()
