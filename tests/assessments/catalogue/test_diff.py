"""What an editor is told before loading a new version."""

import copy
from decimal import Decimal

import pytest

from digitalradar.assessments.catalogue import Change, diff, read_catalogue

from .small import write_catalogue


@pytest.fixture
def old(tmp_path):
    return read_catalogue(write_catalogue(tmp_path)).data


@pytest.fixture
def new(old):
    return copy.deepcopy(old)


def test_same_content_has_no_changes(old, new):
    assert diff(old, new) == []


def test_default_written_out_is_no_change(old, new):
    new["dimensions"][0]["questions"][1] |= {"weight": 1, "kind": "staged"}
    assert diff(old, new) == []


def test_weight_and_text_are_told_apart(old, new):
    question = new["dimensions"][0]["questions"][0]
    question["weight"] = Decimal(2)
    question["stages"][1] = "Ab und zu."
    question["variants"]["handwerk"][4] = "Stets."
    assert diff(old, new) == [
        Change("changed", "question", "schutz.kopie", "weight", Decimal("1.5"), Decimal(2), moves_scores=True),
        Change("changed", "question", "schutz.kopie", "stages[2]", "Manchmal.", "Ab und zu."),
        Change("changed", "question", "schutz.kopie", "variants.handwerk[5]", "Immer.", "Stets."),
    ]


def test_condition_is_one_change(old, new):
    new["dimensions"][0]["questions"][1]["show_if"] = {"question": "schutz.kopie", "min": 3}
    (change,) = diff(old, new)
    assert (change.key, change.moves_scores) == ("show_if", True)
    assert str(change) == (
        "question schutz.probe: show_if changed\n"
        '  - {"min":2,"question":"schutz.kopie"}\n'
        '  + {"min":3,"question":"schutz.kopie"}'
    )


def test_added_and_removed_questions(old, new):
    question = new["dimensions"][0]["questions"].pop()
    new["dimensions"][1]["questions"].append({**question, "id": "merkmale.probe"})
    assert [str(change) for change in diff(old, new)] == [
        "question merkmale.probe added",
        "question schutz.probe removed",
    ]


def test_question_that_moves_stands_in_another_dimension(old, new):
    new["dimensions"][1]["questions"].append(new["dimensions"][0]["questions"].pop())
    changes = diff(old, new)
    assert (
        Change("changed", "question", "schutz.probe", "stands in", "schutz", "merkmale", moves_scores=True) in changes
    )
    assert [change.key for change in changes] == ["stands in", "order"]


def test_measures_and_what_they_lift(old, new):
    new["measures"][1]["effort"] = 3
    new["measures"][1]["lifts"][0]["to"] = 4
    new["measures"][0]["title"] = "Geräte zählen"
    assert [(change.id, change.key, change.moves_scores) for change in diff(old, new)] == [
        ("geraete-auflisten", "title", False),
        ("kopien-anlegen", "effort", True),
        ("kopien-anlegen", "lifts", True),
    ]


def test_order_of_measures_is_told_because_it_breaks_ties(old, new):
    new["measures"].reverse()
    (change,) = diff(old, new)
    assert (change.what, change.key, change.moves_scores) == ("measure", "order", True)


def test_header_notices_sectors_and_translations(old, new):
    new["version"] = "2026.2"
    new["minutes"]["to"] = 7
    new["notices"] = []
    new["sectors"].append({"id": "logistik", "title": "Logistik"})
    new["translations"]["en"]["sectors"]["handwerk"] = "Crafts"
    del new["translations"]["en"]["measures"]
    assert [str(change) for change in diff(old, new)] == [
        "catalogue: version changed\n  - 2026.1\n  + 2026.2",
        "catalogue: minutes.to changed\n  - 6\n  + 7",
        "sector logistik added",
        "translation en, sector handwerk: title changed\n  - Trades\n  + Crafts",
        "notice zuerst removed",
        "translation en, measure kopien-anlegen removed",
    ]
