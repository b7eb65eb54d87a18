"""Explanations: every number of the result can be followed, and both come from one evaluation."""

from fractions import Fraction

from hypothesis import given

from digitalradar.assessments.scoring import explain, explain_steps, parse_catalogue, score

from .builders import answers, catalogue, dimension, question, row, run, staged
from .strategies import checks, moderate
from .test_measures import ANSWERS, EXAMPLE, SIZE


def _explain(document, given=None, **more):
    return explain(parse_catalogue(document), answers=given, **more)


def test_dimension_shows_products_and_sums():
    found = _explain(staged(5), row((3, 3), (2, 1), 4, "na", "unknown"))["dimensions"]["d"]
    assert found["questions"][0] == {
        "id": "q1",
        "visible": True,
        "value": 3,
        "stage": 3,
        "relevance": 3,
        "counts": True,
        "weight": "1",
        "factor": "1.25",
        "score": 50,
        "weighted": "1.25",
        "product": "62.5",
        "product_unweighted": "50",
    }
    assert [row["product"] for row in found["questions"]] == ["62.5", "18.75", "75", None, None]
    assert (found["points"], found["weights"], found["score"], found["exact"]) == ("156.25", "3", "52.0833", "625/12")
    assert (found["points_unweighted"], found["weights_unweighted"], found["score_unweighted"]) == ("150", "3", "50")


def test_target_says_whose_it_is():
    document = catalogue(dimension("a", "a1"), dimension("b", "b1", target_stage=2), dimension("c", "c1"))
    found = _explain(document, answers(a1=1, b1=1, c1=1), targets={"c": 5}, profile=SIZE)["dimensions"]
    assert {name: (part["target_stage"], part["target_source"], part["gap"]) for name, part in found.items()} == {
        "a": (3, "size", "50"),
        "b": (2, "catalogue", "25"),
        "c": (5, "own", "100"),
    }


def test_hidden_question_is_named_and_does_not_count():
    document = catalogue(dimension("d", "a", question("b", show_if={"question": "a", "min": 3})))
    found = _explain(document, answers(a=2, b=5))["dimensions"]["d"]["questions"][1]
    assert (found["visible"], found["value"], found["counts"], found["score"]) == (False, None, False, None)


def test_measure_shows_each_factor_and_the_reason_of_its_place():
    inventar, backup, *_rest = _explain(EXAMPLE, ANSWERS, profile=SIZE)["measures"]
    assert (inventar["place"], inventar["reason"], inventar["priority_from"]) == (1, "inherited", "backup")
    assert (backup["place"], backup["reason"], backup["priority_from"]) == (2, "own_value", "backup")
    assert (backup["benefit"], backup["effort_factor"], backup["own_priority"]) == ("3.5", "1.25", "2.8")
    assert inventar["lifts"][1] == {
        "question": "p2",
        "dimension": "p",
        "from": 1,
        "to": 2,
        "is_main": False,
        "is_open": True,
        "stage": 1,
        "target_stage": 3,
        "steps": 1,
        "share": "0.25",
        "weight": "1",
        "factor": "0.5",
        "gap_factor": "1.6667",
        "product": "0.2083",
    }


def test_third_place_by_the_rule_says_so():
    measures = [
        {"id": name, "effort": effort, "lifts": [{"question": question_, "to": 3}]}
        for name, effort, question_ in [("a", 1, "s1"), ("b", 1, "s2"), ("c", 1, "s1"), ("e", 5, "p2")]
    ]
    document = catalogue(dimension("s", "s1", "s2"), dimension("p", "p1", "p2"), measures=measures)
    found = _explain(document, answers(s1=(1, 3), s2=(1, 3), p1=1, p2=1), targets={"s": 3, "p": 4})["measures"]
    assert [(item["id"], item["reason"]) for item in found] == [
        ("a", "own_value"),
        ("b", "own_value"),
        ("e", "largest_gap"),
        ("c", "own_value"),
    ]
    assert found[2]["leads_to"] == ["p"]


def test_overall_names_its_terms():
    document = catalogue(dimension("a", "a1"), dimension("b", "b1"), dimension("c", "c1"))
    found = _explain(document, answers(a1=2, b1=4))["overall"]
    assert ([term["dimension"] for term in found["terms"]], found["sum"], found["count"]) == (["a", "b"], "100", 2)


@moderate
@given(checks(routed=True, measured=True))
def test_explanation_and_result_agree(check):
    document, profile, sheet = check
    parsed = parse_catalogue(document)
    found = explain(parsed, profile, sheet)
    assert found["result"] == score(parsed, profile, sheet) == run(document, sheet, profile=profile)
    for name, part in found["dimensions"].items():
        result = found["result"]["dimensions"][name]
        assert part["exact"] == result["exact"]
        assert part["target_stage"] == result["target_stage"]
    for one, other in zip(found["measures"], found["result"]["measures"], strict=True):
        assert one["id"] == other["id"]
        assert Fraction(one["benefit"]) == Fraction(other["benefit"])
        products = sum(Fraction(lift["product"]) for lift in one["lifts"])
        assert abs(products - Fraction(one["benefit"])) <= Fraction("0.0002")


def test_steps_are_explained_as_in_the_whole_account():
    document = parse_catalogue(EXAMPLE)
    whole = explain(document, profile=SIZE, answers=ANSWERS, first_measures=2)
    steps = explain_steps(document, profile=SIZE, answers=ANSWERS, first_measures=2)
    assert steps == {"result": whole["result"], "measures": whole["measures"]}
    assert len(steps["measures"]) == 2
