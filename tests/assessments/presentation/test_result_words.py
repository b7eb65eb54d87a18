"""Words and small drawings of the result pages."""

import pytest
from django.utils.translation import override

from digitalradar.assessments.presentation.dii_result import BANDS, _band
from digitalradar.assessments.templatetags.results import comma, gap_cell, gap_head, score_facts

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


def test_numbers_follow_the_language_and_fractions_stay():
    assert [comma(number) for number in ("41.2500", "125/4", -21, 3)] == ["41,2500", "125/4", "−21", "3"]
    with override("en"):
        assert [comma(number) for number in ("41.2500", -21)] == ["41.2500", "−21"]


@pytest.mark.parametrize("band", ["very_low", "low", "high", "very_high"])
def test_bands_of_the_index_share_the_scale_without_gaps(band):
    bands = [_band(item, band) for item in BANDS]
    ends = [float(item["x"]) + float(item["width"]) for item in bands]
    assert [item["id"] for item in bands if item["is_own"]] == [band]
    assert ends[-1] == pytest.approx(100, abs=0.02)
    assert ends[:-1] == pytest.approx([float(item["x"]) for item in bands[1:]], abs=0.02)
