"""A contribution remembers since which release its values have been seen."""

from digitalradar.assessments.benchmark import MOVED, FrozenSet, kept_after, snapshot

KEY = ("handel", "10-49", "nord")
OTHER = ("handel", "50-249", "nord")
BEFORE = snapshot(KEY, {"overall": 40, "daten": 30}, 5, {"daten": 3})


def test_snapshot_says_since_when_each_value_was_seen():
    assert BEFORE == {
        "key": ["handel", "10-49", "nord"],
        "values": {"overall": 40, "daten": 30},
        "since": {"overall": 5, "daten": 3},
    }


def test_unchanged_values_keep_their_release_and_changed_ones_are_new():
    assert kept_after(BEFORE, KEY, {"overall": 41, "daten": 30, "technik": 9}) == {"daten": 3}


def test_changed_back_before_a_release_nothing_has_happened():
    assert kept_after(BEFORE, KEY, {"overall": 40, "daten": 30}) == {"overall": 5, "daten": 3}


def test_under_another_profile_old_values_are_no_news_anywhere():
    assert kept_after(BEFORE, OTHER, {"overall": 40, "daten": 31}) == {"overall": MOVED}


def test_who_never_was_in_a_release_has_nothing_to_keep():
    assert kept_after({}, KEY, {"overall": 40}) == {}


def test_values_that_come_while_a_release_is_running_wait_for_the_next_one():
    frozen = FrozenSet()
    frozen.add("main", KEY, {"overall": 40, "daten": 30}, 1, {})
    frozen.add("main", KEY, {"overall": 41, "daten": 30}, None, {"daten": 1})
    slices = frozen.finished().slices
    assert [(cohort.since, cohort.n) for cohort in slices["main", "overall"].cohorts] == [(1, 1)]
    assert [(cohort.since, cohort.n) for cohort in slices["main", "daten"].cohorts] == [(1, 2)]
    assert slices["main", "daten"].counts[KEY][30] == 2
    assert sum(slices["main", "overall"].counts[KEY]) == 1
    assert frozen.companies["main"] == 1
