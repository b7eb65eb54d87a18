"""The engine on the catalogues that are shipped."""

from functools import cache
from pathlib import Path

import pytest

import digitalradar.assessments
from digitalradar.assessments.catalogue import read_catalogue
from digitalradar.assessments.scoring import cyber, dma, parse_catalogue, prefill, score

FOLDER = Path(digitalradar.assessments.__file__).parent / "catalogues"
DMA_NAMES = {
    "digital_business_strategy",
    "digital_readiness",
    "human_centric_digitalisation",
    "data_management",
    "automation_ai",
    "green_digitalisation",
}


@cache
def _shipped(name):
    return parse_catalogue(read_catalogue(FOLDER / name).data)


@pytest.mark.parametrize("name", ["digital-check", "kurz-check", "ki-check", "beschaeftigte"])
@pytest.mark.parametrize("stage", [1, 2, 3, 4, 5])
def test_same_stage_everywhere_gives_its_points_everywhere(name, stage):
    catalogue = _shipped(name)
    words = {1: "no", 5: "yes"}
    given = {
        question.id: {"value": words.get(stage, "unknown") if question.kind == "yes_no" else stage}
        for question in catalogue.questions
    }
    result = score(catalogue, {"size": "10-49", "sector": "handwerk"}, given)
    assert result["overall"]["exact"] == str(25 * (stage - 1))
    assert {part["exact"] for part in result["dimensions"].values() if part["exact"]} == {str(25 * (stage - 1))}


def test_reached_targets_leave_no_measure_with_a_benefit():
    catalogue = _shipped("digital-check")
    given = {question.id: {"value": 5} for question in catalogue.questions}
    assert score(catalogue, {}, given)["measures"] == []


def test_export_holds_every_question_of_the_main_check_once():
    catalogue = _shipped("digital-check")
    exported = [name for group in catalogue.export for name in group.questions]
    assert sorted(exported) == sorted(question.id for question in catalogue.questions)
    result = dma(catalogue, {}, {question.id: {"value": 3} for question in catalogue.questions})
    assert set(result["dimensions"]) == DMA_NAMES
    assert result["overall"]["score"] == "50.00"


def test_short_check_suggests_only_questions_the_main_check_has():
    short, main = _shipped("kurz-check"), _shipped("digital-check")
    wanted = {target.question for question in short.questions for target in question.maps_to}
    assert wanted <= main.question_by_id.keys()
    given = {question.id: {"value": 4 if question.kind == "staged" else "yes"} for question in short.questions}
    assert set(prefill(short, main, {}, given)["suggestions"]) == wanted


def test_cyber_check_can_be_scored():
    catalogue = _shipped("cyber-check")
    result = cyber(catalogue, {}, {question.id: {"value": "met"} for question in catalogue.questions})
    assert (result["status"], result["shown"], result["order"]) == ("scored", 100, [])
    assert result["points"] == result["max"]
