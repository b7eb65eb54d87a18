import pytest

from .builders import answers, catalogue, dimension, picked, question, row, run, staged


def test_example_9_strengths_and_gaps():
    document = catalogue(
        dimension("A", "a"),
        dimension("B", "b"),
        dimension("C", "c"),
        dimension("D", "d"),
        dimension("E", question("e1", weight=40), question("e2", weight=60)),
    )
    result = run(document, answers(a=3, b=4, c=2, d=2, e1=5, e2=1), profile={"size": "10-49"})
    assert picked(result, "strengths", "gaps") == (["B", "A"], ["C", "D", "E"])
    assert result["dimensions"]["E"]["gap"] == "10.0000"


def test_equal_gaps_put_the_lower_score_first_and_lists_end_at_three():
    names = ("a", "b", "c", "d")
    document = catalogue(*(dimension(name, f"{name}1") for name in names))
    lower = run(document, answers(a1=2, b1=1, c1=1, d1=1), targets={"a": 4, "b": 3, "c": 3, "d": 3})
    assert lower["gaps"] == ["b", "c", "d"]
    higher = run(document, answers(a1=5, b1=4, c1=5, d1=3))
    assert higher["strengths"] == ["a", "c", "b"]


@pytest.mark.parametrize(
    ("size", "stage"), [("1-9", 3), ("10-49", 3), ("50-249", 4), ("250+", 4), (None, 3), ("5000", 3)]
)
def test_target_by_size(size, stage):
    assert run(staged(1), row(3), profile={"size": size})["dimensions"]["d"]["target_stage"] == stage


def test_target_of_the_catalogue_comes_before_the_size_and_the_own_before_both():
    by_size = catalogue(dimension("d", "q1", target_stage={"1-9": 2, "10-49": 5}))
    fixed = catalogue(dimension("d", "q1", target_stage=1))
    stages = [
        run(document, row(1), profile={"size": size}, targets=targets)["dimensions"]["d"]["target_stage"]
        for document, size, targets in [
            (by_size, "1-9", None),
            (by_size, "10-49", {"d": None}),
            (by_size, "50-249", None),
            (by_size, None, None),
            (fixed, "50-249", None),
            (fixed, "50-249", {"d": 4}),
        ]
    ]
    assert stages == [2, 5, 4, 3, 1, 4]


def test_dimension_without_score_is_in_no_list_and_has_no_gap():
    result = run(staged(5), row(1, 1))
    assert picked(result, "strengths", "gaps") == ([], [])
    assert picked(result["dimensions"]["d"], "target_stage", "gap") == (3, None)
