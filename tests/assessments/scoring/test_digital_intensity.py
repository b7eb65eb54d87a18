"""The Digital Intensity Index: worked examples 12 and 13, and the table for Germany."""

from decimal import Decimal
from fractions import Fraction

import pytest

from digitalradar.assessments.scoring import ScoringError, dii, dii_series
from digitalradar.assessments.scoring.intensity_benchmark import percentile_of
from digitalradar.assessments.scoring.numbers import decimal_text

CRITERIA = [f"c{number}" for number in range(1, 13)]
SHARES = {
    "10-49": ("29.01", "37.83", "25.21", "7.94"),
    "50-249": ("11.88", "30.18", "39.66", "18.29"),
    "GE250": ("2.04", "14.24", "44.56", "39.16"),
}


def _row(size="10-49", year=2025, version="v3", geo="DE"):
    shares = [Decimal(share) for share in SHARES[size]]
    return {"geo": geo, "year": year, "dii_version": version, "size": size, "shares": shares}


ROWS = [_row(size) for size in SHARES]


def _index(yes, no=None, size="10-49", rows=ROWS, version="v3"):
    no = 12 - yes if no is None else no
    given = dict(zip(CRITERIA, ["yes"] * yes + ["no"] * no + ["unknown"] * (12 - yes - no), strict=True))
    return dii(version, CRITERIA, given, size, rows)


def test_example_12_comparison_inside_the_size_class():
    assert _index(7) == {
        "met": 7,
        "measured": 12,
        "score": 7,
        "is_estimate": False,
        "band": "high",
        "at_least_basic": True,
        "comparison": {
            "geo": "DE",
            "year": 2025,
            "size": "10-49",
            "dii_version": "v3",
            "percentile": "71.0488",
            "shown": 71,
            "median": "5.1642",
            "micro_caveat": False,
        },
    }
    larger = _index(7, size="50-249")["comparison"]
    assert (larger["percentile"], larger["shown"]) == ("48.6651", 49)


def test_example_13_estimate():
    result = _index(3, no=5)
    fields = ("met", "measured", "score", "is_estimate", "band", "at_least_basic")
    assert [result[name] for name in fields] == [3, 8, 5, True, "low", True]


def test_example_13_too_few_measured():
    assert _index(4, no=3) == {
        "met": 4,
        "measured": 7,
        "score": None,
        "is_estimate": False,
        "band": None,
        "at_least_basic": None,
        "comparison": None,
    }


@pytest.mark.parametrize(
    ("size", "median", "percentiles"),
    [
        ("10-49", "5.1642", {3: "25.4", 5: "47.9", 7: "71.0", 10: "93.4", 12: "98.7"}),
        ("50-249", "7.1010", {3: "10.4", 5: "27.0", 7: "48.7", 10: "84.8", 12: "97.0"}),
        ("250+", "8.7702", {3: "1.8", 5: "9.2", 7: "23.7", 10: "67.4", 12: "93.5"}),
    ],
)
def test_table_for_germany(size, median, percentiles):
    found = {score: _index(score, size=size)["comparison"] for score in percentiles}
    assert {row["median"] for row in found.values()} == {median}
    assert {score: f"{Decimal(row['percentile']):.1f}" for score, row in found.items()} == percentiles


@pytest.mark.parametrize(
    ("score", "band", "basic"),
    [
        (0, "very_low", False),
        (3, "very_low", False),
        (4, "low", True),
        (6, "low", True),
        (7, "high", True),
        (9, "high", True),
        (10, "very_high", True),
        (12, "very_high", True),
    ],
)
def test_bands(score, band, basic):
    result = _index(score)
    assert (result["band"], result["at_least_basic"]) == (band, basic)


def test_smallest_companies_are_compared_with_a_caveat():
    comparison = _index(7, size="1-9")["comparison"]
    assert (comparison["size"], comparison["micro_caveat"], comparison["shown"]) == ("10-49", True, 71)


@pytest.mark.parametrize(
    ("size", "rows", "version"), [(None, ROWS, "v3"), ("11-50", ROWS, "v3"), ("10-49", ROWS, "v4"), ("10-49", [], "v3")]
)
def test_no_comparison(size, rows, version):
    assert _index(7, size=size, rows=rows, version=version)["comparison"] is None


def test_latest_year_of_the_own_version_is_used():
    rows = [_row(year=2021), _row(year=2024, version="v4"), _row(year=2023), _row(year=2023, geo="second")]
    comparison = _index(7, rows=rows)["comparison"]
    assert (comparison["year"], comparison["geo"]) == (2023, "DE")


def test_missing_answers_are_like_unknown_and_other_ids_are_left_alone():
    assert dii("v3", CRITERIA, {"c1": "yes", "c2": None, "other": 5}) == dii("v3", CRITERIA, {"c1": "yes"})


def test_na_is_refused():
    with pytest.raises(ScoringError, match="invalid_answer"):
        dii("v3", CRITERIA, {"c1": "na"})


@pytest.mark.parametrize("first", ["29.53", "27.99"])
def test_shares_that_do_not_add_up_are_refused(first):
    row = _row() | {"shares": [Decimal(first), Decimal("37.83"), Decimal("25.21"), Decimal("7.94")]}
    with pytest.raises(ScoringError, match="invalid_number"):
        _index(7, rows=[*ROWS, row])


def test_model_at_the_edges_of_the_bands():
    shares = [Fraction(25)] * 4
    edges = [decimal_text(percentile_of(shares, Fraction(edge)), 1) for edge in ("-0.5", "3.5", "6.5", "9.5", "12.5")]
    assert edges == ["0.0", "25.0", "50.0", "75.0", "100.0"]


def test_series_stand_together_only_with_one_version():
    assert dii_series([{"dii_version": "v3"}, {"dii_version": "v3"}]) == {"allowed": True}
    assert dii_series([{"dii_version": "v3"}, {"dii_version": "v4"}]) == {"allowed": False}
    assert dii_series([]) == {"allowed": True}
