"""Every page in both languages; what exists in German only says so to screen readers."""

import pytest

from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, Run, all_shipped, make_mixed_run, make_run, questionnaire, shipped

pytestmark = pytest.mark.django_db

TRANSLATED = ["digital-check", "kurz-check"]
GERMAN_ONLY = ["cyber-check", "ki-check", "dii"]
RUN_PAGES = ["profile", "section", "finish", "answers", "result", "calculation", "targets", "delete"]
PUBLIC_PAGES = ["", "digital-check/", "digital-check/beispiel/", "digital-check/beispiel/rechnung/"]


def run_with_result(client, catalogue: str = "digital-check") -> Run:
    """Return a run with gaps and its result."""
    run = make_mixed_run(catalogue, size="10-49", sector="handwerk")
    client.post(run.url("result"))
    return run


def address(run: Run, name: str, language: str) -> str:
    kwargs = {"dimension": next(iter(run.texts.dimension))} if name == "section" else {}
    return run.url(name, language, **kwargs)


def alternates(page: Page) -> dict[str, str]:
    """Return where the page says it lies in each language, without scheme and host."""
    links = [attributes for attributes, _text in page.all("link", rel="alternate") if "hreflang" in attributes]
    return {link["hreflang"]: link["href"].split("testserver")[-1] for link in links}


@pytest.mark.parametrize("name", RUN_PAGES)
def test_language_switch_stays_on_the_page_of_a_run(client, name):
    run = run_with_result(client)
    german, english = address(run, name, "de"), address(run, name, "en")
    assert english == "/en" + german
    for shown, language in ((german, "de"), (english, "en")):
        page = Page(client.get(shown))
        assert page.answer.status_code == 200
        assert page.all("html")[0][0]["lang"] == language
        assert alternates(page) == {"de": german, "en": english}


@pytest.mark.parametrize("page", PUBLIC_PAGES)
def test_language_switch_stays_on_the_page_before_a_run(client, page):
    all_shipped()
    german, english = f"/check/{page}", f"/en/check/{page}"
    for shown, language in ((german, "de"), (english, "en")):
        found = Page(client.get(shown))
        assert found.all("html")[0][0]["lang"] == language
        assert alternates(found) == {"de": german, "en": english}


def test_language_switch_keeps_what_the_home_page_handed_over(client):
    shipped()
    page = Page(client.get("/check/digital-check/?thema=daten"))
    assert alternates(page)["en"] == "/en/check/digital-check/?thema=daten"


@pytest.mark.parametrize("name", ["profile", "section", "targets", "result", "mark_done"])
def test_forms_stay_in_the_language_of_the_page(client, name):
    run = run_with_result(client)
    data = {"measure": "datensicherung", "done": "1", "go": "next"}
    assert client.post(address(run, name, "en"), data)["Location"].startswith("/en/check/lauf/")
    assert client.post(address(run, name, "de"), data)["Location"].startswith("/check/lauf/")


@pytest.mark.parametrize("catalogue", TRANSLATED)
def test_translated_check_speaks_english(client, catalogue):
    run = make_run(catalogue)
    german, english = run.texts, questionnaire(run.row.catalogue_version_id, "en")
    start = Page(client.get(f"/en/check/{catalogue}/"))
    assert [text for _attributes, text in start.all("h1")] == [normal(english.title)]
    assert normal(english.data["purpose"]) in start.text
    for dimension in english.dimensions:
        page = Page(client.get(run.url("section", "en", dimension=dimension["id"])))
        assert [text for _attributes, text in page.all("h1")] == [normal(dimension["title"])]
        for question in dimension["questions"]:
            assert question["text"] != german.question[question["id"]]["text"]
            assert normal(question["text"]) in page.text
            assert normal(german.question[question["id"]]["text"]) not in page.text
            assert all(normal(stage) in page.text for stage in question["stages"])
        assert set(page.text_in("de").split()) <= {"Deutsch"}  # the language switch


def test_english_result_shows_english_titles_of_measures(client):
    run = run_with_result(client)
    answer = client.get(run.url("result", "en"))
    english = questionnaire(run.row.catalogue_version_id, "en")
    assert answer.context["steps"]
    for step in answer.context["steps"]:
        assert step["title"] == english.measure[step["id"]]["title"]
        assert step["title"] != run.texts.measure[step["id"]]["title"]
        assert normal(step["title"]) in Page(answer).text


@pytest.mark.parametrize("name", ["section", "answers", "result", "calculation"])
@pytest.mark.parametrize("catalogue", GERMAN_ONLY)
def test_german_text_on_an_english_page_is_marked_as_german(client, catalogue, name):
    run = run_with_result(client, catalogue)
    page = Page(client.get(address(run, name, "en")))
    things = [*run.texts.question.values(), *run.texts.dimensions, *run.texts.measure.values()]
    german = {normal(thing[key]) for thing in things for key in ("text", "title", "promise") if key in thing}
    found = sorted(text for text in german if text in page.text and " " in text)
    assert len(found) >= 5
    assert [text for text in found if text not in page.text_in("de")] == []
    assert [text for text in found if text in page.text_in("en")] == []


@pytest.mark.parametrize("catalogue", GERMAN_ONLY)
def test_german_check_is_marked_as_german_on_the_english_start_page_and_list(client, catalogue):
    all_shipped()
    texts = questionnaire(shipped(catalogue).pk, "de")
    for shown in (f"/en/check/{catalogue}/", "/en/check/"):
        page = Page(client.get(shown))
        assert normal(texts.data["purpose"]) in page.text_in("de")
        assert normal(texts.data["purpose"]) not in page.text_in("en")


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_german_pages_hold_no_other_language(client, catalogue):
    run = run_with_result(client, catalogue)
    for name in ("section", "finish", "answers", "result", "calculation"):
        page = Page(client.get(address(run, name, "de")))
        assert set(page.text_in("en").split()) <= {"English"}, name  # the language switch
