from decimal import Decimal
from fractions import Fraction

import pytest

from digitalradar.assessments.scoring.errors import ScoringError
from digitalradar.assessments.scoring.numbers import (
    decimal_text,
    exact_text,
    level_change_shown,
    level_difference,
    level_shown,
    plain_text,
    round_half_up,
)
from digitalradar.assessments.scoring.reading import read_decimal
from digitalradar.assessments.scoring.stages import stage_of_score


@pytest.mark.parametrize(
    ("value", "rounded"),
    [("0.5", 1), ("4.5", 5), ("49.5", 50), ("-2.5", -3), ("2.4999", 2), ("-2.4999", -2), ("0", 0), ("100", 100)],
)
def test_half_goes_away_from_zero(value, rounded):
    assert round_half_up(Fraction(value)) == rounded


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(2, 3), "0.6667"),
        (Fraction(1, 20000), "0.0001"),
        (Fraction(-1, 20000), "-0.0001"),
        (Fraction(-1, 20001), "0.0000"),
        (Fraction(-75, 4), "-18.7500"),
        (Fraction(100), "100.0000"),
    ],
)
def test_decimal_text_has_four_decimals(value, text):
    assert decimal_text(value) == text


def test_plain_text_drops_idle_zeros():
    assert [plain_text(Fraction(n)) for n in ("1.25", "50", "0", "-0.3", "100")] == ["1.25", "50", "0", "-0.3", "100"]


def test_exact_text_is_the_reduced_fraction():
    assert [exact_text(Fraction(350, 8)), exact_text(Fraction(50))] == ["175/4", "50"]


@pytest.mark.parametrize(
    ("score", "level", "stage"),
    [
        ("41.6667", "2.7", 3),
        ("12.5", "1.5", 2),
        ("12.49", "1.4", 1),
        ("100", "5.0", 5),
        ("0", "1.0", 1),
        ("37.4999", "2.4", 2),
        ("37.5", "2.5", 3),
        ("62.49", "3.4", 3),
        ("87.499999", "4.4", 4),
        ("87.5", "4.5", 5),
    ],
)
def test_example_18_level_never_enters_a_stage_that_was_not_reached(score, level, stage):
    assert (level_shown(Fraction(score)), stage_of_score(Fraction(score))) == (level, stage)


def test_level_just_below_an_edge_is_cut_from_the_first_value_that_would_round_up():
    assert level_shown(Fraction("11.25")) == "1.4"
    assert level_shown(Fraction("11.2499")) == "1.4"
    assert level_shown(Fraction("13.75")) == "1.6"  # above the edge a half goes up as everywhere


def test_level_differences_add_up_on_the_page():
    assert level_difference("4.0", "2.7") == "1.3"
    assert level_difference("1.4", "1.5") == "-0.1"
    assert level_change_shown(Fraction(25, 3)) == "0.3"


def test_decimals_of_a_catalogue_are_read_as_decimals():
    assert {read_decimal(value, "", "code") for value in (0.3, Decimal("0.3"), Decimal("0.300"))} == {Fraction(3, 10)}


@pytest.mark.parametrize("value", [True, None, "0.3", [], float("nan"), float("inf"), 10**40])
def test_other_values_are_no_decimals(value):
    _assert_refused(value)


@pytest.mark.parametrize("text", ["NaN", "-Infinity", "1e999999", "1e-999999", "0." + "1" * 60])
def test_decimals_of_no_ordinary_length_are_refused(text):
    _assert_refused(Decimal(text))


def _assert_refused(value):
    with pytest.raises(ScoringError) as refusal:
        read_decimal(value, "weight", "invalid_catalogue")
    assert (refusal.value.code, refusal.value.path) == ("invalid_catalogue", "weight")
