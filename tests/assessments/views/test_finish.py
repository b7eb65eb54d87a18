"""The end of a run: what is missing is named and linked, and a result is shown when the answers allow one."""

import pytest

from digitalradar.assessments.models import Result
from digitalradar.assessments.services.answering import Changes, save_answers
from tests.assessments.views.page import Page
from tests.factories.assessments import INSTRUMENTS, make_answered_run, make_run

pytestmark = pytest.mark.django_db


def links(page: Page) -> list[str]:
    return [attributes.get("href", "") for attributes, _text in page.all("a")]


def answered_dimensions(run, count: int) -> dict[str, dict[str, int]]:
    """Return answers to the first three questions of so many dimensions: just enough for a value each."""
    return {
        question["id"]: {"value": 3}
        for dimension in run.texts.dimensions[:count]
        for question in dimension["questions"][:3]
    }


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_end_of_an_empty_run_names_what_is_missing_and_links_there(client, catalogue):
    run = make_run(catalogue)
    page = Page(client.get(run.url("finish")))
    assert "Für ein Ergebnis fehlt noch etwas" in page.text
    assert f"0 von {len(run.texts.question)} Fragen beantwortet" in page.text
    assert {run.url("section", dimension=dimension) for dimension in run.texts.dimension} <= set(links(page))
    assert "Ergebnis anzeigen" not in page.text


def test_result_needs_six_dimensions_with_three_of_five_answers(client):
    run = make_run()
    save_answers(run=run.stored(), changes=Changes(answers=answered_dimensions(run, 5)))
    page = Page(client.get(run.url("finish")))
    assert "5 Themen haben schon einen Wert, 6 sollten es sein." in page.text
    assert "0 von 5 Fragen beantwortet; für einen Wert fehlen 3 Antworten" in page.text
    answer = client.post(run.url("result"))
    assert (answer["Location"], Result.objects.count(), run.stored().finished_at) == (run.url("finish"), 0, None)
    save_answers(run=run.stored(), changes=Changes(answers=answered_dimensions(run, 6)))
    page = Page(client.get(run.url("finish")))
    assert "Ihr Ergebnis ist bereit" in page.text
    assert "27 Fragen sind noch offen. Das Ergebnis geht auch so" in page.text
    assert "Ergebnis anzeigen" in page.text
    assert client.post(run.url("result"))["Location"] == run.url("result")
    assert Result.objects.get().outcome["overall"]["dimensions_scored"] == 6


def test_who_began_in_the_middle_goes_on_at_the_first_open_theme(client):
    """The question on the home page belongs to the fifth theme; after the ninth the first four are still open."""
    run = make_run()
    fifth = run.texts.dimensions[4]["questions"]
    save_answers(run=run.stored(), changes=Changes(answers={item["id"]: {"value": 3} for item in fifth}))
    [(attributes, text)] = Page(client.get(run.url("finish"))).all("a", class_="button-big")
    assert (attributes["href"], text) == (run.url("section", dimension="strategie"), "Weiter: Strategie und Führung")
    save_answers(run=run.stored(), changes=Changes(answers=answered_dimensions(run, 2)))
    [third] = [text for _attributes, text in Page(client.get(run.url("finish"))).all("a", class_="button-big")]
    assert third == f"Weiter: {run.texts.dimensions[2]['title']}"
    assert not Page(client.get(make_answered_run().url("finish"))).all("a", class_="button-big")


@pytest.mark.parametrize("page", ["result", "calculation"])
def test_pages_of_a_result_that_is_not_there_lead_to_the_end_of_the_run(client, page):
    run = make_answered_run()
    answer = client.get(run.url(page))
    assert (answer.status_code, answer["Location"]) == (302, run.url("finish"))
    assert not Result.objects.exists()


def test_end_of_a_complete_run_says_so(client):
    page = Page(client.get(make_answered_run().url("finish")))
    assert "Alle Fragen sind beantwortet." in page.text
    assert "45 von 45 Fragen beantwortet" in page.text


def test_end_of_the_short_check_asks_for_the_profile_until_it_is_told(client):
    told = "Wenn Sie Branche und Größe angeben, passen die Schritte besser zu Ihnen."
    assert told in Page(client.get(make_answered_run("kurz-check").url("finish"))).text
    assert told not in Page(client.get(make_answered_run("kurz-check", size="10-49").url("finish"))).text
    assert told not in Page(client.get(make_answered_run("digital-check").url("finish"))).text


def test_end_of_the_run_offers_to_go_on_later_and_to_take_ones_data_along(client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    run = make_run()
    page = Page(client.get(run.url("finish")))
    private = f"https://digital.example.org{run.url('run')}"
    assert private in page.text
    found = links(page)
    assert {run.url(name) for name in ("answers", "profile", "data_json", "data_csv", "delete")} <= set(found)
    (mail,) = [link for link in found if link.startswith("mailto:")]
    assert mail.startswith("mailto:?subject=Mein%20Digital-Check&body=https%3A//digital.example.org/check/lauf/")
    assert [attributes["src"] for attributes, _text in page.all("img", class_="qr")] == [run.url("qr_code")]
    assert "Wer den Link kennt, kann die Antworten sehen." in page.text
