"""What belongs to a run belongs to whoever holds its link: to read, to take along, to delete."""

import csv
import io
import json
import re

import pytest
import segno
from django.apps import apps
from django.urls import reverse

from digitalradar.assessments.models import Assessment, Result
from digitalradar.assessments.services.answering import Changes, save_answers
from digitalradar.assessments.services.catalogues import load_catalogue
from digitalradar.assessments.services.runs import start_run
from digitalradar.core.cells import harmless
from tests.assessments.catalogue.small import CATALOGUE, write_catalogue
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import make_answered_run, make_mixed_run, make_run

pytestmark = pytest.mark.django_db

ZIEL, KLIMA = "strategie.ziel", "nachhaltigkeit.klima"
BOM = "\ufeff"


def rows_of(answer) -> list[list[str]]:
    """Return the rows of a CSV answer."""
    text = answer.content.decode("utf-8")
    assert text.startswith(BOM)
    return list(csv.reader(io.StringIO(text.removeprefix(BOM)), delimiter=";"))


def test_answers_page_shows_every_question_with_its_answer_in_words(client):
    run = make_mixed_run(sector="handwerk", size="10-49")
    page = Page(client.get(run.url("answers")))
    for question, stored in run.stored().answers.items():
        item, value = run.texts.question[question], stored["value"]
        assert normal(item["text"]) in page.text
        if isinstance(value, int):
            assert f"Stufe {value}: {normal(run.texts.anchors(question, 'handwerk')[value - 1])}" in page.text


def test_answers_page_tells_relevance_target_and_plans(client):
    run = make_run(answers={ZIEL: "unknown"})
    changes = Changes({ZIEL: {"planned": True}}, dimension_relevance={"strategie": 3}, targets={"strategie": 4})
    save_answers(run=run.stored(), changes=changes)
    text = Page(client.get(run.url("answers"))).text
    assert "Wichtigkeit: sehr wichtig. Ziel: Stufe 4." in text
    assert "Weiß ich nicht (in den nächsten zwölf Monaten vorgesehen)" in text
    assert "noch offen" in text


def test_json_holds_everything_stored_except_the_secret(client):
    run = make_answered_run(value=2, size="10-49", place="Kreis Musterland", role="leitung")
    client.post(run.url("result"))
    client.post(run.url("mark_done"), {"measure": "datensicherung", "done": "1"})
    answer = client.get(run.url("data_json"))
    assert answer["Content-Type"] == "application/json"
    assert answer["Content-Disposition"] == 'attachment; filename="digital-check.json"'
    assert run.token not in answer.content.decode()
    assert run.row.token_hash not in answer.content.decode()
    data, stored = json.loads(answer.content), run.stored()
    results = data.pop("results")
    assert data.pop("dma_style")["note"] == "angelehnt an das EU-DMA, kein amtliches DMA-Ergebnis"
    assert data == {
        "format": "digitalradar-run",
        "format_version": 1,
        "catalogue": "digital-check",
        "family": "main",
        "version": "2026.1",
        "created_at": stored.created_at.isoformat(),
        "deleted_after": stored.expires_at.isoformat(),
        "profile": {"size": "10-49", "region": "Kreis Musterland", "role": "leitung"},
        "answers": stored.answers,
        "dimension_relevance": {},
        "targets": {},
        "done_measures": ["datensicherung"],
        "guides": {},
    }
    assert [(result["number"], result["outcome"]) for result in results] == [
        (result.number, result.outcome) for result in Result.objects.order_by("-number")
    ]
    assert len(results) == 2


def test_csv_holds_one_line_per_question_that_is_asked(client):
    run = make_run(answers={ZIEL: 3, KLIMA: "unknown"}, size="1-9", is_solo=True)
    changes = Changes({ZIEL: {"planned": True}}, dimension_relevance={"strategie": 2})
    save_answers(run=run.stored(), changes=changes)
    answer = client.get(run.url("data_csv"))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="digital-check.csv"'
    head, *rows = rows_of(answer)
    assert head == ["dimension", "question_id", "question", "value", "answer", "relevance", "planned"]
    assert len(rows) == 41
    question = run.texts.question[ZIEL]
    assert rows[0] == ["strategie", ZIEL, question["text"], "3", question["stages"][2], "2", "yes"]
    (klima,) = [row for row in rows if row[1] == KLIMA]
    assert klima[3:] == ["unknown", "Weiß ich nicht", "", ""]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30", "'+49 30"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("\n=1", "'\n=1"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("Ja", "Ja"),
        ("1 = eins", "1 = eins"),
        (3, "3"),
        (None, ""),
        ("", ""),
    ],
)
def test_no_spreadsheet_takes_a_cell_for_a_formula(cell, written):
    assert harmless(cell) == written


@pytest.mark.usefixtures("forgotten_catalogues")
def test_formula_in_a_catalogue_stays_text_in_the_download(client, tmp_path):
    dangerous = '=HYPERLINK(""http://evil.example"")'
    catalogue = CATALOGUE.replace("Wie sichern Sie Ihre Daten?", f"'{dangerous}'")
    version, _ = load_catalogue(write_catalogue(tmp_path, catalogue=catalogue))
    _run, token = start_run(version=version)
    rows = rows_of(client.get(reverse("assessments:data_csv", kwargs={"token": token})))
    assert rows[1][2] == f"'{dangerous}"


def dark_modules(svg: str) -> set[tuple[int, int]]:
    """Return column and row of every dark module drawn by the strokes of the picture."""
    (path,) = re.findall(r'stroke="#13262a"[^>]*\sd="([^"]+)"|\sd="([^"]+)"[^>]*stroke="#13262a"', svg)
    x = y = 0.0
    found = set()
    for command, first, second in re.findall(r"([Mmh])(-?[\d.]+)(?:[ ,](-?[\d.]+))?", "".join(path)):
        if command == "h":
            found |= {(int(x) + step, int(y)) for step in range(int(first))}
            x += float(first)
        else:
            x, y = (float(first), float(second)) if command == "M" else (x + float(first), y + float(second))
    return found


def test_qr_code_holds_the_private_link_with_a_quiet_zone(client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    run = make_run()
    answer = client.get(run.url("qr_code"))
    assert answer["Content-Type"] == "image/svg+xml"
    svg = answer.content.decode()
    assert "style" not in svg
    code = segno.make(f"https://digital.example.org{run.url('run')}", error="m", micro=False)
    expected = {(x + 4, y + 4) for y, row in enumerate(code.matrix) for x, is_dark in enumerate(row) if is_dark}
    assert dark_modules(svg) == expected


def test_qr_code_of_an_english_page_leads_to_the_english_run(client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    run = make_run()
    svg = client.get(run.url("qr_code", "en")).content.decode()
    matrix = segno.make(f"https://digital.example.org{run.url('run', 'en')}", error="m", micro=False).matrix
    assert len(dark_modules(svg)) == sum(map(sum, matrix))


def test_delete_asks_first(client):
    run = make_answered_run()
    page = Page(client.get(run.url("delete")))
    assert "Diesen Check löschen?" in page.text
    assert client.head(run.url("delete")).status_code == 200
    assert run.stored() == run.row


def test_delete_leaves_no_row_and_no_cookie(client):
    run = make_answered_run(value=2, size="10-49", place="Beispielort 4711")
    client.post(run.url("result"))
    answer = client.post(run.url("delete"))
    assert "Der Check ist gelöscht" in Page(answer).text
    assert answer.cookies["digitalradar_run"].value == ""
    assert answer.cookies["digitalradar_run"]["max-age"] == 0
    assert not Assessment.objects.exists()
    assert not Result.objects.exists()
    traces = (run.row.token_hash, "Beispielort 4711", run.token)
    for model in apps.get_models():
        stored = str(list(model._default_manager.values()))
        assert not any(trace in stored for trace in traces), model
    assert client.get(run.url("run")).status_code == 404
    assert client.post(run.url("delete")).status_code == 404
    assert client.get("/check/weiter/")["Location"] == "/check/"
