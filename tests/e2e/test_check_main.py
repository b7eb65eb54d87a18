"""The whole main check as an owner does it at the desk and on the phone, and whether all its numbers agree."""

import re
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage

FACTORS = {0: Fraction(1, 2), 1: Fraction(3, 4), 2: Fraction(1), 3: Fraction(5, 4)}  # scoring.md, section 6
PHONE = {"has_touch": True, "is_mobile": True}


@pytest.mark.parametrize(("size", "options"), [("desktop", {}), ("phone", PHONE)], ids=["desktop", "phone"])
def test_owner_goes_from_the_home_page_to_a_result_and_deletes_the_run(open_page: OpenPage, size: str, options: dict):
    page = open_page(size, **options)
    begin_with_the_question_on_the_home_page(page)
    first_section_says_what_it_saves(page)
    answer_everything(page)
    finish(page)

    data = journey.own_data(page)
    expected = levels(data["results"][-1]["inputs"]["answers"])
    outcome = data["results"][-1]["outcome"]
    assert {key: item["level_shown"] for key, item in outcome["dimensions"].items()} == expected
    result_page_shows(page, outcome)
    calculation_shows(page, outcome)
    delete(page)


def begin_with_the_question_on_the_home_page(page: Page) -> None:
    """The question on the home page is a real one: its answer comes along, and its theme is asked first."""
    page.goto("/")
    page.get_by_role("radio", name="Stufe 2:").check()
    page.get_by_role("button", name="Mit dieser Antwort beginnen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Digital-Check")
    expect(page.get_by_text("nehmen wir mit")).to_be_visible()
    page.get_by_label("Branche").select_option(label="Handwerk und Bau")
    page.get_by_label("Wie viele Personen").select_option("10-49")
    page.get_by_label("Ort oder Kreis").fill("Beispielstadt")
    page.get_by_role("button", name="Check beginnen").click()
    page.wait_for_url(re.compile("/thema/sicherheit/"))
    assert journey.answer(page, "sicherheit.notfall") == "2"


def first_section_says_what_it_saves(page: Page) -> None:
    """Every answer is saved at once and the page says so; a reload shows it again."""
    journey.choose(page, "sicherheit.zugaenge", 2)
    expect(page.get_by_text(re.compile(r"Gespeichert um \d\d:\d\d Uhr"))).to_be_visible()
    page.reload()
    assert journey.answer(page, "sicherheit.zugaenge") == "2"
    assert journey.stored(page) == {"sicherheit.notfall": 2, "sicherheit.zugaenge": 2}


def answer_everything(page: Page) -> None:
    """Nine sections from the first, with every kind of answer and everything optional."""
    page.get_by_role("navigation", name="Fortschritt").get_by_role("link").first.click()
    for number in range(1, 10):
        expect(page.get_by_text(f"Thema {number} von 9")).to_be_visible()
        for place, question in enumerate(journey.questions(page)):
            journey.choose(page, question, (number + place) % 5 + 1)
        if journey.dimension(page) == "strategie":
            everything_optional(page)
        journey.go(page)


def everything_optional(page: Page) -> None:
    """Weiß ich nicht, trifft nicht zu, Wichtigkeit, Abweichung, Vorhaben, Ziel."""
    journey.choose(page, "strategie.verantwortung", "unknown")
    expect(page.get_by_text("Die Frage zählt nicht in Ihren Wert.").filter(visible=True)).to_have_count(1)
    journey.choose(page, "strategie.angebot", "na")
    journey.unfold(page, "strategie.ziel")
    with journey.saving(page):
        journey.field(page, "planned.strategie.ziel", 1).check()
    with journey.saving(page):
        journey.pick_segment(page, "relevance.strategie.ziel", 3)
    with journey.saving(page):
        journey.pick_segment(page, "dimension_relevance", 1)
    with journey.saving(page):
        page.get_by_label("Welche Stufe wollen Sie").select_option("4")
    data = journey.own_data(page)
    assert data["answers"]["strategie.ziel"] == {"value": 2, "relevance": 3, "planned": True}
    assert (data["dimension_relevance"], data["targets"]) == ({"strategie": 1}, {"strategie": 4})


def finish(page: Page) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Ergebnis ist bereit")
    assert len(journey.stored(page)) == 45
    page.get_by_role("button", name="Ergebnis anzeigen").click()
    page.wait_for_url(re.compile("/ergebnis/$"))


def levels(answers: dict[str, dict[str, Any]]) -> dict[str, str]:
    """Work out the level of each dimension by hand, as scoring.md tells it: for the engine a second opinion."""
    shown = {}
    for name in dict.fromkeys(question.partition(".")[0] for question in answers):
        own = [answer for question, answer in answers.items() if question.startswith(f"{name}.")]
        counted = [(FACTORS[answer.get("relevance") or 2], answer["value"]) for answer in own]
        counted = [(factor, value) for factor, value in counted if isinstance(value, int)]
        level = sum(factor * value for factor, value in counted) / sum(factor for factor, _value in counted)
        exact = Decimal(level.numerator) / Decimal(level.denominator)
        shown[name] = str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))
    return shown


def result_page_shows(page: Page, outcome: dict[str, Any]) -> None:
    """Level, radar, table and three steps tell the same numbers as the data."""
    overall = german(outcome["overall"]["level_shown"])
    expect(page.get_by_text(f"{overall} von 5").first).to_be_visible()
    expect(
        page.get_by_text(f"Insgesamt steht der Betrieb auf Stufe {outcome['overall']['stage']} von 5")
    ).to_be_visible()
    radar = page.get_by_role("img", name="Radar der Themen")
    expect(radar).to_be_visible()
    drawn = radar.text_content() or ""
    rows = page.get_by_role("table", name="Stufe, Ziel und Abdeckung je Thema").locator("tbody tr")
    assert rows.count() == 9
    for row, item in zip(rows.all(), outcome["dimensions"].values(), strict=True):
        assert german(item["level_shown"]) in drawn
        assert row.locator("td").nth(1).inner_text() == german(item["level_shown"])
    steps = page.locator("#schritte ol").first.get_by_role("heading", level=3)
    assert [text[:2] for text in steps.all_inner_texts()] == ["1.", "2.", "3."]
    assert page.get_by_text("So gehen Sie vor").count() == 3


def calculation_shows(page: Page, outcome: dict[str, Any]) -> None:
    """„So wurde gerechnet“ ends at the numbers of the result."""
    page.get_by_role("link", name="So wurde gerechnet").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("So wurde gerechnet")
    tables = page.locator("main table")
    assert tables.count() == 10
    ends = [
        table.get_by_role("row", name="auf der Skala von 1 bis 5").inner_text().split()[-1] for table in tables.all()
    ]
    shown = [outcome["overall"], *outcome["dimensions"].values()]
    assert ends == [german(item["level_shown"]) for item in shown]


def delete(page: Page) -> None:
    """The run is gone at once; its link leads nowhere."""
    link = journey.run_link(page)
    page.get_by_role("link", name="Zurück zum Ergebnis").click()
    page.get_by_role("link", name="Diesen Check löschen").click()
    page.get_by_role("button", name="Check endgültig löschen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Der Check ist gelöscht")
    gone = page.goto(link)
    assert gone is not None
    assert gone.status == 404


def german(level: str) -> str:
    return level.replace(".", ",")
