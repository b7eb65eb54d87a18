"""The catalogues that come with the portal."""

from pathlib import Path

import pytest
import yaml

from digitalradar.assessments.catalogue import problems, problems_between, read_catalogue

ROOT = Path(__file__).resolve().parents[3]
CATALOGUES = ROOT / "digitalradar" / "assessments" / "catalogues"
SIZES = {
    "digital-check": [5] * 9,
    "kurz-check": [1, 2, 1, 2, 2, 1, 1, 1, 1],
    "dii": [12],
    "cyber-check": [7, 5, 4, 4, 3, 4],
    "ki-check": [2] * 6,
    "beschaeftigte": [2] * 9,
}


@pytest.fixture(scope="module")
def documents():
    return {name: read_catalogue(CATALOGUES / name) for name in SIZES}


def questions_of(document):
    return [question for dimension in document.data["dimensions"] for question in dimension["questions"]]


def test_no_other_catalogue_is_shipped():
    assert {folder.name for folder in CATALOGUES.iterdir() if folder.is_dir()} == set(SIZES)


@pytest.mark.parametrize("name", SIZES)
def test_catalogue_is_sound_and_complete(documents, name):
    document = documents[name]
    assert problems(document) == []
    assert document.data["id"] == name
    assert [len(dimension["questions"]) for dimension in document.data["dimensions"]] == SIZES[name]


def test_catalogues_point_to_each_other_rightly(documents):
    assert problems_between(documents.values()) == []


def test_each_family_is_of_its_own(documents):
    assert len({document.data["family"] for document in documents.values()}) == len(SIZES)


def test_guides_are_those_of_the_plan(documents):
    plan = yaml.safe_load((ROOT / "content" / "guide-plan.yaml").read_text(encoding="utf-8"))
    planned = {guide["slug"] for guide in plan["guides"]}
    for document in documents.values():
        named = {guide["slug"] for question in questions_of(document) for guide in question.get("guides", [])}
        assert named <= planned


def test_main_check_knows_the_seven_sectors_and_others(documents):
    main = documents["digital-check"].data
    sectors = [sector["id"] for sector in main["sectors"]]
    assert sectors[-1] == "andere"
    variants = {
        sector for question in questions_of(documents["digital-check"]) for sector in question.get("variants", {})
    }
    assert variants == set(sectors[:-1])


def test_main_check_asks_nothing_about_staff_of_who_works_alone(documents):
    hidden = {
        question["id"]: question["show_if"]
        for question in questions_of(documents["digital-check"])
        if "show_if" in question
    }
    not_alone = {"not": {"profile": "solo", "in": ["yes"]}}
    assert hidden == dict.fromkeys(
        ["prozesse.personal", "menschen.beteiligung", "menschen.zusammenarbeit", "menschen.fehlerkultur"], not_alone
    )


def test_export_holds_every_question_of_the_main_check_once(documents):
    listed = [question for group in documents["digital-check"].data["dma"] for question in group["questions"]]
    assert sorted(listed) == sorted(question["id"] for question in questions_of(documents["digital-check"]))


def test_seven_requirements_of_the_cyber_check_are_top(documents):
    questions = questions_of(documents["cyber-check"])
    assert {question["kind"] for question in questions} == {"requirement"}
    assert sum(question.get("level") == "top" for question in questions) == 7
    assert "kein CyberRisikoCheck" in documents["cyber-check"].data["disclaimer"]


def test_criteria_of_the_index_are_numbered_one_to_twelve(documents):
    questions = questions_of(documents["dii"])
    assert [question["dii"] for question in questions] == [[number] for number in range(1, 13)]


def test_staff_statements_are_those_of_the_main_check(documents):
    said = {question["id"]: question.get("staff") for question in questions_of(documents["digital-check"])}
    for question in questions_of(documents["beschaeftigte"]):
        (related,) = question["related"]
        assert said[related] == {"statement": question["text"], "knowable": True}


@pytest.mark.parametrize("name", ["digital-check", "kurz-check"])
def test_every_text_of_a_measure_is_there_in_english(documents, name):
    data = documents[name].data
    english = data["translations"]["en"]["measures"]
    texts = {"title", "promise", "key_steps", "chances", "risks", "employee_involvement"}
    assert {key: set(measure) for key, measure in english.items()} == {item["id"]: texts for item in data["measures"]}


def test_short_check_speaks_of_measures_in_the_words_of_the_main_check(documents):
    main, short = (documents[name].data["translations"]["en"]["measures"] for name in ("digital-check", "kurz-check"))
    assert short == {key: main[key] for key in short}


def test_short_check_hands_over_eleven_answers(documents):
    carried = [
        mapped["question"]
        for question in questions_of(documents["kurz-check"])
        for mapped in question.get("maps_to", [])
    ]
    assert len(carried) == len(set(carried)) == 11
    assert "kunden.auftritt" not in carried
