"""Who belongs to which group."""

import pytest

from digitalradar.assessments.benchmark import cells_of, contains, normal_place
from digitalradar.assessments.benchmark.groups import levels_inside

TOLD_ALL = ("handel", "10-49", "nord")


def test_groups_of_a_company_from_close_to_wide():
    assert cells_of(TOLD_ALL) == (
        ("handel", "10-49", "nord"),
        ("handel", "10-49", "*"),
        ("*", "10-49", "nord"),
        ("*", "10-49", "*"),
        ("handel", "*", "*"),
        ("*", "*", "*"),
    )


def test_a_company_is_in_no_group_that_needs_what_it_has_not_told():
    assert cells_of(("handel", "", "nord")) == (None, None, None, None, ("handel", "*", "*"), ("*", "*", "*"))


@pytest.mark.parametrize(
    ("typed", "place"),
    [("  Bad   Beispiel ", "bad beispiel"), ("STRASSE", "strasse"), ("Straße", "strasse"), ("", ""), (" * ", "")],
)
def test_places_are_compared_without_blanks_and_capitals(typed, place):
    assert normal_place(typed) == place


def test_contains_and_levels_inside():
    assert contains(("*", "10-49", "*"), ("handel", "10-49", "nord"))
    assert not contains(("handel", "*", "*"), ("*", "10-49", "*"))
    assert levels_inside(("*", "10-49", "*")) == [0, 1, 2]
    assert levels_inside(("handel", "*", "*")) == [0, 1]
    assert levels_inside(("handel", "10-49", "nord")) == []
