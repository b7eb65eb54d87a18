"""One answer at a time, as the script sends it."""

import pytest
from django.urls import reverse
from django.utils.timezone import localtime

from digitalradar.assessments.models import Assessment
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.catalogues import load_catalogue
from digitalradar.assessments.services.runs import start_run
from digitalradar.assessments.views import section
from tests.assessments.catalogue.small import write_catalogue
from tests.factories.assessments import make_run

pytestmark = pytest.mark.django_db

ZIEL, NUTZEN = "strategie.ziel", "strategie.nutzen"
ASKED = [ZIEL, NUTZEN, "strategie.auswahl", "strategie.angebot", "strategie.verantwortung"]


def test_answer_is_saved_and_the_section_is_told_as_it_now_is(client, after):
    moment = after()
    run = make_run(answers={"prozesse.auftrag": 2})
    save_answers(run=run.stored(), changes=Changes(answers={NUTZEN: {"value": "unknown"}}, targets={"strategie": 4}))
    answer = client.post(run.url("save_one"), {"question": ZIEL, "value": "5"})
    assert answer.status_code == 200
    assert answer.json() == {
        "saved": f"Gespeichert um {localtime(moment):%H:%M} Uhr",
        "state": "|4",
        "asked": ASKED,
        "answers": {**dict.fromkeys(ASKED, "||"), ZIEL: "5||", NUTZEN: "unknown||"},
    }
    assert run.stored().answers[ZIEL] == {"value": 5}


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ({"question": ZIEL, "value": "3"}, {"answers": {ZIEL: {"value": 3}}}),
        ({"question": ZIEL, "value": "unknown"}, {"answers": {ZIEL: {"value": "unknown"}}}),
        ({"question": ZIEL, "relevance": "0"}, {"answers": {ZIEL: {"relevance": 0}}}),
        ({"question": ZIEL, "planned": "1"}, {"answers": {ZIEL: {"planned": True}}}),
        ({"dimension": "strategie", "relevance": "2"}, {"dimension_relevance": {"strategie": 2}}),
        ({"dimension": "strategie", "target": "5"}, {"targets": {"strategie": 5}}),
        ({"question": ZIEL}, {}),
        ({"dimension": "strategie"}, {}),
        ({"question": ZIEL, "value": "3", "dimension": "gibt-es-nicht"}, {"answers": {ZIEL: {"value": 3}}}),
    ],
)
def test_each_part_is_saved_alone(client, sent, stored):
    run = make_run()
    assert client.post(run.url("save_one"), sent).status_code == 200
    row = run.stored()
    found = {name: getattr(row, name) for name in ("answers", "dimension_relevance", "targets")}
    assert found == {"answers": {}, "dimension_relevance": {}, "targets": {}} | stored


@pytest.mark.parametrize("part", ["value", "relevance", "planned"])
def test_empty_part_takes_it_away(client, part):
    run = make_run()
    whole = {"value": 3, "relevance": 1, "planned": True}
    save_answers(run=run.stored(), changes=Changes(answers={ZIEL: dict(whole)}))
    client.post(run.url("save_one"), {"question": ZIEL, part: ""})
    assert run.stored().answers == {ZIEL: {key: value for key, value in whole.items() if key != part}}


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"question": "gibt.es.nicht", "value": "3"},
        {"dimension": "gibt-es-nicht", "relevance": "1"},
        {"question": ZIEL, "value": "6"},
        {"question": ZIEL, "value": "2.5"},
        {"question": ZIEL, "value": "na"},
        {"question": ZIEL, "value": "yes"},
        {"question": ZIEL, "value": "true"},
        {"question": ZIEL, "value": '{"$gt": 0}'},
        {"question": ZIEL, "value": "x" * 10_000},
        {"question": ZIEL, "relevance": "4"},
        {"question": ZIEL, "relevance": "-1"},
        {"question": ZIEL, "planned": "yes"},
        {"question": ZIEL, "value": "5", "relevance": "9"},
        {"dimension": "strategie", "target": "0"},
        {"dimension": "strategie", "relevance": "2", "target": "6"},
    ],
    ids=str,
)
def test_what_the_page_never_offered_is_refused_in_words_and_nothing_is_written(client, sent):
    run = make_run(answers={ZIEL: 1})
    before = Assessment.objects.values().get()
    answer = client.post(run.url("save_one"), sent)
    assert answer.status_code == 400
    assert answer.json()["error"] in (
        "Diese Frage gibt es im Check nicht. Bitte laden Sie die Seite neu.",
        "Diese Auswahl gibt es bei der Frage nicht. Es wurde nichts gespeichert.",
    )
    assert Assessment.objects.values().get() == before


@pytest.mark.parametrize(
    "sent", [{"relevance": "2"}, {"planned": "1"}, {"value": "yes", "relevance": "0"}, {"value": "3"}]
)
def test_questions_without_stages_have_a_value_and_nothing_else(client, sent):
    run = make_run("dii")
    question = next(iter(run.texts.question))
    assert client.post(run.url("save_one"), {"question": question, **sent}).status_code == 400
    dimension = {"dimension": "dii", "target": "3"}
    assert client.post(run.url("save_one"), dimension).status_code == 400
    assert (run.stored().answers, run.stored().targets) == ({}, {})
    assert client.get(run.url("section", dimension="dii")).status_code == 200


def test_other_tab_learns_of_a_newer_answer_on_its_next_saving(client):
    run = make_run()
    client.post(run.url("save_one"), {"question": ZIEL, "value": "5"})
    told = client.post(run.url("save_one"), {"question": NUTZEN, "value": "2"}).json()
    assert (told["answers"][ZIEL], told["answers"][NUTZEN]) == ("5||", "2||")


@pytest.mark.usefixtures("forgotten_catalogues")
def test_script_learns_which_questions_are_asked_now(client, tmp_path):
    version, _ = load_catalogue(write_catalogue(tmp_path))
    _row, token = start_run(version=version)
    address = reverse("assessments:save_one", kwargs={"token": token})
    more = client.post(address, {"question": "schutz.kopie", "value": "2"}).json()
    assert (more["asked"], more["answers"]) == (
        ["schutz.kopie", "schutz.probe"],
        {"schutz.kopie": "2||", "schutz.probe": "||"},
    )
    assert client.post(address, {"question": "schutz.kopie", "value": "1"}).json()["asked"] == ["schutz.kopie"]


def test_run_deleted_while_saving_says_so(client, monkeypatch):
    run = make_run()
    monkeypatch.setattr(section, "save_answers", lambda **_: None)
    answer = client.post(run.url("save_one"), {"question": ZIEL, "value": "5"})
    assert (answer.status_code, answer.json()) == (404, {"error": "Diesen Check gibt es nicht mehr."})
