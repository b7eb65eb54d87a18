"""The main check by keyboard alone."""

import pytest
from playwright.sync_api import expect

from . import journey
from .conftest import OpenPage
from .keyboard import go_to, pick, press, skip_to_content, step

NEXT = 'button[name="go"][value="next"]'


def test_whole_check_works_by_keyboard_alone(open_page: OpenPage):
    page = open_page()
    page.goto("/")
    skip_to_content(page)
    press(page, 'a[href="/check/digital-check/"]')
    go_to(page, 'select[name="size"]')
    for _down in range(2):
        page.keyboard.press("ArrowDown")
    press(page, "main form button")
    for number in range(1, 10):
        skip_to_content(page)
        for place, question in enumerate(journey.questions(page)):
            pick(page, f"value.{question}", (number + place) % 5 + 1)
        if number == 1:
            optional_by_keyboard(page)
        press(page, NEXT)
    expect(page.get_by_role("heading", level=1)).to_have_text("Ihr Ergebnis ist bereit")
    press(page, 'form[action$="/ergebnis/"] button')
    expect(page.get_by_role("img", name="Radar der Themen")).to_be_visible()
    press(page, 'a[href$="/rechnung/"]')
    expect(page.get_by_role("heading", level=1)).to_have_text("So wurde gerechnet")
    data = journey.own_data(page)
    assert data["profile"] == {"size": "1-9", "solo": "no"}
    assert [data["answers"][f"strategie.{name}"]["value"] for name in ("ziel", "nutzen", "auswahl")] == [2, 3, 4]
    assert data["answers"]["strategie.verantwortung"] == {"value": 1, "planned": True, "relevance": 1}
    assert (data["dimension_relevance"], data["targets"]) == ({"strategie": 0}, {"strategie": 2})


def optional_by_keyboard(page) -> None:
    """From the last question back to what is optional there, then on to relevance and target of the theme."""
    go_to(page, "summary")
    page.keyboard.press("Enter")
    go_to(page, '[name="planned.strategie.verantwortung"]')
    page.keyboard.press("Space")
    pick(page, "relevance.strategie.verantwortung", 3)
    pick(page, "dimension_relevance", 1)
    go_to(page, "#target")
    for _down in range(2):
        page.keyboard.press("ArrowDown")


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_nothing_covers_the_focus_on_the_way_back_up(open_page: OpenPage, size: str):
    """Shift and Tab scroll upwards, where the progress stays at the top of the window."""
    page = open_page(size)
    journey.begin(page, "digital-check")
    page.locator("footer a").last.focus()
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    stops = 0
    while not step(page, "Shift+Tab", 'a[href="#inhalt"]'):
        stops += 1
        assert stops < 90
    assert stops > 25
