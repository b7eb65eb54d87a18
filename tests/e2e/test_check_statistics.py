"""From a result to the official statistic: confirm twelve criteria, come back, see one's place."""

import pytest
from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage
from .portal import Portal
from .visitor import Visitor, sample_answers

CONFIRM = "12 Merkmale bestätigen, 2 Minuten"
SUGGESTED = "Aus Ihrem Digital-Check: vermutlich ja."


@pytest.mark.parametrize(("size", "javascript"), [("desktop", True), ("phone", False)])
def test_confirmed_criteria_put_the_result_beside_the_official_statistic(
    open_page: OpenPage, portal: Portal, size: str, javascript: bool
):
    page = open_page(size, javascript=javascript)
    visitor = Visitor(portal.address)
    main = visitor.finish("digital-check", sample_answers("digital-check"), sector="handwerk", size="10-49")
    page.goto(f"{main}ergebnis/")
    page.get_by_role("button", name=CONFIRM).click()
    page.wait_for_url("**/thema/dii/")
    assert page.get_by_text(SUGGESTED).count() == 3
    assert journey.stored(page) == {}, "a suggestion is no answer"
    confirm(page, yes=7)
    journey.show_result(page)
    told = "Damit liegen Sie vor etwa 71 von 100 Betrieben Ihrer Größe in Deutschland."
    expect(page.get_by_text(told)).to_be_visible()

    page.get_by_role("link", name="Zurück zum Ergebnis des Digital-Checks").click()
    assert page.url.endswith(f"{main}ergebnis/#statistik")
    expect(page.get_by_text(told)).to_be_visible()
    shares = page.get_by_role("table", name="Betriebe mit 10 bis 49 Beschäftigten in Deutschland, 2025")
    shown = [text.replace("\u00a0", " ") for text in shares.get_by_role("cell").all_inner_texts()]
    assert shown == ["29,0 %", "37,8 %", "25,2 %", "7,9 %"]
    expect(page.get_by_role("button", name=CONFIRM)).to_have_count(0)

    page.get_by_role("link", name="Frühere Jahre und die EU").click()
    page.get_by_role("link", name="50 bis 249 Personen").click()
    series = page.get_by_role("table", name="Anteile der Betriebe mit 50 bis 249 Beschäftigten, Merkmalsliste 3")
    expect(series.get_by_role("row", name="2025, Deutschland")).to_contain_text("88,1 %")
    page.goto("/check/weiter/")
    assert page.url.endswith(f"{main}ergebnis/"), "the device goes on remembering the main run"


def confirm(page: Page, *, yes: int) -> None:
    """Answer so many criteria with Yes and the others with No, and go on to the end."""
    for place, question in enumerate(journey.questions(page)):
        journey.field(page, f"value.{question}", "yes" if place < yes else "no").check()
    journey.go(page)
