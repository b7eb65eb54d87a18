"""What stands beside others in a document: the same figures as on the page, marked and dated."""

import pytest

from digitalradar.assessments.documents import build_document, document_data
from digitalradar.assessments.documents.comparison import benchmark_blocks, official_bar
from digitalradar.assessments.documents.voice import Voice
from digitalradar.assessments.models import Assessment, Result
from digitalradar.assessments.outcome import compute
from digitalradar.assessments.presentation.sample import sample_inputs
from digitalradar.assessments.queries import questionnaire
from digitalradar.assessments.services.official import load_shipped_figures
from digitalradar.assessments.services.runs import start_run
from tests.factories.assessments import shipped
from tests.pdf_reader import Document

from .test_content import flat, plain

ROWS = [
    {"id": "overall", "title": "Insgesamt", "own_text": "2,7", "percentile": 63, "n": 54}
    | {"q1_text": "1,8", "median_text": "2,4", "q3_text": "3,0", "median": 2.4},
    {"id": "daten", "title": "Daten und KI", "own_text": "2,2"},
]
GROUP = {
    "is_visible": True,
    "is_example": False,
    "group": "54 Betriebe mit 10 bis 49 Beschäftigten",
    "n": 54,
    "date": "01.11.2026",
    "percentile": 63,
    "rows": ROWS,
}


@pytest.fixture
def voice(db) -> Voice:
    return Voice(questionnaire(shipped().pk, "de"), "de")


def words(blocks: list) -> str:
    return " ".join(plain(block["text"]) for block in flat(blocks) if "text" in block)


def test_group_is_told_with_its_place_size_and_date(voice):
    blocks = benchmark_blocks(GROUP, voice)
    assert "Prozentrang 63." in words(blocks)
    assert "54 Betriebe mit 10 bis 49 Beschäftigten, Stand 01.11.2026." in words(blocks)
    [table] = [block for block in flat(blocks) if block["kind"] == "table"]
    assert [[plain(cell) for cell in row] for row in table["rows"]] == [
        ["Insgesamt", "2,7", "63", "1,8", "2,4", "3,0", "54"],
        ["Daten und KI", "2,2", "–", "–", "–", "–", "–"],
    ]
    assert "Beispieldaten" not in words(blocks)


def test_made_up_figures_are_marked(voice):
    assert "Beispieldaten. Diese Betriebe gibt es nicht." in words(
        benchmark_blocks(GROUP | {"is_example": True}, voice)
    )


@pytest.mark.parametrize("comparison", [None, {"is_visible": False}])
def test_group_that_is_not_released_is_not_mentioned(voice, comparison):
    assert benchmark_blocks(comparison, voice) == []


def test_place_without_an_overall_value_is_left_out(voice):
    told = words(benchmark_blocks(GROUP | {"percentile": None}, voice))
    assert "Prozentrang" not in told
    assert told.count("Verglichen mit:") == 1


@pytest.mark.parametrize(("missing", "said"), [("size", "fehlt die Größe"), ("figures", "keine amtlichen Zahlen")])
def test_missing_official_figures_are_explained(missing, said):
    assert said in words(official_bar({"has_comparison": False, "missing": missing}))


@pytest.mark.django_db
def test_index_stands_among_the_official_shares_of_its_size():
    load_shipped_figures()
    version = shipped("dii")
    inputs = sample_inputs(questionnaire(version.pk, "de"))
    run: Assessment = start_run(version=version)[0]
    computed = compute(version.pk, inputs)
    result = Result.objects.create(
        assessment=run, number=1, inputs=inputs, outcome=computed.outcome, steps=[], digest="x", scoring_version="1.1"
    )
    place = computed.outcome["comparison"]
    [bar] = [block for block in flat(document_data(result, "de")["blocks"]) if block["kind"] == "bands"]
    assert bar["pointer"] == pytest.approx(float(place["percentile"]), abs=0.01)
    assert sum(part["width"] for part in bar["parts"]) == pytest.approx(100, abs=0.1)
    assert [part["is_own"] for part in bar["parts"]].count(True) == 1
    document = Document(build_document(result, "de").content)
    assert document.says(f"vor etwa {place['shown']} von 100 Betrieben")
    assert document.says("Quelle: Eurostat")
