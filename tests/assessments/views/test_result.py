"""What a result says, for each kind of check and for the situations people are in."""

import pytest

from digitalradar.assessments.models import Result
from digitalradar.assessments.services.answering import Changes, save_answers
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, make_answered_run, make_mixed_run
from tests.factories.region import ContactPersonFactory

pytestmark = pytest.mark.django_db

ACCESS, BACKUP = "sicherheit.zugaenge", "sicherheit.sicherung"
NOTICE = "Zuerst absichern"


def show_result(client, run):
    """Ask for the result; return the answer with the result page."""
    return client.post(run.url("result"), follow=True)


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_result_of_each_check_is_a_self_assessment_with_a_way_to_talk(client, catalogue):
    ContactPersonFactory(name="Beispielperson Eins", phone="030 23125-101")
    answer = show_result(client, make_mixed_run(catalogue, size="10-49"))
    page = Page(answer)
    assert answer.status_code == 200
    assert len(page.all("h1")) == 1
    assert "kein Zertifikat, keine Prüfung und kein Urteil von außen" in page.text
    assert "Beispielperson Eins" in page.text
    assert "tel:03023125101" in [attributes.get("href") for attributes, _text in page.all("a")]
    assert "10 bis 49 Personen" in page.text
    assert "Beispieldaten" not in page.text


def test_result_tells_the_stage_in_one_sentence(client):
    run = make_answered_run(value=3, size="10-49")
    page = Page(show_result(client, run))
    stage = run.texts.data["stages"][2]
    assert f"Insgesamt steht der Betrieb auf Stufe 3 von 5: {stage['name']}." in page.text
    assert normal(stage["description"]) in page.text


def test_result_tells_coverage_and_what_has_to_be_clarified_first(client):
    run = make_answered_run(value=2, size="10-49")
    save_answers(run=run.stored(), changes=Changes(answers={BACKUP: {"value": "unknown"}}))
    page = Page(show_result(client, run))
    assert "Erst klären" in page.text
    assert "44 von 45 Fragen beantwortet" in page.text
    assert "4 von 5" in page.text


def test_result_shows_plans_without_counting_them(client):
    run = make_answered_run(value=2, size="10-49")
    before = show_result(client, run).context["outcome"]
    save_answers(run=run.stored(), changes=Changes(answers={"technik.netz": {"planned": True}}))
    answer = show_result(client, run)
    assert answer.context["outcome"] == before
    assert "Pläne zählen nicht in den Wert." in Page(answer).text
    assert [question["id"] for question in answer.context["planned"]] == ["technik.netz"]


def test_result_of_somebody_who_does_not_lead_says_whose_view_it_is(client):
    told = "Dieses Ergebnis ist eine Sicht aus dem Team, nicht die des ganzen Betriebs."
    assert told in Page(show_result(client, make_answered_run(role="beschaeftigt"))).text
    assert told not in Page(show_result(client, make_answered_run(role="leitung"))).text


def test_result_says_when_answers_have_changed_since(client):
    told = "Seit diesem Ergebnis haben Sie Angaben geändert."
    run = make_answered_run(value=2, size="10-49")
    assert told not in Page(show_result(client, run)).text
    save_answers(run=run.stored(), changes=Changes(answers={ACCESS: {"value": 5}}))
    before = Page(client.get(run.url("result")))
    assert told in before.text
    assert Result.objects.count() == 1
    after = show_result(client, run)
    assert told not in Page(after).text
    assert after.context["result"].number == 2
    levels = [answer.context["outcome"]["dimensions"]["sicherheit"]["level_shown"] for answer in (before.answer, after)]
    assert levels == ["2.0", "2.6"]


def test_weak_access_or_backup_is_a_notice_above_the_steps_unless_a_step_says_it_anyway(client):
    run = make_answered_run(value=4, size="10-49")
    assert NOTICE not in Page(show_result(client, run)).text
    save_answers(run=run.stored(), changes=Changes(answers={BACKUP: {"value": 1}}))
    answer = show_result(client, run)
    notice = run.texts.data["notices"][0]
    steps = {step["id"] for step in answer.context["steps"]}
    assert (NOTICE in Page(answer).text) == (not steps & set(notice["measures"]))
    for measure in notice["measures"]:
        client.post(run.url("mark_done"), {"measure": measure, "done": "1"})
    answer = client.get(run.url("result"))
    assert not {step["id"] for step in answer.context["steps"]} & set(notice["measures"])
    assert normal(notice["title"]) in Page(answer).text
    assert normal(notice["text"]) in Page(answer).text


def test_notice_does_not_change_the_order_of_the_measures(client):
    weak = make_answered_run(value=2, size="10-49")
    save_answers(run=weak.stored(), changes=Changes(answers={BACKUP: {"value": 1}}))
    answer = show_result(client, weak)
    ranked = [measure["id"] for measure in answer.context["outcome"]["measures"]]
    assert [step["id"] for step in answer.context["steps"]] == ranked[:3]


def test_whoever_has_reached_the_targets_can_set_higher_ones(client):
    run = make_answered_run(value=5, size="10-49")
    page = Page(show_result(client, run))
    assert "Sie haben Ihre Ziele erreicht" in page.text
    assert run.url("targets") in [attributes.get("href") for attributes, _text in page.all("a")]
    assert page.answer.context["steps"] == []


def test_where_no_measure_is_left_a_person_helps(client):
    ContactPersonFactory(name="Beispielperson Zwei")
    run = make_answered_run(value=2, size="10-49")
    for measure in run.texts.measure:
        client.post(run.url("mark_done"), {"measure": measure, "done": "1"})
    page = Page(client.get(run.url("result")))
    assert page.answer.context["steps"] == []
    assert "Hier hilft ein Gespräch" in page.text
    assert "Beispielperson Zwei" in page.text


def test_short_check_is_a_first_impression_and_leads_into_the_main_check(client):
    page = Page(show_result(client, make_answered_run("kurz-check", value=2, size="10-49")))
    assert "Das ist ein erster Eindruck aus wenigen Fragen." in page.text
    assert "/check/digital-check/" in [attributes.get("href") for attributes, _text in page.all("a")]
    assert page.answer.context["overall"]["confidence"] != "high"


def test_cyber_check_is_never_taken_for_the_norm(client):
    run = make_mixed_run("cyber-check", size="10-49")
    text = Page(show_result(client, run)).text
    assert "eigenem Vorschlag, nicht die Norm" in text
    assert "DIN-konform" not in text
    assert "CyberRisikoCheck" not in text.replace(normal(run.texts.data["disclaimer"]), "")


def test_cyber_check_without_gaps_says_so(client):
    run = make_answered_run("cyber-check", size="10-49")
    page = Page(show_result(client, run))
    assert page.all("h1")[0][1] == "Alle zutreffenden Anforderungen sind erfüllt."
    assert "Das zuerst" not in page.text


def test_cyber_check_puts_the_most_important_first(client):
    answer = show_result(client, make_answered_run("cyber-check", value="unmet", size="10-49"))
    first = answer.context["first_work"]
    assert [item["is_top"] for item in first] == [True, True, True]
    assert "besonders wichtige Anforderungen sind noch offen." in Page(answer).all("h1")[0][1]
    assert all(normal(item["measure"]) in Page(answer).text for item in first)


@pytest.mark.parametrize(
    ("yes", "score", "band"), [(0, 0, "sehr gering"), (3, 3, "sehr gering"), (4, 4, "gering"), (12, 12, "sehr hoch")]
)
def test_digital_intensity_counts_the_yes_and_names_its_source(client, yes, score, band):
    run = make_answered_run("dii", value="no", size="10-49")
    answers = {question: {"value": "yes"} for question in list(run.texts.question)[:yes]}
    save_answers(run=run.stored(), changes=Changes(answers=answers))
    text = Page(show_result(client, run)).text
    assert f"Sie nutzen {score} von 12 digitalen Merkmalen." in text
    assert f"digitale Intensität {band}." in text
    assert "Digital Intensity Index von Eurostat, Fassung 3, Erhebung 2025." in text
    assert "die Merkmale stammen aus einer Nebenquelle" in text


def test_digital_intensity_asks_about_contradictions_and_changes_nothing_silently(client):
    run = make_answered_run("dii", value="yes", size="1-9")
    implying = next(key for key, question in run.texts.question.items() if question.get("implies"))
    implied = run.texts.question[implying]["implies"][0]
    save_answers(run=run.stored(), changes=Changes(answers={implied: {"value": "no"}}))
    answer = show_result(client, run)
    assert run.texts.question[implied]["text"] in [pair["no"] for pair in answer.context["contradictions"]]
    assert "Bitte noch einmal prüfen" in Page(answer).text
    assert run.stored().answers[implied] == {"value": "no"}
    assert "Die amtliche Statistik erfasst erst Betriebe ab 10 Beschäftigten." in Page(answer).text


def test_old_result_keeps_its_catalogue_and_stays_readable(client):
    run = make_answered_run(value=2, size="10-49")
    show_result(client, run)
    run.row.catalogue_version.is_active = False
    run.row.catalogue_version.save()
    assert client.get(run.url("result")).status_code == 200
    assert client.get("/check/digital-check/").status_code == 404
