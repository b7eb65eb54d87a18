import itertools

from hypothesis import given
from hypothesis import strategies as st

from digitalradar.knowledge.rules.cycles import cycle_from


def test_chain_is_no_circle():
    assert cycle_from("a", ["b"], [("b", "c"), ("c", "d")]) == []


def test_circle_is_told_from_start_to_start():
    assert cycle_from("a", ["b"], [("b", "c"), ("c", "a")]) == ["a", "b", "c", "a"]


def test_a_guide_does_not_require_itself():
    assert cycle_from("a", ["a"], []) == ["a", "a"]


def test_old_targets_of_the_start_do_not_count():
    assert cycle_from("a", [], [("a", "b"), ("b", "a")]) == []


def test_a_circle_elsewhere_is_not_ours():
    assert cycle_from("a", ["b"], [("b", "c"), ("c", "b")]) == []


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=20), st.lists(st.integers(0, 6), max_size=4))
def test_told_circles_are_real(edges, targets):
    path = cycle_from(0, targets, edges)
    allowed = {(start, end) for start, end in edges if start != 0} | {(0, target) for target in targets}
    assert all(step in allowed for step in itertools.pairwise(path))
    assert not path or path[0] == path[-1] == 0
