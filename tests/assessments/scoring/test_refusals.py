"""Everything that is refused, with its code and the place in the detail."""

from decimal import Decimal

import pytest

from digitalradar.assessments.scoring import ScoringError, parse_catalogue, run_request

from .builders import answers, catalogue, code_of, dimension, question, row, staged

KINDS = catalogue(dimension("d", "s", question("y", kind="yes_no"), question("a", kind="agree")))
REQUIREMENTS = catalogue(dimension("d", question("r", kind="requirement")))


def _score(document=KINDS, **more):
    return {"op": "score", "catalogue": document, **more}


@pytest.mark.parametrize(
    "value", [0, 6, -1, "3", 2.5, Decimal("2.5"), Decimal("3.0"), True, False, [], {}, "yes", "met"]
)
def test_invalid_stage(value):
    for name in ("s", "a"):
        assert code_of(_score(answers={name: {"value": value}})) == "invalid_answer"


@pytest.mark.parametrize("value", [1, 5, True, "ja", "YES", "", "unmet"])
def test_invalid_yes_or_no(value):
    assert code_of(_score(answers={"y": {"value": value}})) == "invalid_answer"


@pytest.mark.parametrize("value", [1, "yes", True, "Met"])
def test_invalid_requirement(value):
    assert code_of({"op": "cyber", "catalogue": REQUIREMENTS, "answers": {"r": {"value": value}}}) == "invalid_answer"


@pytest.mark.parametrize("relevance", [-1, 4, "2", 1.0, Decimal("1.5"), True, []])
def test_invalid_relevance(relevance):
    assert code_of(_score(answers={"s": {"value": 3, "relevance": relevance}})) == "invalid_relevance"
    assert code_of(_score(answers={"s": {"relevance": relevance}})) == "invalid_relevance"


def test_answers_of_hidden_questions_are_checked_too():
    document = catalogue(dimension("d", "a", question("b", show_if={"question": "a", "min": 3})))
    result = run_request(_score(document, answers=answers(a=1) | {"b": {"value": 9}}))
    assert result["error"]["code"] == "invalid_answer"
    assert result["error"]["detail"].startswith("answers[b].value: ")


@pytest.mark.parametrize("targets", [{"d": 0}, {"d": 6}, {"d": "3"}, {"d": True}, {"d": 2.5}, {"x": 3}])
def test_invalid_target(targets):
    assert code_of(_score(targets=targets)) == "invalid_target"


@pytest.mark.parametrize(
    "request_",
    [
        None,
        [],
        "score",
        _score(None),
        {"op": "score"},
        _score(answers=[]),
        _score(answers={"s": 3}),
        _score(answers={"s": [3]}),
        _score(answers={1: {"value": 3}}),
        _score(profile="klein"),
        _score(profile={"size": 5}),
        _score(profile={"size": ["1-9"]}),
        _score(targets=[3]),
        _score(done="m"),
        _score(done=[1]),
        {"op": "compare", "old": {"catalogue": KINDS}},
        {"op": "compare", "old": [], "new": {"catalogue": KINDS}},
        {"op": "prefill", "main": KINDS},
        {"op": "percentile", "own": 50},
        {"op": "percentile", "values": [1], "histogram": {"1": 1}},
        {"op": "percentile", "values": 5},
        {"op": "percentile", "histogram": [5]},
        {"op": "cell", "cells": {"n": 10}},
        {"op": "cell", "cells": [{"sector": 5, "n": 10}]},
        {"op": "cell", "cells": [{"n": 10}, {"sector": "*", "n": 12}]},
        {"op": "release"},
        {"op": "partition"},
        {"op": "partition", "groups": [5, 4]},
        {"op": "rwg"},
        {"op": "rwg", "answers": 3},
        {"op": "dii", "criteria": ["c1"], "dii_version": "v3"},
        {"op": "dii", "criteria": ["c1"] * 12, "dii_version": "v3"},
        {"op": "dii", "criteria": [f"c{n}" for n in range(12)]},
        {"op": "dii_series"},
        {"op": "dii_series", "rows": [{}]},
        {"op": "staff", "catalogue": KINDS, "staff": {"group": "a"}},
        {"op": "staff", "catalogue": KINDS, "staff": [{"group": 5}]},
    ],
)
def test_invalid_request(request_):
    assert code_of(request_) == "invalid_request"


@pytest.mark.parametrize("operation", ["scores", "", None, 5, ["score"], {"op": "score"}])
def test_unknown_operation(operation):
    assert code_of({"op": operation, "catalogue": KINDS}) == "unknown_operation"
    assert code_of({}) == "unknown_operation"


CRITERIA = [f"c{number}" for number in range(12)]
ROW = {"geo": "DE", "year": 2025, "dii_version": "v3", "size": "10-49", "shares": [25, 25, 25, 25]}


@pytest.mark.parametrize(
    "request_",
    [
        {"op": "percentile", "values": [101]},
        {"op": "percentile", "values": [-1]},
        {"op": "percentile", "values": [50.0]},
        {"op": "percentile", "values": ["50"]},
        {"op": "percentile", "values": [True]},
        {"op": "percentile", "values": [None]},
        {"op": "percentile", "values": [], "own": 101},
        {"op": "percentile", "values": [], "own": "50"},
        {"op": "percentile", "histogram": {"101": 1}},
        {"op": "percentile", "histogram": {"05": 1}},
        {"op": "percentile", "histogram": {"5": -1}},
        {"op": "percentile", "histogram": {"5": 1.5}},
        {"op": "cell", "cells": [{"n": -1}]},
        {"op": "cell", "cells": [{}]},
        {"op": "release", "n": -1},
        {"op": "release", "n": "12"},
        {"op": "release", "n": 12, "changed": -1},
        {"op": "partition", "groups": {"a": -1}},
        {"op": "partition", "groups": {"a": True}},
        {"op": "partition", "groups": {"a": 5}, "floor": 0},
        {"op": "dii", "dii_version": "v3", "criteria": CRITERIA, "benchmarks": [ROW | {"shares": [25, 25, 25, 24.4]}]},
        {"op": "dii", "dii_version": "v3", "criteria": CRITERIA, "benchmarks": [ROW | {"shares": [125, -25, 0, 0]}]},
        {"op": "dii", "dii_version": "v3", "criteria": CRITERIA, "benchmarks": [ROW | {"shares": [25, 25, 25, None]}]},
        {"op": "dii", "dii_version": "v3", "criteria": CRITERIA, "benchmarks": [ROW | {"year": "2025"}]},
    ],
)
def test_invalid_number(request_):
    assert code_of(request_) == "invalid_number"


@pytest.mark.parametrize("value", ["na", "ja", True, 1, {"value": "yes"}])
def test_invalid_criterion(value):
    request_ = {"op": "dii", "dii_version": "v3", "criteria": CRITERIA, "answers": {"c3": value}}
    assert code_of(request_) == "invalid_answer"


@pytest.mark.parametrize("value", [0, 6, 2.5, "3", True, None, "na"])
def test_invalid_answer_in_an_agreement(value):
    assert code_of({"op": "rwg", "answers": [3, 3, 3, 3, value]}) == "invalid_answer"


def test_staff_answers_are_checked():
    people = [{"answers": row(3)}, {"answers": row(9)}]
    assert code_of({"op": "staff", "catalogue": staged(1), "staff": people}) == "invalid_answer"
    assert code_of({"op": "staff", "catalogue": staged(1), "management": people}) == "invalid_answer"


def test_runs_of_two_families_are_not_compared():
    request_ = {"op": "compare", "old": {"catalogue": staged(1)}, "new": {"catalogue": staged(1, family="short")}}
    assert code_of(request_) == "family_mismatch"


@pytest.mark.parametrize("operation", ["score", "dma", "staff"])
def test_requirements_stand_in_the_cyber_check_alone(operation):
    assert code_of({"op": operation, "catalogue": REQUIREMENTS}) == "invalid_catalogue"
    assert code_of({"op": "cyber", "catalogue": KINDS}) == "invalid_catalogue"


def test_comparison_and_suggestions_refuse_requirements():
    both = {"catalogue": REQUIREMENTS}
    assert code_of({"op": "compare", "old": both, "new": both}) == "invalid_catalogue"
    assert code_of({"op": "prefill", "short": REQUIREMENTS, "main": KINDS}) == "invalid_catalogue"


def test_path_of_a_broken_catalogue_names_the_field_of_the_request():
    request_ = {"op": "compare", "old": {"catalogue": KINDS}, "new": {"catalogue": catalogue(dimension("d"))}}
    detail = run_request(request_)["error"]["detail"]
    assert detail == "new.catalogue.dimensions[0].questions: a dimension needs at least one question"


def test_refusals_do_not_repeat_what_was_sent():
    secret = "person@example.org"
    for request_ in (_score(answers={"s": {"value": secret}}), {"op": secret}, _score(targets={secret: 3})):
        assert secret not in str(run_request(request_))


def test_error_carries_code_path_and_reason():
    with pytest.raises(ScoringError) as refusal:
        parse_catalogue(staged(1, min_dimensions=2))
    error = refusal.value
    assert (error.code, error.path) == ("invalid_catalogue", "min_dimensions")
    assert error.detail == f"min_dimensions: {error.reason}"


def test_refusals_name_the_run_or_the_person_they_are_about():
    one = staged(1)
    later = {"op": "compare", "old": {"catalogue": one}, "new": {"catalogue": one, "answers": row(9)}}
    people = {"op": "staff", "catalogue": one, "staff": [{"answers": row(3)}, {"answers": row(9)}]}
    assert run_request(later)["error"]["detail"].startswith("new.answers[q1].value: ")
    assert run_request(people)["error"]["detail"].startswith("staff[1].answers[q1].value: ")


def test_weights_whose_exact_result_nobody_could_write_are_refused():
    """Each number is of ordinary length, but the common denominator of a hundred dimensions is not."""
    exponents = (30, -30, 20, -10)
    weights = [Decimal(f"{10**29 + 7919 * number**5}e{exponents[number % 4]}") for number in range(1, 201)]
    document = catalogue(
        *(
            dimension(f"d{number}", *(question(f"q{number + side}", weight=weights[number + side]) for side in (0, 1)))
            for number in range(0, 200, 2)
        )
    )
    given = answers(**{f"q{number}": 1 + number % 5 for number in range(200)})
    assert code_of(_score(document, answers=given)) == "invalid_number"
