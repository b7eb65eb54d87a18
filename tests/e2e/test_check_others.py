"""The four other checks, each to its own kind of result; the short one hands its answers on."""

import re

import pytest
from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage


def test_short_check_ends_with_the_profile_and_becomes_suggestions_in_the_main_check(open_page: OpenPage):
    page = open_page("phone")
    journey.begin(page, "kurz-check", solo="no")
    answer_all(page, ["2"])
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Ergebnis ist bereit")
    page.get_by_role("main").get_by_role("link", name="Angaben zum Betrieb").first.click()
    journey.fill_profile(page, sector="handwerk", size="10-49")
    page.get_by_role("button", name="Speichern und weiter").click()
    journey.show_result(page)
    expect(page.get_by_text("Das ist ein erster Eindruck aus wenigen Fragen.")).to_be_visible()
    expect(page.get_by_text("2,0 von 5").first).to_be_visible()

    page.get_by_role("link", name="Im Digital-Check weitermachen").click()
    expect(page.get_by_text("erscheinen hier als Vorschläge, die Sie bestätigen")).to_be_visible()
    page.get_by_role("button", name="Check beginnen").click()
    suggestion = page.locator('[data-question="strategie.ziel"]').get_by_text(
        "Im Kurz-Check haben Sie Stufe 2 angegeben"
    )
    expect(suggestion).to_be_visible()
    assert journey.stored(page) == {}, "a suggestion is no answer"
    journey.choose(page, "strategie.ziel", 2)
    page.reload()
    expect(suggestion).to_have_count(0)


@pytest.mark.parametrize(
    ("check", "values", "headline"),
    [
        ("cyber-check", ["met", "unmet", "unknown"], r"besonders wichtige Anforderung"),
        ("ki-check", ["2", "1", "unknown"], r"Am meisten gewinnen Sie"),
        ("dii", ["yes", "no", "unknown"], r"Sie nutzen geschätzt \d von 12 digitalen Merkmalen\."),
    ],
)
def test_other_check_leads_to_its_result_and_calculation(
    open_page: OpenPage, check: str, values: list[str], headline: str
):
    page = open_page()
    journey.begin(page, check, size="10-49")
    answer_all(page, values)
    journey.show_result(page)
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile(headline))
    RESULTS[check](page, journey.own_data(page)["results"][-1]["outcome"])
    page.get_by_role("link", name="So wurde gerechnet").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("So wurde gerechnet")
    assert page.locator("main table tbody tr").count() >= 12


def answer_all(page: Page, values: list[str]) -> None:
    """Answer all sections with these values in turn, saving with the form alone."""
    while "/thema/" in page.url:
        for place, question in enumerate(journey.questions(page)):
            journey.field(page, f"value.{question}", values[place % len(values)]).check()
        journey.go(page)


def cyber_result(page: Page, outcome: dict) -> None:
    expect(page.get_by_text("nicht die Norm").first).to_be_visible()
    expect(
        page.get_by_text(re.compile(rf"^\s*{outcome['points']}\s+von höchstens {outcome['max']}\s*$"))
    ).to_be_visible()
    areas = page.get_by_role("table", name="Erfüllte Anforderungen je Bereich").locator("tbody tr")
    assert areas.count() == 6
    assert page.get_by_role("heading", name=re.compile(r"^[123]\. ")).count() == 3


def ai_result(page: Page, outcome: dict) -> None:
    level = outcome["overall"]["level_shown"].replace(".", ",")
    expect(page.get_by_text(f"{level} von 5").first).to_be_visible()
    expect(page.get_by_role("img", name="Radar der Themen")).to_be_visible()


def index_result(page: Page, outcome: dict) -> None:
    answers = page.get_by_role("table", name="Die zwölf Merkmale und Ihre Antworten").locator("tbody tr")
    assert answers.count() == 12
    expect(page.get_by_text(f"Schätzung aus {outcome['measured']} von 12", exact=True)).to_be_visible()
    expect(page.get_by_text("die Merkmale stammen aus einer Nebenquelle")).to_be_visible()


RESULTS = {"cyber-check": cyber_result, "ki-check": ai_result, "dii": index_result}
