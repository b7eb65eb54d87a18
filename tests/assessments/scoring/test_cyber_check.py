"""The cyber check: worked example 14 and its edges."""

from digitalradar.assessments.scoring import cyber, parse_catalogue

from .builders import answers, catalogue, dimension, question


def _requirements(*names, **conditions):
    return [
        question(name, kind="requirement", level="top" if name[0] == "t" else "normal", **conditions.get(name, {}))
        for name in names
    ]


DOCUMENT = catalogue(dimension("c", *_requirements("n1", "n2", "n3", "n4", "n5", "t1", "t2", "t3")))
ANSWERS = answers(n1="met", n2="met", n3="met", n4="unmet", n5="na", t1="met", t2="unmet", t3="na")


def _check(given, document=DOCUMENT):
    return cyber(parse_catalogue(document), None, given)


def test_example_14_points():
    assert _check(ANSWERS) == {
        "status": "scored",
        "points": 3,
        "points_if_unknown_met": 3,
        "max": 10,
        "min": -6,
        "percent": "56.2500",
        "shown": 56,
        "answered": 6,
        "applicable": 6,
        "order": ["t2", "n4"],
    }


def test_example_14_unknown_scores_like_unmet():
    result = _check(ANSWERS | answers(t2="unknown"))
    assert (result["points"], result["points_if_unknown_met"]) == (3, 9)


def test_points_wait_for_the_last_answer():
    result = _check(ANSWERS | answers(n1=None))
    assert result == {
        "status": "incomplete",
        "points": None,
        "points_if_unknown_met": None,
        "max": 10,
        "min": -6,
        "percent": None,
        "shown": None,
        "answered": 5,
        "applicable": 6,
        "order": ["t2", "n4"],
    }


def test_order_of_work():
    given = answers(n1="unknown", n2="unmet", t1="unknown", t2="unmet", t3="unmet", n5="unmet")
    assert _check(given)["order"] == ["t2", "t3", "t1", "n2", "n5", "n1"]


def test_nothing_applies():
    given = {name: {"value": "na"} for name in ("n1", "n2", "n3", "n4", "n5", "t1", "t2", "t3")}
    result = _check(given)
    assert (result["status"], result["points"], result["percent"], result["max"]) == ("not_applicable", None, None, 0)


def test_hidden_requirements_are_left_out():
    condition = {"show_if": {"question": "n1", "in": ["met"]}}
    document = catalogue(dimension("c", *_requirements("n1", "t1", t1=condition)))
    result = _check(answers(n1="unmet", t1="met"), document)
    assert (result["points"], result["max"], result["min"], result["applicable"]) == (0, 1, 0, 1)
