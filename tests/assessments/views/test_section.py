"""The questions of one dimension: what is offered, what is stored, where it leads, and that two tabs lose nothing."""

from itertools import product

import pytest
from django.test import Client
from django.urls import reverse

from digitalradar.assessments.answers import allowed_values, stored_value
from digitalradar.assessments.forms.section import state_text
from digitalradar.assessments.models import Assessment
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.catalogues import load_catalogue
from digitalradar.assessments.services.runs import start_run
from tests.assessments.catalogue.small import write_catalogue
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, make_answered_run, make_run, shipped

pytestmark = pytest.mark.django_db

ZIEL, NUTZEN = "strategie.ziel", "strategie.nutzen"
OFFERED = {
    "staged": ["1", "2", "3", "4", "5", "unknown"],
    "yes_no": ["yes", "no", "unknown"],
    "requirement": ["met", "unmet", "unknown"],
}


def open_section(client, run, dimension: str = "strategie") -> Page:
    return Page(client.get(run.url("section", dimension=dimension)))


def send(client, run, dimension: str = "strategie", **changes: str | None) -> None:
    """Open a section, change some fields and send the form, as a browser without script does."""
    client.post(run.url("section", dimension=dimension), open_section(client, run, dimension).form_data(**changes))


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_every_question_offers_its_choices_and_na_only_where_the_catalogue_says(client, catalogue):
    run = make_run(catalogue)
    number = 0
    for dimension in run.texts.dimensions:
        page = open_section(client, run, dimension["id"])
        questions = {question["id"]: {"kind": "staged", **question} for question in dimension["questions"]}
        expected = {
            f"value.{key}": OFFERED[question["kind"]] + (["na"] if question.get("na") else [])
            for key, question in questions.items()
        }
        assert {name: found for name, found in page.radios.items() if name.startswith("value.")} == expected
        assert not any(name.startswith("value.") for name in page.chosen)
        for key, question in questions.items():
            number += 1
            assert f"Frage {number} von {len(run.texts.question)} {normal(question['text'])}" in page.text, key
            for stage in question.get("stages", []):
                assert normal(stage) in page.text
    assert number == len(run.texts.question)


def test_section_shows_what_is_stored(client):
    run = make_run(answers={ZIEL: 4, NUTZEN: "unknown"})
    parts = {"answers": {ZIEL: {"relevance": 0, "planned": True}}, "dimension_relevance": {"strategie": 3}}
    save_answers(run=run.stored(), changes=Changes(**parts, targets={"strategie": 5}))
    page = open_section(client, run)
    shown = {
        f"value.{ZIEL}": "4",
        f"relevance.{ZIEL}": "0",
        f"planned.{ZIEL}": "1",
        f"value.{NUTZEN}": "unknown",
        "dimension_relevance": "3",
        "target": "5",
    }
    assert {name: page.chosen[name] for name in shown} == shown
    assert "value.strategie.auswahl" not in page.chosen
    was = {"was": "3|5", f"was.{ZIEL}": "4|0|1", f"was.{NUTZEN}": "unknown||", "was.strategie.auswahl": "||"}
    assert {name: page.hidden[name] for name in was} == was


@pytest.mark.parametrize(
    ("catalogue", "question"), [("digital-check", "kunden.kaufweg"), ("cyber-check", None), ("dii", None)]
)
def test_every_answer_that_can_be_stored_is_shown_as_it_is(client, catalogue, question):
    run = make_run(catalogue)
    question = question or next(iter(run.texts.question))
    dimension = run.texts.question[question]["dimension"]
    is_staged = run.texts.question[question]["kind"] == "staged"
    values = [None, *(stored_value(value) for value in allowed_values(run.texts, question))]
    relevances = [None, 0, 1, 2, 3] if is_staged else [None]
    for value, relevance, planned in product(values, relevances, [None, True] if is_staged else [None]):
        answer = {"value": value, "relevance": relevance, "planned": planned}
        stored = {part: given for part, given in answer.items() if given is not None}
        Assessment.objects.update(answers={question: stored} if stored else {})
        page = open_section(client, run, dimension)
        texts = {part: "" if given is None else str(given) for part, given in answer.items()}
        assert page.chosen.get(f"value.{question}", "") == texts["value"], answer
        assert page.chosen.get(f"relevance.{question}", "") == texts["relevance"], answer
        assert (f"planned.{question}" in page.chosen) == bool(planned), answer
        assert page.hidden[f"was.{question}"] == state_text(stored)


def test_section_speaks_of_progress_and_never_of_a_score(client):
    run = make_answered_run(value=2)
    page = open_section(client, run)
    assert "Thema 1 von 9" in page.text
    assert "Punkte" not in page.text
    assert "Prozent" not in page.text


def test_anchors_are_in_the_words_of_the_sector(client):
    texts = make_run().texts
    question = next(item for item in texts.question.values() if "handwerk" in item.get("variants", {}))
    general = open_section(client, make_run(sector="andere"), question["dimension"]).text
    craft = open_section(client, make_run(sector="handwerk"), question["dimension"]).text
    assert normal(question["stages"][0]) in general
    assert normal(question["variants"]["handwerk"][0]) in craft
    assert normal(question["variants"]["handwerk"][0]) not in general


def test_whoever_works_alone_is_not_asked_about_a_team(client):
    alone, several = make_run(size="1-9", is_solo=True), make_run(size="1-9", is_solo=False)
    hidden = [key for key, question in alone.texts.question.items() if "solo" in str(question.get("show_if"))]
    assert len(hidden) == 4
    for question in hidden:
        dimension = alone.texts.question[question]["dimension"]
        assert f"value.{question}" in open_section(client, several, dimension).radios
        assert f"value.{question}" not in open_section(client, alone, dimension).radios
    assert "Frage 1 von 41" in open_section(client, alone).text


def test_post_saves_everything_on_the_page(client):
    run = make_run()
    answer = {f"value.{ZIEL}": "4", f"relevance.{ZIEL}": "1", f"planned.{ZIEL}": "1"}
    send(client, run, **answer, **{f"value.{NUTZEN}": "unknown", "dimension_relevance": "3", "target": "5"})
    stored = run.stored()
    assert stored.answers == {ZIEL: {"value": 4, "relevance": 1, "planned": True}, NUTZEN: {"value": "unknown"}}
    assert (stored.dimension_relevance, stored.targets) == ({"strategie": 3}, {"strategie": 5})


@pytest.mark.parametrize(
    ("dimension", "go", "page", "kwargs"),
    [
        ("strategie", "next", "section", {"dimension": "prozesse"}),
        ("prozesse", "previous", "section", {"dimension": "strategie"}),
        ("strategie", "previous", "profile", {}),
        ("strategie", "stay", "section", {"dimension": "strategie"}),
        ("strategie", "finish", "finish", {}),
        ("nachhaltigkeit", "next", "finish", {}),
        ("strategie", "https://evil.example/", "section", {"dimension": "prozesse"}),
    ],
)
def test_post_leads_on(client, dimension, go, page, kwargs):
    run = make_run()
    answer = client.post(run.url("section", dimension=dimension), {"go": go})
    assert (answer.status_code, answer["Location"]) == (302, run.url(page, **kwargs))


def test_two_tabs_without_script_lose_nothing(client):
    run = make_run(answers={"strategie.auswahl": 3})
    first, second = open_section(client, run), open_section(client, run)
    address = run.url("section", dimension="strategie")
    client.post(address, first.form_data(**{f"value.{ZIEL}": "5", "value.strategie.auswahl": "1", "target": "4"}))
    client.post(address, second.form_data(**{f"value.{NUTZEN}": "2", "dimension_relevance": "2"}))
    stored = run.stored()
    assert stored.answers == {
        ZIEL: {"value": 5},
        NUTZEN: {"value": 2},
        "strategie.auswahl": {"value": 1},
    }
    assert (stored.dimension_relevance, stored.targets) == ({"strategie": 2}, {"strategie": 4})


def test_form_sent_twice_changes_nothing_the_second_time(client):
    run = make_run()
    sent = open_section(client, run).form_data(**{f"value.{ZIEL}": "5"})
    for _ in range(2):
        client.post(run.url("section", dimension="strategie"), sent)
        assert run.stored().answers == {ZIEL: {"value": 5}}


def test_stale_form_does_not_bring_back_what_it_showed(client):
    run = make_run(answers={ZIEL: 1})
    stale = open_section(client, run)
    save_answers(run=run.stored(), changes=Changes(answers={ZIEL: {"value": 5}}))
    client.post(run.url("section", dimension="strategie"), stale.form_data(**{f"value.{NUTZEN}": "2"}))
    assert run.stored().answers == {ZIEL: {"value": 5}, NUTZEN: {"value": 2}}


def test_plan_tick_can_be_taken_back(client):
    run = make_run()
    send(client, run, **{f"planned.{ZIEL}": "1"})
    assert run.stored().answers == {ZIEL: {"planned": True}}
    send(client, run, **{f"planned.{ZIEL}": None})
    assert run.stored().answers == {}


def test_unknown_dimension_says_so(client):
    answer = client.get(make_run().url("section", dimension="gibt-es-nicht"))
    assert answer.status_code == 404
    assert "Dieses Thema gibt es im Check nicht." in Page(answer).text


def test_continue_leads_to_the_first_open_question(client):
    run = make_run(answers={ZIEL: 3, NUTZEN: "unknown"})
    expected = run.url("section", dimension="strategie") + "#frage-strategie.auswahl"
    assert client.get(run.url("run"))["Location"] == expected


def test_continue_begins_with_the_chosen_theme_and_then_goes_through_the_others(client):
    run = make_run()
    Assessment.objects.update(first_dimension="daten")
    assert client.get(run.url("run"))["Location"].startswith(run.url("section", dimension="daten"))
    daten = {item["id"]: {"value": 3} for item in run.texts.dimension["daten"]["questions"]}
    save_answers(run=run.stored(), changes=Changes(answers=daten))
    assert client.get(run.url("run"))["Location"].startswith(run.url("section", dimension="strategie"))


def test_continue_leads_to_the_end_when_all_is_answered_and_to_the_result_when_there_is_one(client):
    run = make_answered_run(size="10-49")
    assert client.get(run.url("run"))["Location"] == run.url("finish")
    client.post(run.url("result"))
    assert client.get(run.url("run"))["Location"] == run.url("result")


def test_run_goes_on_from_another_device(client):
    run = make_run()
    send(client, run, **{f"value.{ZIEL}": "4"})
    other_device = Client()
    assert other_device.get(run.url("run"))["Location"].endswith(f"#frage-{NUTZEN}")
    assert open_section(other_device, run).chosen[f"value.{ZIEL}"] == "4"


def test_short_check_gives_suggestions_that_count_only_when_confirmed(client):
    short = make_run("kurz-check", answers={"kurz.ziel": 2, "kurz.rechnung": "unknown"})
    row, token = start_run(version=shipped(), origin=short.row)
    address = reverse("assessments:section", kwargs={"token": token, "dimension": "strategie"})
    page = Page(client.get(address))
    second_stage = normal(make_run().texts.question[ZIEL]["stages"][1])
    assert f"Im Kurz-Check haben Sie Stufe 2 angegeben: „{second_stage}“" in page.text
    assert f"value.{ZIEL}" not in page.chosen
    client.post(address, page.form_data())
    assert Assessment.objects.get(pk=row.pk).answers == {}
    client.post(address, page.form_data(**{f"value.{ZIEL}": "3"}))
    assert Assessment.objects.get(pk=row.pk).answers == {ZIEL: {"value": 3}}
    assert "Im Kurz-Check haben Sie" not in Page(client.get(address)).text
    others = Page(client.get(reverse("assessments:section", kwargs={"token": token, "dimension": "prozesse"})))
    assert "Im Kurz-Check haben Sie" not in others.text


@pytest.mark.usefixtures("forgotten_catalogues")
def test_question_that_depends_on_an_answer_comes_and_goes_with_it(client, tmp_path):
    version, _ = load_catalogue(write_catalogue(tmp_path))
    row, token = start_run(version=version)
    address = reverse("assessments:section", kwargs={"token": token, "dimension": "schutz"})
    page = Page(client.get(address))
    assert "value.schutz.probe" not in page.radios
    client.post(address, page.form_data(**{"value.schutz.kopie": "3"}))
    page = Page(client.get(address))
    assert page.radios["value.schutz.probe"] == ["1", "2", "3", "4", "5", "unknown"]
    client.post(address, page.form_data(**{"value.schutz.probe": "4"}))
    client.post(address, Page(client.get(address)).form_data(**{"value.schutz.kopie": "1"}))
    assert "value.schutz.probe" not in Page(client.get(address)).radios
    assert Assessment.objects.get(pk=row.pk).answers == {"schutz.kopie": {"value": 1}, "schutz.probe": {"value": 4}}
