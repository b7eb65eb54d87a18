"""Every number on the pages is the engine's: radar, table, text, calculation and download say the same."""

import csv
import io
import json
from fractions import Fraction
from typing import Any

import pytest

from digitalradar.assessments.queries import scoring_catalogue
from digitalradar.assessments.scoring import cyber, dii, score
from tests.assessments.views.page import Page, normal
from tests.factories.answers import mixed_answers, mixed_relevance
from tests.factories.assessments import Run, make_mixed_run

pytestmark = pytest.mark.django_db

STAGED = ["digital-check", "kurz-check", "ki-check"]
PROFILE = {"sector": "handwerk", "size": "10-49"}


def engine_answers(run: Run) -> dict[str, dict[str, Any]]:
    """Return the mixed answers as the engine takes them, with relevances written out by hand."""
    by_dimension = mixed_relevance(run.texts) if run.texts.has_stages else {}
    answers = {}
    for key, answer in mixed_answers(run.texts).items():
        relevance = answer.get("relevance", by_dimension.get(run.texts.question[key]["dimension"]))
        answers[key] = {"value": answer["value"], "relevance": relevance}
    return answers


def engine_outcome(run: Run, targets: dict[str, int]) -> dict[str, Any]:
    catalogue = scoring_catalogue(run.row.catalogue_version_id)
    return score(catalogue, profile=PROFILE, answers=engine_answers(run), targets=targets, done=[])


def shown(level: str | None, language: str) -> str:
    return (level or "").replace(".", "," if language == "de" else ".")


def texts_of(page: Page, tag: str, class_: str) -> list[str]:
    return [text for _attributes, text in page.all(tag, class_=class_)]


@pytest.fixture
def run_of(client):
    """Make a run with mixed answers and show its result."""

    def make(catalogue: str, targets: dict[str, int] | None = None) -> Run:
        run = make_mixed_run(catalogue, targets=targets, **PROFILE)
        assert client.post(run.url("result"))["Location"] == run.url("result")
        return run

    return make


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("catalogue", STAGED)
def test_result_page_shows_the_engines_levels_everywhere(client, run_of, catalogue, language):
    targets = {"technik": 4} if catalogue == "digital-check" else {}
    run = run_of(catalogue, targets)
    outcome = engine_outcome(run, targets)
    answer = client.get(run.url("result", language))
    page, scored = Page(answer), outcome["dimensions"]
    levels = [shown(item["level_shown"], language) for item in scored.values()]
    found = {level for level in levels if level}
    assert len(found) >= min(4, len(scored)), "These answers are too much alike to tell whether places are swapped."
    assert texts_of(page, "td", "main") == [level or "–" for level in levels]
    with_level = [text for text, level in zip(texts_of(page, "tspan", "axis-value"), levels, strict=True) if level]
    assert with_level == texts_of(page, "b", "figure-small") == [level for level in levels if level]
    assert texts_of(page, "span", "figure")[0] == shown(outcome["overall"]["level_shown"], language)
    (_attributes, description), *_others = page.all("desc")
    for view, item in zip(answer.context["dimensions"], scored.values(), strict=True):
        assert view["target_stage"] == item["target_stage"]
        if item["level_shown"]:
            assert f"{view['title']} {shown(item['level_shown'], language)}" in description


@pytest.mark.parametrize("catalogue", STAGED)
def test_result_page_suggests_the_engines_first_measures_and_names_strengths_and_gaps(client, run_of, catalogue):
    run = run_of(catalogue)
    outcome = engine_outcome(run, {})
    answer = client.get(run.url("result"))
    context, text = answer.context, Page(answer).text
    ranked = [measure["id"] for measure in outcome["measures"]]
    assert [step["id"] for step in context["steps"]] == ranked[:3]
    assert [step["id"] for step in context["further_steps"]] == ranked[3:8]
    assert context["more_count"] == max(0, len(ranked) - 8)
    assert [item["id"] for item in context["gaps"]] == outcome["gaps"]
    assert [item["id"] for item in context["strengths"]] == outcome["strengths"]
    assert [item["id"] for item in context["clarify"]] == outcome["clarify"]
    for step in context["steps"]:
        measure = run.texts.measure[step["id"]]
        assert all(normal(words) in text for words in (measure["title"], measure["promise"], *measure["key_steps"]))
    for question in outcome["clarify"]:
        assert normal(run.texts.question[question]["text"]) in text


@pytest.mark.parametrize("catalogue", STAGED)
def test_calculation_shows_every_factor_of_the_engine(client, run_of, catalogue):
    run = run_of(catalogue)
    outcome = engine_outcome(run, {})
    page = Page(client.get(run.url("calculation")))
    cells = [text for _attributes, text in page.all("td")]
    results = [outcome["overall"], *(item for item in outcome["dimensions"].values() if item["status"] == "scored")]
    for item in results:
        assert f"{item['exact']} = {shown(item['score'], 'de')}" in cells
        assert shown(item["level_shown"], "de") in cells
    for question in engine_answers(run):
        assert normal(run.texts.question[question]["text"]) in page.text


def test_calculation_of_a_dimension_can_be_done_again_by_hand(client, run_of):
    """Weight times factor times points over weight times factor, with the very numbers of the page."""
    run = run_of("digital-check")
    context = client.get(run.url("calculation")).context
    for dimension in context["dimensions"]:
        rows = [row for row in dimension["questions"] if row["visible"] and row["score"] is not None]
        weights = [Fraction(str(row["weight"])) * Fraction(str(row["factor"])) for row in rows]
        points = sum((weight * row["score"] for weight, row in zip(weights, rows, strict=True)), Fraction(0))
        if dimension["status"] == "scored":
            assert points / sum(weights) == Fraction(dimension["scored"]["exact"])


def test_download_holds_the_engines_outcome_and_all_answers(client, run_of):
    run = run_of("digital-check", {"technik": 4})
    data = json.loads(client.get(run.url("data_json")).content)
    outcome = engine_outcome(run, {"technik": 4})
    assert json.loads(json.dumps(outcome)) == data["results"][0]["outcome"]
    assert data["answers"] == mixed_answers(run.texts)
    assert data["dimension_relevance"] == mixed_relevance(run.texts)
    assert (data["targets"], data["profile"], data["catalogue"]) == ({"technik": 4}, PROFILE, "digital-check")
    rows = list(csv.reader(io.StringIO(client.get(run.url("data_csv")).content.decode("utf-8-sig")), delimiter=";"))
    stored = engine_answers(run)
    assert {row[1]: (row[3], row[5]) for row in rows[1:]} == {
        key: (str(answer["value"]), "" if answer["relevance"] is None else str(answer["relevance"]))
        for key, answer in stored.items()
    }


def test_cyber_check_shows_the_engines_points(client, run_of):
    run = run_of("cyber-check")
    outcome = cyber(scoring_catalogue(run.row.catalogue_version_id), profile=PROFILE, answers=engine_answers(run))
    answer = client.get(run.url("result"))
    text = Page(answer).text
    lowest = str(outcome["min"]).replace("-", "−")
    assert f"{outcome['points']} von höchstens {outcome['max']}" in text
    assert f"möglich sind {lowest} bis {outcome['max']} Punkte" in text
    assert f"{outcome['shown']} von 100 auf dieser Spanne" in text
    shown_order = [item["id"] for item in answer.context["first_work"] + answer.context["further_work"]]
    assert shown_order == outcome["order"]
    calculation = client.get(run.url("calculation"))
    points = [row["points"] for row in calculation.context["rows"] if isinstance(row["points"], int)]
    assert sum(points) == outcome["points"]
    assert f"Summe: {outcome['points']} Punkte." in Page(calculation).text


def test_digital_intensity_shows_the_engines_count(client, run_of):
    run = run_of("dii")
    values = {key: answer["value"] for key, answer in mixed_answers(run.texts).items()}
    outcome = dii("v3", list(run.texts.question), values, PROFILE["size"])
    answer = client.get(run.url("result"))
    assert f"Sie nutzen geschätzt {outcome['score']} von 12 digitalen Merkmalen." in Page(answer).text
    assert [band["id"] for band in answer.context["bands"] if band["is_own"]] == [outcome["band"]]
    calculation = client.get(run.url("calculation"))
    assert sum(row["points"] for row in calculation.context["rows"] if row["points"] != "–") == outcome["met"]
    assert f"Schätzung: 12 × {outcome['met']} / {outcome['measured']}" in Page(calculation).text
