"""What is taken along: page, JSON, CSV and XLSX hold the same numbers, and no cell does anything."""

import csv
import io
import json
import tempfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import openpyxl
import pytest

from digitalradar.assessments.models import Result
from digitalradar.assessments.presentation.workbook_sheets import DMA_BANDS, WORDS
from digitalradar.assessments.queries import scoring_catalogue
from digitalradar.assessments.scoring import dma
from digitalradar.assessments.services.catalogues import load_catalogue
from digitalradar.assessments.services.runs import start_run
from tests.assessments.catalogue.small import CATALOGUE, write_catalogue
from tests.assessments.views.page import Page
from tests.factories.assessments import INSTRUMENTS, Run, make_mixed_run, make_run, questionnaire

pytestmark = pytest.mark.django_db

STAGED = ["digital-check", "kurz-check", "ki-check"]
SCHEMA = json.loads(Path("docs/reference/run-export.schema.json").read_text(encoding="utf-8"))
NUMBERS = ("level_shown", "shown", "exact", "level_shown_unweighted", "shown_unweighted", "exact_unweighted")


@pytest.fixture
def run_of(client):
    """Make a run with mixed answers and show its result."""

    def make(catalogue: str = "digital-check", **profile) -> Run:
        run = make_mixed_run(catalogue, **({"sector": "handwerk", "size": "10-49"} | profile))
        client.post(run.url("result"))
        return run

    return make


def workbook_of(client, run: Run, language: str = "de") -> openpyxl.Workbook:
    answer = client.get(run.url("data_xlsx", language))
    assert answer.status_code == 200
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def table(page: Any) -> list[list[Any]]:
    return [[cell.value for cell in row] for row in page.iter_rows()]


def csv_of(client, run: Run, name: str) -> list[list[str]]:
    text = client.get(run.url(name)).content.decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


@pytest.mark.parametrize("catalogue", STAGED)
def test_page_json_csv_and_xlsx_agree(client, run_of, catalogue):
    run = run_of(catalogue)
    outcome = client.get(run.url("data_json")).json()["results"][0]["outcome"]
    parts = {"overall": outcome["overall"], **outcome["dimensions"]}

    head, *lines = csv_of(client, run, "data_result_csv")
    by_csv = {line[0]: dict(zip(head, line, strict=True)) for line in lines}
    assert list(by_csv) == ["overall", *run.texts.dimension]

    _head, *rows = table(workbook_of(client, run)["Ergebnis"])
    by_xlsx = {row[0]: dict(zip(head, row, strict=True)) for row in rows}
    assert list(by_xlsx) == list(by_csv)

    for key, part in parts.items():
        assert {name: by_csv[key][name] or None for name in NUMBERS} == {
            name: None if part[name] is None else str(part[name]) for name in NUMBERS
        }
        for name in NUMBERS:
            cell, value = by_xlsx[key][name], part[name]
            if value is None or name.startswith("exact"):
                assert cell == value
            else:
                assert isinstance(cell, int | float)
                assert Decimal(str(cell)) == Decimal(str(value))
        assert by_xlsx[key]["stage"] == part["stage"]
        assert (by_xlsx[key]["answered"], by_xlsx[key]["applicable"]) == (
            part["coverage"]["answered"],
            part["coverage"]["applicable"],
        )

    shown = [text for _attributes, text in Page(client.get(run.url("result"))).all("td", class_="main")]
    levels = [by_csv[key]["level_shown"].replace(".", ",") or "–" for key in run.texts.dimension]
    assert shown[: len(levels)] == levels


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_every_check_has_a_workbook_and_a_result_as_csv(client, run_of, catalogue):
    run = run_of(catalogue)
    made, outcome = workbook_of(client, run), Result.objects.get().outcome
    expected = ["Ergebnis", "Antworten", "Angaben"]
    if catalogue in STAGED:
        expected.insert(2, "Schritte")
    if catalogue == "digital-check":
        expected.insert(3, "In der Art des EU-DMA")
    assert made.sheetnames == expected
    for page in made:
        assert page.freeze_panes == "A2"
        assert all(cell.font.bold and cell.value for cell in page[1])
    if catalogue not in STAGED:
        head, *lines = csv_of(client, run, "data_result_csv")
        assert head == ["field", "value"]
        told = dict(lines)
        for name in {"points", "max", "shown", "score", "met"} & set(outcome):
            assert told[name].removeprefix("'") == str(outcome[name])


def test_workbook_holds_answers_steps_and_facts(client, run_of):
    run = run_of()
    made, outcome = workbook_of(client, run), Result.objects.get().outcome
    answers = {row[1]: row for row in table(made["Antworten"])[1:]}
    for key, stored in run.stored().answers.items():
        assert answers[key][3] == stored["value"]
        assert answers[key][2] == run.texts.question[key]["text"]
    steps = table(made["Schritte"])[1:]
    assert [(row[0], row[1]) for row in steps] == [
        (place, item["id"]) for place, item in enumerate(outcome["measures"], start=1)
    ]
    assert [Decimal(str(row[3])) for row in steps] == [Decimal(item["priority"]) for item in outcome["measures"]]
    facts = dict(table(made["Angaben"])[1:])
    assert facts["Ergebnis Nummer"] == 1
    assert facts["Fassung"] == "2026.1"
    assert facts["Größe"] == "10 bis 49 Personen"
    assert made.properties.title == "Digital-Check: Ergebnis"


def test_workbook_speaks_the_language_of_the_page(client, run_of):
    run = run_of()
    texts = questionnaire(run.row.catalogue_version_id, "en")
    made = workbook_of(client, run, "en")
    titles = [row[1] for row in table(made.worksheets[0])[1:]]
    assert titles[1:] == [dimension["title"] for dimension in texts.dimensions]


def test_export_in_the_manner_of_the_dma_is_the_engines_and_says_that_it_is_not_official(client, run_of):
    run = run_of()
    inputs = Result.objects.get().inputs
    expected = dma(scoring_catalogue(run.row.catalogue_version_id), inputs["profile"], inputs["answers"])
    found = client.get(run.url("data_json")).json()["dma_style"]
    assert found == {"note": "angelehnt an das EU-DMA, kein amtliches DMA-Ergebnis"} | json.loads(json.dumps(expected))
    rows = table(workbook_of(client, run)["In der Art des EU-DMA"])[1:]
    assert len(rows) == 7
    assert {row[4] for row in rows} == {found["note"]}
    for row, part in zip(rows, [expected["overall"], *expected["dimensions"].values()], strict=True):
        assert (None if row[1] is None else f"{row[1]:.2f}", row[2]) == (part["score"], part["exact"])
        assert row[3] == (None if part["band"] is None else DMA_BANDS[part["band"]])


def test_workbook_names_states_and_bands_in_words(client, run_of):
    made = workbook_of(client, run_of())
    spoken = {str(word) for column in WORDS.values() for word in column.values()}
    _head, *rows = table(made["Ergebnis"])
    assert {cell for row in rows for cell in (row[2], row[-1])} <= spoken
    assert {row[3] for row in table(made["In der Art des EU-DMA"])[1:]} <= {None, *map(str, DMA_BANDS.values())}


@pytest.mark.parametrize("catalogue", [name for name in INSTRUMENTS if name != "digital-check"])
def test_only_the_main_check_is_exported_in_the_manner_of_the_dma(client, run_of, catalogue):
    assert client.get(run_of(catalogue).url("data_json")).json()["dma_style"] is None


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
@pytest.mark.parametrize("finished", [True, False])
def test_json_keeps_to_its_published_schema(client, run_of, catalogue, finished):
    run = run_of(catalogue, place="Beispielort") if finished else make_run(catalogue)
    document = client.get(run.url("data_json")).json()
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(document, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(document | {"format_version": 2}, SCHEMA)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({key: value for key, value in document.items() if key != "answers"}, SCHEMA)


def test_run_without_a_result_has_answers_but_no_result_to_take_along(client):
    run = make_run(answers={"strategie.ziel": 3})
    assert workbook_of(client, run).sheetnames == ["Antworten", "Angaben"]
    assert client.get(run.url("data_result_csv"))["Location"] == run.url("finish")
    assert client.get(run.url("data_json")).json()["dma_style"] is None


@pytest.mark.usefixtures("forgotten_catalogues")
@pytest.mark.parametrize("dangerous", ["=1+1", "+49", "-1", "@SUM(A1)", "#N/A"])
def test_no_cell_of_a_workbook_is_a_formula(client, tmp_path, dangerous):
    text = json.dumps(dangerous)
    version, _ = load_catalogue(
        write_catalogue(tmp_path, catalogue=CATALOGUE.replace("Wie sichern Sie Ihre Daten?", text))
    )
    row, token = start_run(version=version, profile={"place": dangerous})
    made = workbook_of(client, Run(row, token, questionnaire(version.pk, "de")))
    cells = [cell for page in made for line in page.iter_rows() for cell in line if isinstance(cell.value, str)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.value for cell in cells].count(dangerous) == 2
    protected = [cell.quotePrefix for cell in cells if cell.value == dangerous]
    assert protected == [dangerous != "#N/A"] * 2


def test_control_characters_do_not_stop_the_download(client):
    run = make_run(place="a\x1b[31m\x0bb")
    facts = dict(table(workbook_of(client, run)["Angaben"])[1:])
    assert facts["Ort oder Kreis"] == "a[31mb"


def test_workbook_leaves_no_file_behind(client, run_of, monkeypatch, tmp_path):
    run = run_of()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    workbook_of(client, run)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["data_json", "data_csv", "data_xlsx", "data_result_csv"])
def test_downloads_are_attachments_and_stay_out_of_caches(client, run_of, name):
    answer = client.get(run_of().url(name))
    assert answer["Content-Disposition"].startswith('attachment; filename="digital-check')
    assert "no-store" in answer["Cache-Control"]


def test_own_data_lists_every_download(client, run_of):
    run = run_of()
    links = {attributes["href"] for attributes, _text in Page(client.get(run.url("result"))).all("a")}
    assert {run.url(name) for name in ("data_json", "data_csv", "data_xlsx", "data_result_csv", "share")} <= links
