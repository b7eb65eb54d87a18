"""The second assessment: worked example 16, matching and labels."""

import pytest

from digitalradar.assessments.scoring import compare, parse_catalogue

from .builders import catalogue, dimension, question, row, staged


def _compare(old, new, before, after, **more):
    return compare(parse_catalogue(old), parse_catalogue(new), old_answers=before, new_answers=after, **more)


def _change(*arguments, **more):
    return _compare(*arguments, **more)["dimensions"]["d"]


FIVE = staged(5)


def test_example_16():
    assert _compare(FIVE, FIVE, row(2, 2, 2, None, "na"), row(3, 2, 2, 4, "na")) == {
        "overall": {
            "dimensions_compared": 1,
            "dimensions_needed": 1,
            "matched": 3,
            "change_total": "18.7500",
            "change_again": "8.3333",
            "change_mix": "10.4167",
            "shown": 8,
            "level_shown": "0.3",
            "label": "up",
        },
        "dimensions": {
            "d": {
                "matched": 3,
                "change_total": "18.7500",
                "change_again": "8.3333",
                "change_mix": "10.4167",
                "shown": 8,
                "level_shown": "0.3",
                "label": "up",
            }
        },
    }


@pytest.mark.parametrize(
    ("after", "shown", "label"),
    [((3, 2, 2, 2, 2), 5, "up"), ((1, 2, 2, 2, 2), -5, "down"), ((3, 1, 2, 2, 2), 0, "same")],
)
def test_labels_begin_at_five_points(after, shown, label):
    result = _change(FIVE, FIVE, row(2, 2, 2, 2, 2), row(*after))
    assert (result["shown"], result["label"]) == (shown, label)


def test_too_few_matching_answers_cannot_be_compared():
    result = _change(FIVE, FIVE, row(2, 2, 2), row("na", 2, 2, 3, 3))
    assert result == {
        "matched": 2,
        "change_total": "12.5000",
        "change_again": None,
        "change_mix": None,
        "shown": None,
        "level_shown": None,
        "label": "not_comparable",
    }


def test_without_a_score_on_both_sides_there_is_no_total():
    result = _change(FIVE, FIVE, row(2, 2), row(2, 2, 2))
    assert (result["matched"], result["change_total"], result["label"]) == (2, None, "not_comparable")


def test_dimension_that_is_new_cannot_be_compared():
    new = catalogue(dimension("d", "q1"), dimension("e", "x"))
    result = _compare(staged(1), new, row(2), row(3) | {"x": {"value": 3}})
    assert result["dimensions"]["e"]["label"] == "not_comparable"
    assert result["overall"]["label"] == "not_comparable"  # one of two dimensions, two are needed


def test_relevance_plays_no_part():
    plain = _change(FIVE, FIVE, row(2, 2, 2, 2, 2), row(3, 2, 2, 2, 2))
    assert _change(FIVE, FIVE, row((2, 3), 2, 2, 2, 2), row((3, 0), 2, 2, 2, 2)) == plain


def test_weights_of_the_new_catalogue_count():
    heavy = catalogue(dimension("d", question("q1", weight=3), "q2"))
    assert _change(staged(2), heavy, row(1, 1), row(2, 1))["change_again"] == "18.7500"


def _replacing(stages=None, **more):
    return catalogue(dimension("d", question("new", replaces={"id": "q1", "stages": stages}, **more)))


@pytest.mark.parametrize(
    ("stages", "matched", "again"),
    [(None, 1, "0.0000"), ({}, 1, "0.0000"), ({"2": 1}, 1, "25.0000"), ({2: 1}, 1, "25.0000"), ({"3": 1}, 0, None)],
)
def test_replaced_question(stages, matched, again):
    result = _change(staged(1), _replacing(stages), row(2), {"new": {"value": 2}})
    assert (result["matched"], result["change_again"]) == (matched, again)


def test_kinds_must_be_equal():
    assert _change(staged(1), _replacing(kind="yes_no"), row(2), {"new": {"value": "no"}})["matched"] == 0
    same_id = catalogue(dimension("d", question("q1", kind="yes_no")))
    assert _change(staged(1), same_id, row(5), row("yes"))["matched"] == 0


def test_own_id_comes_before_what_it_replaces():
    new = catalogue(dimension("d", question("q2", replaces={"id": "q1"})))
    assert _change(staged(2), new, row("na", 3), {"q2": {"value": 3}})["change_again"] == "0.0000"


def test_old_question_serves_only_once():
    new = catalogue(dimension("d", question("x", replaces={"id": "q1"}), question("y", replaces={"id": "q1"})))
    assert _change(staged(1), new, row(1), {"x": {"value": 1}, "y": {"value": 5}})["matched"] == 1
    kept = catalogue(dimension("d", "q1", question("x", replaces={"id": "q1"})))
    assert _change(staged(1), kept, row(1), {"q1": {"value": 1}, "x": {"value": 5}})["matched"] == 1


def test_hidden_questions_do_not_match():
    hiding = catalogue(dimension("d", "q1", question("q2", show_if={"question": "q1", "min": 3})))
    assert _change(hiding, hiding, row(3, 3), row(2, 3))["matched"] == 1


def test_hidden_in_the_old_run_alone_does_not_match_either():
    hiding = catalogue(dimension("d", "q1", question("q2", show_if={"question": "q1", "min": 3})))
    assert _change(hiding, hiding, row(2, 3), row(3, 3))["matched"] == 1


@pytest.mark.parametrize(
    ("before", "after", "label"),
    [
        ((2, 2, 2, 2, 2), (2, 2, 2), "same"),  # 3 of 5 answered before: just enough
        ((2, 2, 2), (2, 2, 2, 2, 2), "same"),
        ((2, 2, 2, 2, 2), (2, 2, "na", "na", "na"), "not_comparable"),
        ((2, 2, "na", "na", "na"), (2, 2, 2, 2, 2), "not_comparable"),
    ],
)
def test_sixty_percent_of_the_longer_run_must_match(before, after, label):
    assert _change(FIVE, FIVE, row(*before), row(*after))["label"] == label


def test_overall_is_the_mean_of_comparable_dimensions():
    both = catalogue(dimension("d", "q1"), dimension("e", "q2"))
    overall = _compare(both, both, row(1, 1), row(2, 4))["overall"]
    assert (overall["change_again"], overall["change_total"], overall["label"]) == ("50.0000", "50.0000", "up")
