"""The main check as plain forms: every step works in a browser that runs no script."""

import re

from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage


def test_whole_check_works_without_script(open_page: OpenPage):
    page = open_page("phone", javascript=False)
    page.goto("/")
    page.get_by_role("link", name="Digital-Check starten").click()
    journey.fill_profile(page, sector="handel", size="solo")
    page.get_by_role("button", name="Check beginnen").click()
    page.wait_for_url(journey.SECTION)
    for _number in range(9):
        for question in journey.questions(page):
            journey.field(page, f"value.{question}", 3).check()
        journey.go(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Ergebnis ist bereit")
    answers = journey.stored(page)
    assert set(answers.values()) == {3}
    assert len(answers) == 41, "who works alone is not asked four of the questions"
    journey.show_result(page)
    expect(page.get_by_text("3,0 von 5").first).to_be_visible()
    assert page.get_by_role("button", name="Drucken").count() == 0, "a button that needs a script stays away"


def test_section_says_when_it_was_saved_and_leads_both_ways(open_page: OpenPage):
    page = open_page(javascript=False)
    journey.begin(page, "digital-check")
    assert page.get_by_text("Gespeichert um").count() == 0
    journey.field(page, "value.strategie.ziel", 4).check()
    page.get_by_role("button", name="Weiter: Abläufe").click()
    expect(page.get_by_text("Thema 2 von 9")).to_be_visible()
    expect(page.get_by_text(re.compile(r"Gespeichert um \d\d:\d\d Uhr"))).to_be_visible()
    journey.field(page, "value.prozesse.auftrag", "unknown").check()
    page.get_by_role("button", name="Strategie").click()
    expect(page.get_by_text("Thema 1 von 9")).to_be_visible()
    page.get_by_role("button", name="Angaben zum Betrieb").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Angaben zum Betrieb")
    assert journey.stored(page) == {"strategie.ziel": 4, "prozesse.auftrag": "unknown"}


def test_everything_optional_is_sent_with_the_form(open_page: OpenPage):
    page = open_page(javascript=False)
    journey.begin(page, "digital-check")
    journey.unfold(page, "strategie.ziel")
    journey.field(page, "planned.strategie.ziel", 1).check()
    journey.pick_segment(page, "relevance.strategie.ziel", 0)
    journey.pick_segment(page, "dimension_relevance", 3)
    page.get_by_label("Welche Stufe wollen Sie").select_option("5")
    journey.go(page)
    data = journey.own_data(page)
    assert data["answers"] == {"strategie.ziel": {"relevance": 0, "planned": True}}
    assert (data["dimension_relevance"], data["targets"]) == ({"strategie": 3}, {"strategie": 5})


def test_back_button_shows_the_stored_answers_and_sending_again_changes_only_what_is_changed(open_page: OpenPage):
    page = open_page(javascript=False)
    journey.begin(page, "digital-check")
    journey.field(page, "value.strategie.ziel", 2).check()
    journey.field(page, "value.strategie.nutzen", 5).check()
    journey.go(page)
    page.go_back()
    expect(page.get_by_text("Thema 1 von 9")).to_be_visible()
    assert [journey.answer(page, question) for question in ("strategie.ziel", "strategie.nutzen")] == ["2", "5"]
    journey.field(page, "value.strategie.ziel", 1).check()
    journey.go(page)
    assert journey.stored(page) == {"strategie.ziel": 1, "strategie.nutzen": 5}


def test_page_says_what_is_missing_for_a_result_and_leads_there(open_page: OpenPage):
    page = open_page(javascript=False)
    journey.begin(page, "digital-check")
    answer_first_questions(page, 3)
    page.goto(f"{journey.run_link(page)}abschluss/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Für ein Ergebnis fehlt noch etwas")
    assert page.get_by_role("button", name="Ergebnis anzeigen").count() == 0
    expect(page.get_by_text("für einen Wert fehlen 3 Antworten").first).to_be_visible()
    page.get_by_role("heading", name="Abläufe und Verwaltung").get_by_role("link").click()
    expect(page.get_by_text("Thema 2 von 9")).to_be_visible()


def answer_first_questions(page: Page, count: int) -> None:
    for question in journey.questions(page)[:count]:
        journey.field(page, f"value.{question}", 2).check()
    journey.go(page)
