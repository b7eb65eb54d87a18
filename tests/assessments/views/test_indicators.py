"""The twelve criteria beside a result: invited, begun, confirmed, shown, deleted together."""

import re

import pytest
from django.test import Client

from digitalradar.assessments.models import Assessment, CatalogueVersion, OfficialShare, Result, ResultDocument
from digitalradar.assessments.open_run import OpenRun
from digitalradar.assessments.presentation.suggestions import suggestions
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.indicators import open_indicators
from digitalradar.assessments.services.official import load_figures
from digitalradar.assessments.services.runs import change_profile
from digitalradar.assessments.tokens import TOKEN_PATTERN, hash_token, linked_token, new_token
from digitalradar.core.errors import NotFound
from tests.assessments.together import together
from tests.assessments.views.page import Page
from tests.factories.assessments import Run, make_answered_run, make_run, questionnaire, share, shipped

pytestmark = pytest.mark.django_db

INVITATION = "12 Merkmale bestätigen, 2 Minuten"
CAVEAT = "Die amtliche Statistik erfasst erst Betriebe ab 10 Beschäftigten; der Vergleich dient nur der Orientierung."
SUGGESTED = "Aus Ihrem Digital-Check: vermutlich ja."


@pytest.fixture
def main() -> Run:
    """A run through the main check with a result; the index and the official figures are there."""
    shipped("dii")
    load_figures()
    run = make_answered_run(value=3, sector="handwerk", size="10-49")
    Client().post(run.url("result"))
    return run


def linked(main: Run) -> Run:
    """Open the run of the criteria as its service does."""
    row, token = open_indicators(token=main.token)
    return Run(row, token, questionnaire(row.catalogue_version_id, "de"))


def confirm(main: Run, value: str = "yes", count: int = 7) -> Run:
    """Confirm so many criteria with ``value``, the others with No, and show the result of the index."""
    run = linked(main)
    values = [value] * count + ["no"] * (12 - count)
    answers = {key: {"value": one} for key, one in zip(run.texts.question, values, strict=True)}
    save_answers(run=run.stored(), changes=Changes(answers=answers))
    assert Client().post(run.url("result")).status_code == 302
    return run


def test_linked_token_has_the_form_of_a_token_and_is_one_way():
    tokens = {linked_token(new_token(), "dii") for _place in range(50)}
    assert len(tokens) == 50
    assert all(TOKEN_PATTERN.fullmatch(token) for token in tokens)
    assert linked_token("A" * 24, "dii") == linked_token("A" * 24, "dii")
    assert linked_token("A" * 24, "dii") != linked_token("A" * 24, "other")
    # Whoever holds the link of the criteria reaches nothing else with it.
    assert linked_token(linked_token("A" * 24, "dii"), "dii") != "A" * 24


def test_result_invites_until_the_criteria_are_confirmed(client, main):
    page = Page(client.get(main.url("result")))
    assert INVITATION in page.text
    assert [form["action"] for form, _text in page.all("form")].count(main.url("indicators")) == 1
    linked(main)
    assert INVITATION in Page(client.get(main.url("result"))).text
    confirm(main)
    text = Page(client.get(main.url("result"))).text
    assert INVITATION not in text
    assert "Damit liegen Sie vor etwa 71 von 100 Betrieben Ihrer Größe in Deutschland." in text


@pytest.mark.parametrize("catalogue", ["kurz-check", "ki-check"])
def test_other_checks_have_no_criteria_beside_them(client, catalogue):
    shipped("dii")
    run = make_answered_run(catalogue, size="10-49")
    client.post(run.url("result"))
    assert INVITATION not in Page(client.get(run.url("result"))).text
    assert client.post(run.url("indicators")).status_code == 404


def test_post_begins_a_run_with_the_profile_and_the_address_is_derived(client, main):
    answer = client.post(main.url("indicators"))
    run = Assessment.objects.get(begun_as=Assessment.Beginning.LINKED)
    token = linked_token(main.token, "dii")
    assert answer["Location"] == f"/check/lauf/{token}/thema/dii/"
    assert (run.token_hash, run.origin, run.sector, run.size) == (hash_token(token), main.row, "handwerk", "10-49")
    assert run.answers == {}
    assert client.post(main.url("indicators"))["Location"] == answer["Location"]
    assert Assessment.objects.count() == 2


def test_reopening_takes_over_what_the_main_run_tells_by_then(main):
    first = linked(main)
    change_profile(run=first.stored(), profile={"place": "Beispielort"})
    change_profile(run=main.stored(), profile={"size": "1-9", "is_solo": True})
    run = linked(main).stored()
    assert (run.pk, run.size, run.is_solo, run.place) == (first.row.pk, "1-9", True, "Beispielort")


def test_expired_run_of_the_criteria_begins_anew(main):
    old = confirm(main)
    Assessment.objects.filter(pk=old.row.pk).update(expires_at="2020-01-01T00:00:00Z")
    run = linked(main)
    assert run.row.pk != old.row.pk
    assert (run.row.answers, run.token) == ({}, old.token)
    assert not Result.objects.filter(assessment=old.row.pk).exists()


def test_expired_criteria_are_not_shown(client, main):
    run = confirm(main)
    Assessment.objects.filter(pk=run.row.pk).update(expires_at="2020-01-01T00:00:00Z")
    assert INVITATION in Page(client.get(main.url("result"))).text


def test_without_the_index_nothing_begins(client):
    run = make_answered_run(value=3)
    client.post(run.url("result"))
    assert client.post(run.url("indicators")).status_code == 404
    shipped("dii")
    CatalogueVersion.objects.filter(catalogue="dii").update(is_active=False)
    with pytest.raises(NotFound):
        open_indicators(token=run.token)
    with pytest.raises(NotFound):
        open_indicators(token=new_token())


def test_device_goes_on_remembering_the_main_run(client, main):
    client.get(main.url("result"))
    client.post(main.url("indicators"))
    run = linked(main)
    for name in ("run", "finish", "profile", "result", "answers"):
        client.get(run.url(name))
    client.post(run.url("profile"), {"size": "50-249"})
    client.post(run.url("result"))
    assert client.cookies["digitalradar_run"].value == main.token
    links = Page(client.get(run.url("section", dimension="dii"))).all("a")
    back = [link["href"] for link, text in links if "Zurück zum Ergebnis des Digital-Checks" in text]
    assert back == [main.url("result")]


def test_strangers_link_of_the_criteria_shows_no_way_to_the_main_run(client, main):
    run = confirm(main)
    page = Page(client.get(run.url("result")))
    assert "Zurück zum Ergebnis des Digital-Checks" not in page.text
    assert main.token not in page.answer.content.decode()
    assert client.cookies["digitalradar_run"].value == run.token


def test_deleting_the_criteria_keeps_the_cookie_and_the_main_run(client, main):
    run = confirm(main)
    client.get(main.url("result"))
    client.post(run.url("delete"))
    assert client.cookies["digitalradar_run"].value == main.token
    assert INVITATION in Page(client.get(main.url("result"))).text


def test_deleting_the_criteria_deletes_documents_that_tell_of_them(client, main):
    run, other = confirm(main), make_answered_run(value=3)
    client.post(other.url("result"))
    for result in Result.objects.filter(assessment__in=[main.row, other.row]):
        ResultDocument.objects.create(result=result, language="de", state="ready", content=b"%PDF")
    client.post(run.url("delete"))
    assert client.get(main.url("pdf_file"))["Location"] == main.url("pdf")
    assert [document.result.assessment for document in ResultDocument.objects.all()] == [other.row]


def test_deleting_the_main_run_deletes_the_criteria_too(client, main):
    run = confirm(main)
    text = Page(client.get(main.url("delete"))).text
    assert "Auch die bestätigten Merkmale" in text
    client.post(main.url("delete"))
    assert not Assessment.objects.exists()
    assert not Result.objects.exists()
    assert client.get(run.url("result")).status_code == 404


def test_suggestions_come_from_the_stages_the_plan_names(main):
    stages = {
        "kunden.auftritt": 2,  # website from stage 2
        "prozesse.auftrag": 2,  # software for several areas only from stage 3
        "kunden.beziehung": 3,
        "daten.ki": 5,
        "technik.cloud": 5,  # no rule: never suggested
        "kunden.sichtbarkeit": 5,
    }
    save_answers(run=main.stored(), changes=Changes(answers={key: {"value": value} for key, value in stages.items()}))
    run = linked(main)
    found = suggestions(OpenRun(run.stored(), run.token, "de"))
    assert {key: suggestion.value for key, suggestion in found.items()} == {
        "dii.website": "yes",
        "dii.kundenverwaltung": "yes",
        "dii.ki": "yes",
    }


@pytest.mark.parametrize("value", ["unknown", "na", 1])
def test_what_is_no_stage_or_too_low_suggests_nothing(client, main, value):
    for question in ("kunden.auftritt", "prozesse.auftrag", "kunden.beziehung", "daten.ki"):
        save_answers(run=main.stored(), changes=Changes(answers={question: {"value": value}}))
    run = linked(main)
    assert SUGGESTED not in Page(client.get(run.url("section", dimension="dii"))).text


def test_suggestion_stands_beside_its_question_and_counts_nothing(client, main):
    run = linked(main)
    page = Page(client.get(run.url("section", dimension="dii")))
    assert page.text.count(SUGGESTED) == 4
    assert not [name for name in page.chosen if name.startswith("value.")]
    assert run.stored().answers == {}
    assert client.post(run.url("result"))["Location"] == run.url("finish")
    client.post(run.url("save_one"), {"question": "dii.website", "value": "no"})
    assert Page(client.get(run.url("section", dimension="dii"))).text.count(SUGGESTED) == 3


def test_page_of_the_index_main_page_and_data_agree(client, main):
    run = confirm(main, count=8)
    outcome = client.get(run.url("data_json")).json()["results"][-1]["outcome"]
    shown = outcome["comparison"]["shown"]
    sentence = f"Damit liegen Sie vor etwa {shown} von 100 Betrieben Ihrer Größe in Deutschland."
    for page in (Page(client.get(run.url("result"))), Page(client.get(main.url("result")))):
        assert f"Sie nutzen {outcome['score']} von 12 digitalen Merkmalen. {sentence}" in page.text
        assert "Betriebe mit 10 bis 49 Beschäftigten in Deutschland, 2025" in page.text
        assert re.search(r"29,0\s%\s?37,8\s%\s?25,2\s%\s?7,9\s%", page.text)
        assert "Eurostat, isoc_e_dii, Fassung 3, Erhebung 2025" in page.text
        assert "28.03.2026" in page.text
        assert "Rang aus den Anteilen geschätzt." in page.text
    view = client.get(main.url("result")).context["indicators"]
    assert (view["percentile"], view["pointer_x"]) == (shown, f"{float(outcome['comparison']['percentile']):.2f}")


def test_estimate_is_marked(client, main):
    run = linked(main)
    values = ["yes"] * 3 + ["no"] * 5 + ["unknown"] * 4  # E13
    answers = {key: {"value": one} for key, one in zip(run.texts.question, values, strict=True)}
    save_answers(run=run.stored(), changes=Changes(answers=answers))
    client.post(run.url("result"))
    text = Page(client.get(main.url("result"))).text
    assert "Sie nutzen geschätzt 5 von 12 digitalen Merkmalen (Schätzung aus 8 von 12)." in text
    assert "Ihr Betrieb: 5 Merkmale" in text


@pytest.mark.parametrize(
    ("size", "sentence", "people", "caveat"),
    [
        ("1-9", "vor etwa 71 von 100 Betrieben mit 10 bis 49 Beschäftigten in Deutschland.", "10 bis 49", True),
        ("50-249", "vor etwa 49 von 100 Betrieben Ihrer Größe in Deutschland.", "50 bis 249", False),
        ("250+", "vor etwa 24 von 100 Betrieben Ihrer Größe in Deutschland.", "250 und mehr", False),
    ],
)
def test_own_size_class_only_and_the_smallest_with_a_caveat(client, main, size, sentence, people, caveat):
    change_profile(run=main.stored(), profile={"size": size})
    run = confirm(main)
    for page in (Page(client.get(run.url("result"))), Page(client.get(main.url("result")))):
        assert sentence in page.text
        assert f"Betriebe mit {people} Beschäftigten in Deutschland, 2025" in page.text
        assert (CAVEAT in page.text) is caveat


def test_unknown_size_has_no_comparison_and_a_way_to_tell_it(client, main):
    change_profile(run=main.stored(), profile={"size": ""})
    run = confirm(main)
    for address in (run.url("result"), main.url("result")):
        page = Page(client.get(address))
        assert "Für den Vergleich fehlt die Größe Ihres Betriebs." in page.text
        assert "von 100 Betrieben" not in page.text
        assert run.url("profile") in [link.get("href") for link, _text in page.all("a")]


def test_shared_page_shows_what_is_confirmed_but_no_way_into_the_run(client, main):
    run = confirm(main)
    share(main)
    answer = client.get(f"/check/ergebnis/{main.shared_token}/")
    assert "vor etwa 71 von 100 Betrieben" in Page(answer).text
    assert run.token not in answer.content.decode()


def test_shared_page_invites_nobody(client, main):
    share(main)
    assert INVITATION not in Page(client.get(f"/check/ergebnis/{main.shared_token}/")).text


def test_newer_figures_are_offered_as_a_new_calculation(client, main):
    run = confirm(main)
    before = client.get(main.url("result")).context["indicators"]
    OfficialShare.objects.filter(geo="DE", year=2025, size="10-49").update(low="27.83", high="35.21")
    page = Page(client.get(run.url("result")))
    assert "Seit diesem Ergebnis gibt es neuere amtliche Zahlen." in page.text
    assert "vor etwa 71 von 100" in page.text
    assert client.get(main.url("result")).context["indicators"] == before
    client.post(run.url("result"))
    assert "vor etwa 63 von 100" in Page(client.get(main.url("result"))).text


def test_english_pages_tell_the_same(client, main):
    run = confirm(main)
    for address in (main.url("result", "en"), run.url("result", "en"), "/en/check/statistik/?groesse=50-249"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert "29,0" not in Page(answer).text
    assert "29.0" in Page(client.get(main.url("result", "en"))).text


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_clicks_at_the_same_time_begin_one_run(main):
    opened = together(*[lambda: open_indicators(token=main.token)] * 4)
    assert len({run.pk for run, _token in opened}) == 1
    assert Assessment.objects.filter(begun_as=Assessment.Beginning.LINKED).count() == 1


def test_no_row_holds_the_secret_of_the_criteria(main):
    run = confirm(main)
    stored = str([list(model.objects.values()) for model in (Assessment, Result)])
    assert run.token not in stored
    assert main.token not in stored


def test_run_of_staff_makes_criteria_of_staff():
    shipped("dii")
    run = make_run()
    Assessment.objects.filter(pk=run.row.pk).update(is_test=True)
    assert open_indicators(token=run.token)[0].is_test is True
