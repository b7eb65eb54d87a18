from digitalradar.assessments.scoring import parse_catalogue, readiness

from .builders import answers, catalogue, dimension, question, row, staged


def _ready(document, given):
    return readiness(parse_catalogue(document), None, given)


def test_missing_answers_are_counted_and_named():
    assert _ready(staged(5), row(3, "unknown", None, "na")) == {
        "can_score": False,
        "dimensions_scored": 0,
        "dimensions_needed": 1,
        "dimensions": {
            "d": {
                "status": "no_score",
                "visible": 5,
                "answered": 1,
                "applicable": 4,
                "answers_needed": 2,
                "open": ["q3", "q5"],
                "unknown": ["q2"],
            }
        },
    }


def test_as_many_answers_as_it_says_are_enough():
    for count in range(1, 8):
        needed = _ready(staged(count), {})["dimensions"]["d"]["answers_needed"]
        assert _ready(staged(count), row(*[3] * needed))["can_score"]
        assert not _ready(staged(count), row(*[3] * (needed - 1)))["can_score"]


def test_scored_hidden_and_not_applicable_dimensions_need_nothing():
    document = catalogue(
        dimension("a", "a1"),
        dimension("b", question("b1", show_if={"question": "a1", "min": 4})),
        dimension("c", "c1"),
    )
    found = _ready(document, answers(a1=2, c1="na"))["dimensions"]
    assert {name: (part["status"], part["answers_needed"]) for name, part in found.items()} == {
        "a": ("scored", 0),
        "b": ("hidden", 0),
        "c": ("not_applicable", 0),
    }
