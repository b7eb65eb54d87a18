"""The main check in English: no German left except where the page says that it is German."""

import re

import pytest
from playwright.sync_api import Page, expect

from . import journey
from .conftest import OpenPage
from .pages import STANDARD

# Words that every German sentence has, and English and names have not.
GERMAN = re.compile(
    r"\b(und|der|das|dem|des|ein|eine|einen|einem|einer|sie|ihr|ihre|ihren|ihrem|ihrer|nicht|kein|keine|mit|für|von|vom"
    r"|wird|werden|wurde|oder|auf|wie|ist|sind|auch|noch|nach|zum|zur|bei|wir|uns|bitte|uhr|frage|fragen|stufe|thema"
    r"|themen|betrieb|weiter|zurück|ergebnis|antwort|antworten|schritt|schritte|etwa|seite|menü)\b|[äöüß]",
    re.IGNORECASE,
)
# What a reader sees or hears on the page and is not marked as German. Nothing in a title can be marked: where the page
# is about a check that is German only, it names that check as it is called.
WORDS = """() => {
  const marked = part => (part.closest("[lang]").lang || "").startsWith("de");
  const found = document.querySelector("main [lang=de]") ? [] : [document.title];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const part = texts.currentNode.parentElement;
    if (part.closest("script, style") || !part.getClientRects().length || marked(part)) continue;
    found.push(texts.currentNode.data.trim());
  }
  for (const name of ["aria-label", "alt", "title", "placeholder", "data-saving", "data-failed", "data-copied"])
    for (const part of document.querySelectorAll(`[${name}]`))
      if (!marked(part)) found.push(part.getAttribute(name));
  return found.filter(Boolean);
}"""
# Names of the example region stay as they are.
NAMES = re.compile(r"Wirtschaftsförderung Kreis Ahrensberg|Hochschule Ahrensland|Unternehmensnetz Ahrensland e\. ?V\.")
PATHS = [
    "check/",
    "check/kurz-check/",
    "check/cyber-check/",
    "check/kurz-check/beispiel/",
    "check/dii/beispiel/",
    "check/cyber-check/beispiel/rechnung/",
    "barrierefreiheit/melden/",
    "does-not-exist/",
    *[f"{page}/" for page in STANDARD],
]


def assert_english(page: Page) -> None:
    """Fail with every German text on a page that calls itself English."""
    expect(page.locator("html")).to_have_attribute("lang", "en")
    left = [text for text in page.evaluate(WORDS) if GERMAN.search(NAMES.sub("", text))]
    assert not left, f"{page.url}\n" + "\n".join(dict.fromkeys(left))


def test_whole_check_is_in_english(open_page: OpenPage):
    page = open_page(locale="en-GB")
    page.goto("/en/")
    assert_english(page)
    page.locator('main a[href="/en/check/digital-check/"]').first.click()
    assert_english(page)
    journey.begin(page, "digital-check", prefix="/en", size="10-49", sector="handel")
    for number in range(9):
        for place, question in enumerate(journey.questions(page)):
            journey.field(page, f"value.{question}", (number + place) % 5 + 1).check()
        expect(page.get_by_text(re.compile(r"^Saved at \d"))).to_be_visible()
        unfold_everything(page)
        assert_english(page)
        journey.go(page)
    assert_english(page)
    journey.show_result(page)
    link = journey.run_link(page)
    for path in ("ergebnis/", "ergebnis/rechnung/", "ergebnis/ziele/", "antworten/", "profil/", "loeschen/"):
        page.goto(link + path)
        unfold_everything(page)
        assert_english(page)
    page.locator("main form button").click()
    assert_english(page)


@pytest.mark.parametrize("path", PATHS)
def test_page_is_in_english(open_page: OpenPage, path: str):
    page = open_page(locale="en-GB")
    page.goto(f"/en/{path}")
    assert_english(page)


def test_german_check_on_an_english_page_says_that_it_is_german(open_page: OpenPage):
    page = open_page(locale="en-GB")
    journey.begin(page, "cyber-check", prefix="/en")
    unfold_everything(page)
    assert_english(page)
    expect(page.locator("main legend h2").first).to_have_js_property("lang", "")
    assert page.locator("main legend h2").first.evaluate("part => part.closest('[lang]').lang") == "de"


@pytest.mark.parametrize("size", ["desktop", "phone"])
def test_language_switch_in_the_middle_of_a_section_stays_there_and_keeps_the_answers(open_page: OpenPage, size: str):
    page = open_page(size)
    journey.begin(page, "digital-check")
    journey.go(page)
    journey.choose(page, "prozesse.auftrag", 4)
    switch(page, "English", size)
    page.wait_for_url("**/en/check/lauf/*/thema/prozesse/")
    assert journey.answer(page, "prozesse.auftrag") == "4"
    assert_english(page)
    journey.choose(page, "prozesse.auftrag", 5)
    switch(page, "Deutsch", size)
    page.wait_for_url(re.compile(r"^(?!.*/en/).*/thema/prozesse/"))
    assert journey.answer(page, "prozesse.auftrag") == "5"
    expect(page.get_by_text("Thema 2 von 9")).to_be_visible()


def switch(page: Page, language: str, size: str) -> None:
    """Use the link in the header, or in the menu that phones have in its place."""
    header = page.get_by_role("banner")
    if size == "phone":
        header.locator("summary").click()
    header.get_by_role("link", name=language).filter(visible=True).click()


def unfold_everything(page: Page) -> None:
    """Show what is folded away, so that it is read, too."""
    page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
