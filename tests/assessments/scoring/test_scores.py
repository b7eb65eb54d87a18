"""Visibility, question, dimension and overall scores: the worked examples 1 to 8 and their edges."""

import pytest

from digitalradar.assessments.scoring import parse_catalogue, visible_questions

from .builders import answers, catalogue, dimension, picked, question, row, run, staged


def test_example_1_a_hidden_answer_does_not_exist():
    document = catalogue(
        dimension(
            "d",
            "a",
            question("b", show_if={"question": "a", "min": 3}),
            question("c", show_if={"question": "b", "min": 2}),
        )
    )
    result = run(document, answers(a=2, b=4, c=5))
    assert picked(result["dimensions"]["d"], "score", "exact", "shown", "stage") == ("25.0000", "25", 25, 2)
    assert result["hidden_questions"] == ["b", "c"]
    assert visible_questions(parse_catalogue(document), answers=answers(a=3, b=4)) == ["a", "b", "c"]


def test_example_2_own_weighting():
    result = run(staged(5), row((3, 3), (2, 1), 4, "na", "unknown"), profile={"size": "10-49"})
    assert result["dimensions"]["d"] == {
        "status": "scored",
        "score": "52.0833",
        "exact": "625/12",
        "shown": 52,
        "level_shown": "3.1",
        "stage": 3,
        "score_unweighted": "50.0000",
        "exact_unweighted": "50",
        "shown_unweighted": 50,
        "level_shown_unweighted": "3.0",
        "coverage": {"answered": 3, "applicable": 4, "percent": 75, "label": "sufficient"},
        "confidence": "medium",
        "target_stage": 3,
        "gap": "0.0000",
    }
    assert result["clarify"] == ["q5"]


@pytest.mark.parametrize(
    ("values", "status", "percent"),
    [
        ((3, 3, 3), "scored", 60),
        (("na", 3, 3), "no_score", 50),
        (("na", "na", "na", 3), "no_score", 50),
        (("na", "na", "na", "na", 3), "scored", 100),
        (("na",) * 5, "not_applicable", None),
        (("unknown",) * 5, "no_score", 0),
        ((), "no_score", 0),
    ],
)
def test_example_3_sixty_percent_rule(values, status, percent):
    result = run(staged(5), row(*values))["dimensions"]["d"]
    assert (result["status"], result["coverage"]["percent"]) == (status, percent)
    assert (result["score"] is None) == (status != "scored")


def test_example_3_single_question_not_applicable():
    result = run(staged(1), row("na"))["dimensions"]["d"]
    assert picked(result, "status", "confidence", "gap") == ("not_applicable", "none", None)
    assert result["coverage"] == {"answered": 0, "applicable": 0, "percent": None, "label": "none"}


def test_sixty_percent_are_counted_in_questions_and_not_in_weights():
    heavy = catalogue(dimension("d", question("q1", weight=100), "q2", "q3"))
    assert run(heavy, row(3))["dimensions"]["d"]["status"] == "no_score"


def test_hidden_dimension():
    document = catalogue(
        dimension("a", "a1"), dimension("b", question("b1", show_if={"question": "a1", "in": ["yes"]}))
    )
    result = run(document, answers(a1=3, b1=3))
    assert result["dimensions"]["b"]["status"] == "hidden"
    assert result["dimensions"]["b"]["coverage"] == {"answered": 0, "applicable": 0, "percent": None, "label": "none"}
    assert result["overall"]["coverage"]["answered"] == 1


def test_example_4_greatest_effect_of_relevance():
    result = run(staged(5), row((5, 3), (5, 3), (1, 0), (1, 0), (1, 0)))["dimensions"]["d"]
    assert picked(result, "score", "score_unweighted") == ("62.5000", "40.0000")


def _nine(*rows):
    """Nine dimensions of four questions; each row holds the answers of one."""
    names = [f"d{number}" for number in range(9)]
    document = catalogue(*(dimension(name, *(f"{name}.{k}" for k in range(4))) for name in names))
    given = {
        f"{name}.{k}": {"value": value}
        for name, values in zip(names, rows, strict=False)
        for k, value in enumerate(values)
    }
    return run(document, given)["overall"]


FIFTY, QUARTER, THREE_QUARTERS = (3, 3, 3, 3), (2, 2, 2, 2), (4, 4, 4, 4)
SIX = [FIFTY, QUARTER, THREE_QUARTERS, (2, 2, 3, 3), (3, 3, 4, 4), (1, 1, 1, 1)]


def test_example_5_overall_needs_six_of_nine():
    result = _nine(*SIX, (3, 3), (), ("na",) * 4)
    assert picked(result, "status", "dimensions_scored", "dimensions_needed") == ("scored", 6, 6)
    assert picked(result, "score", "exact", "shown", "level_shown", "stage") == ("41.6667", "125/3", 42, "2.7", 3)
    assert result["coverage"] == {"answered": 26, "applicable": 32, "percent": 81, "label": "good"}
    assert result["confidence"] == "medium"


def test_example_5_without_the_zero_there_is_no_overall():
    result = _nine(*SIX[:5], (3, 3), (), ("na",) * 4)
    assert picked(result, "status", "dimensions_scored", "confidence") == ("no_score", 5, "none")
    assert {result[name] for name in ("score", "exact", "shown", "level_shown", "stage")} == {None}


@pytest.mark.parametrize(("values", "shown", "stage"), [((1, 2), 13, 2), ((3, 4), 63, 4), ((4, 4, 4, 4, 5), 80, 4)])
def test_example_6_an_edge_belongs_to_the_upper_stage(values, shown, stage):
    result = run(staged(len(values)), row(*values))["dimensions"]["d"]
    assert picked(result, "shown", "stage") == (shown, stage)


@pytest.mark.parametrize(
    ("weights", "stages", "shown"), [((9, 41), (2, 1), 5), ((1, 49), (2, 1), 1), ((99, 1), (3, 1), 50)]
)
def test_example_7_half_points_go_up(weights, stages, shown):
    document = catalogue(dimension("d", *(question(f"q{n}", weight=w) for n, w in enumerate(weights, start=1))))
    assert run(document, row(*stages))["dimensions"]["d"]["shown"] == shown


@pytest.mark.parametrize(
    ("values", "confidence"),
    [
        ((3, 3, 3, 3), "medium"),
        ((3, 3, 3, 3, "na"), "high"),
        ((3, 3, 3, "na", "na"), "medium"),
        ((3, "na", "na", "na", "na"), "low"),
        ((3, 3, 3, 3, 3), "high"),
    ],
)
def test_example_8_confidence(values, confidence):
    assert run(staged(5), row(*values))["dimensions"]["d"]["confidence"] == confidence


def test_coverage_percent_is_cut():
    document = catalogue(*(dimension(f"d{n}", *(f"d{n}.{k}" for k in range(6))) for n in range(7)))
    given = {f"d{n}.{k}": {"value": 3} for n in range(7) for k in range(6)}
    for name in list(given)[25:]:
        del given[name]
    assert run(document, given)["overall"]["coverage"] == {
        "answered": 25,
        "applicable": 42,
        "percent": 59,
        "label": "too_low",
    }


def test_overall_confidence_is_high_only_without_a_dimension_lacking_its_score():
    document = catalogue(dimension("a", *(f"a{k}" for k in range(30))), dimension("b", "b1", "b2"), min_dimensions=1)
    full = {f"a{k}": {"value": 3} for k in range(30)}
    assert run(document, full)["overall"]["confidence"] == "medium"
    assert run(document, full | answers(b1=2, b2=2))["overall"]["confidence"] == "high"
    assert run(document, full | answers(b1="na", b2="na"))["overall"]["confidence"] == "high"


def test_overall_confidence_is_low_with_few_answers():
    assert run(staged(5), row(3, 3, 3, 3, 3))["overall"]["confidence"] == "low"


@pytest.mark.parametrize(
    ("asked", "given", "confidence"),
    [
        (20, 20, "high"),
        (19, 19, "medium"),
        (22, 20, "high"),
        (23, 20, "medium"),
        (10, 10, "medium"),
        (9, 9, "low"),
        (16, 12, "medium"),
        (17, 12, "low"),
    ],
)
def test_overall_confidence_at_its_edges(asked, given, confidence):
    result = run(staged(asked), row(*[3] * given))["overall"]
    assert result["confidence"] == confidence


def test_yes_and_no_count_as_the_ends_of_the_scale():
    document = catalogue(dimension("d", question("q1", kind="yes_no"), question("q2", kind="yes_no")))
    assert run(document, row("yes", "no"))["dimensions"]["d"]["shown"] == 50


def test_answers_to_unknown_ids_are_kept_and_listed_whatever_they_are():
    result = run(staged(1), row(3) | {"zz": {"value": "3"}, "old": True, "aa": {"value": [1]}})
    assert result["ignored_answers"] == ["aa", "old", "zz"]
    assert result["dimensions"]["d"]["shown"] == 50
