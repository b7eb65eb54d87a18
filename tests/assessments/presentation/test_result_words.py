"""Words and small drawings of the result pages."""

import pytest
from django.utils.translation import override

from digitalradar.assessments.templatetags.results import gap_cell, gap_head, score_facts

OVERALL = {
    "stage": 3,
    "stage_name": "Verbunden",
    "dimensions_scored": 6,
    "dimensions_total": 9,
    "coverage": {"answered": 28, "applicable": 40},
    "confidence": "low",
    "unknown_count": 2,
    "na_count": 5,
}


@pytest.fixture(autouse=True)
def german():
    with override("de"):
        yield


def test_facts_say_how_much_stands_behind_a_score():
    stage, counted, confidence = score_facts(OVERALL)
    assert stage["text"] == "3 von 5: Verbunden"
    assert counted["text"] == "aus 6 von 9 Themen"
    assert confidence["chip_label"] == "gering"
    assert confidence["text"] == "28 von 40 Fragen beantwortet; 2 × weiß ich nicht; 5 × trifft nicht zu"


def test_facts_leave_out_what_did_not_happen():
    full = OVERALL | {"unknown_count": 0, "na_count": 0, "coverage": {"answered": 45, "applicable": 45}}
    assert score_facts(full)[2]["text"] == "45 von 45 Fragen beantwortet"


def test_gap_cell_shows_own_level_and_target_on_the_scale_of_the_head():
    cell = gap_cell({"level": 3.0, "target_stage": 5})
    assert '<circle class="gap-own" cx="50%"' in cell
    assert '<svg x="98%"' in cell
    assert '<text x="98%" y="19">5</text>' in gap_head()


def test_gap_cell_without_a_score_is_bare():
    cell = gap_cell({"level": None, "target_stage": 3})
    assert "gap-own" not in cell
    assert "gap-target" not in cell
    assert cell.count("gap-grid") == 5
