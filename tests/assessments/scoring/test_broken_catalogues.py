"""A broken catalogue is refused as a whole, with the path of its fault."""

from decimal import Decimal

import pytest

from digitalradar.assessments.scoring import ScoringError, parse_catalogue

from .builders import catalogue, dimension, question, staged


def _path(document):
    with pytest.raises(ScoringError) as refusal:
        parse_catalogue(document)
    assert refusal.value.code == "invalid_catalogue"
    return refusal.value.path


def _nested(depth):
    condition = {"all": []}
    for _ in range(depth):
        condition = {"not": condition}
    return condition


@pytest.mark.parametrize("document", [None, [], "x", 5])
def test_no_object(document):
    assert _path(document) == ""


@pytest.mark.parametrize(
    ("document", "path"),
    [
        ({}, "dimensions"),
        ({"dimensions": []}, "dimensions"),
        ({"dimensions": {}}, "dimensions"),
        ({"dimensions": [None]}, "dimensions[0]"),
        ({"dimensions": ["d"]}, "dimensions[0]"),
        (catalogue(dimension("d")), "dimensions[0].questions"),
        (catalogue(dimension("", "q")), "dimensions[0].id"),
        (catalogue(dimension("d", "q"), dimension("d", "r")), "dimensions[1].id"),
        (catalogue(dimension("d", "q"), dimension("e", "r", "q")), "dimensions[1].questions[1].id"),
        (catalogue(dimension("d", "d")), "dimensions[0].questions[0].id"),
        (catalogue(dimension("d", question(5))), "dimensions[0].questions[0].id"),
        (staged(1, id=5), "id"),
        (staged(1, family=["main"]), "family"),
        (staged(1, version=Decimal("2026.1")), "version"),
        (staged(1, min_dimensions=0), "min_dimensions"),
        (staged(1, min_dimensions=2), "min_dimensions"),
        (staged(1, min_dimensions=True), "min_dimensions"),
        (catalogue(dimension("d", "q", target_stage=6)), "dimensions[0].target_stage"),
        (catalogue(dimension("d", "q", target_stage={"1-9": 0})), "dimensions[0].target_stage.1-9"),
        (catalogue(dimension("d", "q", target_stage={"klein": 3})), "dimensions[0].target_stage"),
        (staged(1, dma=[{"id": "x", "questions": ["zz"]}]), "dma[0].questions[0]"),
        (staged(1, dma=[{"id": "x", "questions": ["q1", "q1"]}]), "dma[0].questions[1]"),
        (staged(1, dma=[{"id": "x", "questions": ["q1"]}, {"id": "y", "questions": ["q1"]}]), "dma[1].questions[0]"),
        (staged(1, dma=[{"id": "x"}, {"id": "x"}]), "dma[1].id"),
    ],
)
def test_broken_structure(document, path):
    assert _path(document) == path


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"kind": "stage"}, "kind"),
        ({"kind": "requirement"}, "kind"),
        ({"kind": []}, "kind"),
        ({"weight": 0}, "weight"),
        ({"weight": -1}, "weight"),
        ({"weight": "1"}, "weight"),
        ({"weight": True}, "weight"),
        ({"weight": float("nan")}, "weight"),
        ({"weight": Decimal("1e999999999")}, "weight"),
        ({"level": "high"}, "level"),
        ({"replaces": "old"}, "replaces"),
        ({"replaces": {"id": ""}}, "replaces.id"),
        ({"replaces": {"id": "old", "stages": {"6": 1}}}, "replaces.stages"),
        ({"replaces": {"id": "old", "stages": {"1": 1, 1: 2}}}, "replaces.stages"),
        ({"replaces": {"id": "old", "stages": {"1": 0}}}, "replaces.stages.1"),
        ({"maps_to": ["x"]}, "maps_to[0]"),
        ({"maps_to": [{"question": None}]}, "maps_to[0].question"),
        ({"maps_to": [{"question": "x", "stages": []}]}, "maps_to[0].stages"),
        ({"show_if": []}, "show_if"),
        ({"show_if": {}}, "show_if"),
        ({"show_if": {"all": [], "any": []}}, "show_if"),
        ({"show_if": {1: []}}, "show_if"),
        ({"show_if": {"all": None}}, "show_if.all"),
        ({"show_if": {"all": {"any": []}}}, "show_if.all"),
        ({"show_if": {"any": [{"all": []}, {"none": []}]}}, "show_if.any[1]"),
        ({"show_if": {"not": None}}, "show_if.not"),
        ({"show_if": {"profile": "size"}}, "show_if"),
        ({"show_if": {"profile": "", "in": ["1-9"]}}, "show_if.profile"),
        ({"show_if": {"profile": "solo", "in": [True]}}, "show_if.in[0]"),
        ({"show_if": {"profile": "size", "in": "1-9"}}, "show_if.in"),
        ({"show_if": {"profile": "size", "in": None}}, "show_if.in"),
        ({"show_if": {"question": "first", "min": 2, "max": 3}}, "show_if"),
        ({"show_if": {"question": "first", "min": 2.5}}, "show_if.min"),
        ({"show_if": {"question": "first", "max": 6}}, "show_if.max"),
        ({"show_if": {"question": "first", "in": [True]}}, "show_if.in[0]"),
        ({"show_if": {"question": "first", "in": ["maybe"]}}, "show_if.in[0]"),
        ({"show_if": {"question": "first", "in": [[]]}}, "show_if.in[0]"),
        ({"show_if": {"question": "gone", "min": 2}}, "show_if.question"),
        ({"show_if": {"question": "last", "min": 2}}, "show_if.question"),
        ({"show_if": {"question": "middle", "min": 2}}, "show_if.question"),
        ({"show_if": {"question": ["first"], "min": 2}}, "show_if.question"),
    ],
)
def test_broken_question(more, path):
    document = catalogue(dimension("d", "first", question("middle", **more), "last"))
    assert _path(document) == f"dimensions[0].questions[1].{path}"


def test_condition_nested_too_deeply_is_refused_and_not_followed():
    ordinary = catalogue(dimension("d", question("q", show_if=_nested(20))))
    assert parse_catalogue(ordinary).questions[0].show_if is not None
    bottomless = {}
    bottomless["not"] = bottomless
    for condition in (_nested(5000), bottomless):
        path = _path(catalogue(dimension("d", question("q", show_if=condition))))
        assert path.startswith("dimensions[0].questions[0].show_if.not.not")


@pytest.mark.parametrize(
    ("measure", "path"),
    [
        ({}, "effort"),
        ({"effort": 0}, "effort"),
        ({"effort": 6}, "effort"),
        ({"effort": Decimal("1.5")}, "effort"),
        ({"effort": True}, "effort"),
        ({"id": "q1", "effort": 1}, "id"),
        ({"effort": 1, "requires": ["gone"]}, "requires[0]"),
        ({"effort": 1, "requires": ["other", "other"]}, "requires[1]"),
        ({"effort": 1, "requires": ["m"]}, "requires"),
        ({"effort": 1, "requires": [["other"]]}, "requires[0]"),
        ({"effort": 1, "show_if": {"question": "gone", "min": 1}}, "show_if.question"),
        ({"effort": 1, "lifts": [{"question": "gone", "to": 3}]}, "lifts[0].question"),
        ({"effort": 1, "lifts": [{"question": "q1"}]}, "lifts[0].to"),
        ({"effort": 1, "lifts": [{"question": "q1", "to": 1}]}, "lifts[0].to"),
        ({"effort": 1, "lifts": [{"question": "q1", "to": 6}]}, "lifts[0].to"),
        ({"effort": 1, "lifts": [{"question": "q1", "from": 3, "to": 3}]}, "lifts[0].to"),
        ({"effort": 1, "lifts": [{"question": "q1", "from": 0, "to": 3}]}, "lifts[0].from"),
        ({"effort": 1, "lifts": [{"question": "q1", "to": 3, "share": 0}]}, "lifts[0].share"),
        ({"effort": 1, "lifts": [{"question": "q1", "to": 3, "share": Decimal("1.01")}]}, "lifts[0].share"),
        ({"effort": 1, "lifts": [{"question": "q1", "to": 3}, {"question": "q1", "to": 4}]}, "lifts[1].question"),
        ({"effort": 1, "lifts": {"question": "q1", "to": 3}}, "lifts"),
    ],
)
def test_broken_measure(measure, path):
    document = staged(2, measures=[{"id": "other", "effort": 1}, {"id": "m", **measure}])
    assert _path(document) == f"measures[1].{path}"


def test_circle_of_prerequisites():
    measures = [
        {"id": "a", "effort": 1},
        {"id": "b", "effort": 1, "requires": ["d"]},
        {"id": "c", "effort": 1, "requires": ["b"]},
        {"id": "d", "effort": 1, "requires": ["a", "c"]},
    ]
    assert _path(catalogue(dimension("x", "q"), measures=measures)) == "measures[1].requires"


def test_unknown_keys_are_ignored_and_optional_parts_may_be_null():
    document = {
        "dimensions": [
            {
                "id": "d",
                "title": "Titel",
                "target_stage": None,
                "questions": [
                    dict.fromkeys(("kind", "weight", "level", "show_if", "replaces", "maps_to"))
                    | {"id": "q", "stages": ["eins"], "guides": [{"slug": "x"}]}
                ],
            }
        ],
        "measures": [{"id": "m", "effort": 1, "requires": None, "show_if": None, "lifts": None}],
        **dict.fromkeys(("id", "family", "version", "min_dimensions", "dma")),
    }
    parsed = parse_catalogue(document)
    assert (parsed.min_dimensions, parsed.questions[0].kind, parsed.questions[0].weight) == (1, "staged", 1)


def test_minimum_is_two_thirds_rounded_up():
    minimum = [
        parse_catalogue(catalogue(*(dimension(f"d{n}", f"q{n}") for n in range(count)))).min_dimensions
        for count in range(1, 10)
    ]
    assert minimum == [1, 2, 2, 3, 4, 4, 5, 6, 6]
