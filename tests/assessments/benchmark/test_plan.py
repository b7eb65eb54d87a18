"""What happens to single groups, and why."""

import pytest

from digitalradar.assessments.benchmark import Action, Decision, Past, Reason, decide
from digitalradar.assessments.benchmark.frozen import Cohort

from .region import Region

ALL = ("*", "*", "*")
UNTOLD = ("", "", "")


@pytest.mark.parametrize(
    ("n", "past", "stayed", "expected"),
    [
        (9, None, 0, None),
        (10, None, 0, (Action.PUBLISH, Reason.NEW)),
        (12, Past(12, (1,)), 12, (Action.KEEP, Reason.FEW_CHANGES)),
        (16, Past(12, (1,)), 12, (Action.KEEP, Reason.FEW_CHANGES)),
        (17, Past(12, (1,)), 12, (Action.PUBLISH, Reason.CHANGED)),
        (12, Past(12, (1,)), 7, (Action.PUBLISH, Reason.CHANGED)),
        (9, Past(12, (1,)), 9, (Action.HIDE, Reason.TOO_SMALL)),
        (10, Past(None, (1,)), 0, (Action.PUBLISH, Reason.NEW)),
    ],
)
def test_one_group_alone_follows_the_plain_rule(n, past, stayed, expected):
    cohorts = [Cohort(UNTOLD, 1, stayed), Cohort(UNTOLD, 2, n - stayed)]
    decisions = decide([cohort for cohort in cohorts if cohort.n], {ALL: past} if past else {})
    assert decisions[ALL] == (Decision(*expected, n) if expected else Decision(Action.HIDE, Reason.TOO_SMALL, n))


def test_removals_alone_change_nothing_until_something_new_protects_them():
    region = Region()
    here = region.join(*UNTOLD, n=20)
    region.release()
    region.leave(*here[:6])
    assert region.release()[ALL] == Decision(Action.KEEP, Reason.PROTECTED, 14)
    region.join(*UNTOLD, n=5)
    assert region.release()[ALL] == Decision(Action.PUBLISH, Reason.CHANGED, 19)


def test_a_group_that_lost_everybody_is_hidden():
    region = Region()
    here = region.join(*UNTOLD, n=10)
    region.release()
    region.leave(*here)
    assert region.release()[ALL] == Decision(Action.HIDE, Reason.TOO_SMALL, 0)


def test_the_smallest_sector_gives_way_so_that_the_size_class_is_shown():
    region = Region()
    for sector, n in (("handwerk", 30), ("handel", 12), ("landwirtschaft", 2)):
        region.join(sector, "10-49", "", n=n)
    decisions = region.release()
    assert decisions["*", "10-49", "*"].is_published
    assert decisions["handwerk", "10-49", "*"].is_published
    assert decisions["handel", "10-49", "*"] == Decision(Action.HIDE, Reason.SMALL_REST, 12)
    assert decisions["landwirtschaft", "10-49", "*"] == Decision(Action.HIDE, Reason.TOO_SMALL, 2)


def test_who_tells_nothing_is_in_the_widest_group_only():
    region = Region()
    region.join(*UNTOLD, n=12)
    assert set(region.release()) == {ALL}


@pytest.mark.parametrize(
    ("since", "expected"),
    [(1, (Action.HIDE, Reason.PROTECTED)), (2, (Action.PUBLISH, Reason.NEW))],
    ids=["who were there all the time", "who came after it"],
)
def test_a_group_that_appears_beside_an_old_one_tells_of_newcomers_or_of_ten(since, expected):
    trade, size = ("handwerk", "10-49", "*"), ("*", "10-49", "*")
    cohorts = [Cohort(("handwerk", "10-49", ""), 1, 12), Cohort(("landwirtschaft", "10-49", ""), since, 6)]
    assert decide(cohorts, {trade: Past(12, (1,))})[size] == Decision(*expected, 18)


def test_a_lively_region_sees_most_of_its_groups():
    """Protection must not hide everything: with plain flows each sector and size is shown, and renewed often."""
    region = Region()
    for _month in range(7):
        for sector, n in (("handwerk", 6), ("handel", 4), ("industrie", 3)):
            region.join(sector, "10-49", "", n=n)
            region.join(sector, "50-249", "", n=max(1, n - 2))
        region.release()
    sectors = {(sector, "*", "*") for sector in ("handwerk", "handel", "industrie")}
    sizes = {("*", "10-49", "*"), ("*", "50-249", "*")}
    assert {*sectors, *sizes, ("handwerk", "10-49", "*"), ("handel", "10-49", "*"), ALL} <= region.shown()
    assert len(region.past[ALL].releases) >= 5
    assert region.gives_away() is None
