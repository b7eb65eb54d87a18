"""Invariant 12: the list of measures."""

from copy import deepcopy
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from digitalradar.assessments.scoring import explain, parse_catalogue

from .builders import run
from .strategies import checks, moderate

listed_checks = checks(routed=True, measured=True)
targets = st.dictionaries(st.just("d0"), st.integers(1, 5))


def _explained(check, own_targets=None):
    document, profile, sheet = check
    return explain(parse_catalogue(document), profile, sheet, own_targets)


def _measures(check, own_targets=None):
    return _explained(check, own_targets)["measures"]


@moderate
@given(listed_checks)
def test_12_prerequisites_stand_before_what_waits_for_them(check):
    places = {item["id"]: item["place"] for item in _measures(check)}
    for item in _measures(check):
        assert all(places[name] < item["place"] for name in item["waits_for"])
        assert all(places[name] > item["place"] for name in item["needed_for"])


@moderate
@given(listed_checks)
def test_12_a_prerequisite_is_as_urgent_as_what_waits_for_it(check):
    document, profile, sheet = check
    found = {item["id"]: item for item in run(document, sheet, profile=profile)["measures"]}
    for item in found.values():
        assert Fraction(item["priority"]) >= Fraction(item["own_priority"])
        assert all(Fraction(found[name]["priority"]) >= Fraction(item["priority"]) for name in item["waits_for"])


@moderate
@given(st.data(), listed_checks)
def test_12_satisfied_measures_are_not_listed(data, check):
    document, profile, sheet = check
    done = data.draw(st.lists(st.sampled_from([item["id"] for item in document["measures"]] or ["none"])))
    result = run(document, sheet, profile=profile, done=done)
    visible = {name: answer["value"] for name, answer in sheet.items() if name not in result["hidden_questions"]}
    known = {item["id"]: item for item in document["measures"]}
    for item in result["measures"]:
        assert item["id"] not in done
        lifts = known[item["id"]]["lifts"]
        largest = max((lift.get("share", 1) for lift in lifts), default=1)
        main = [lift for lift in lifts if lift.get("share", 1) == largest]
        assert not lifts or any(_is_open(visible, lift) for lift in main)
        assert Fraction(item["benefit"]) > 0 or item["needed_for"]


def _is_open(visible, lift):
    if lift["question"] not in visible or visible[lift["question"]] == "na":
        return False
    value = visible[lift["question"]]
    return value in (None, "unknown", "no") or (isinstance(value, int) and value < lift["to"])


@moderate
@given(listed_checks)
def test_12_all_with_a_benefit_are_listed_with_all_they_still_require(check):
    document, profile, sheet = check
    result = run(document, sheet, profile=profile)
    listed = {item["id"]: item for item in result["measures"]}
    every = [item["id"] for item in document["measures"]]
    unlisted = [name for name in every if name not in listed]
    for name in unlisted:  # leaving them out of the catalogue changes nothing, so they were needed for nothing
        lean = deepcopy(document)
        lean["measures"] = [item for item in lean["measures"] if item["id"] != name]
        for item in lean["measures"]:
            item["requires"] = [other for other in item.get("requires", []) if other != name]
        remaining = run(lean, sheet, profile=profile)["measures"]
        assert {item["id"] for item in remaining} == listed.keys()


@moderate
@given(listed_checks)
def test_12_no_share_is_share_1(check):
    document, profile, sheet = check
    explicit = deepcopy(document)
    for measure in explicit["measures"]:
        for lift in measure["lifts"]:
            lift.setdefault("share", 1)
    assert run(explicit, sheet, profile=profile) == run(document, sheet, profile=profile)


@moderate
@given(listed_checks)
def test_12_halving_every_share_halves_benefits_and_keeps_the_order(check):
    document, profile, sheet = check
    halved = deepcopy(document)
    for measure in halved["measures"]:
        for lift in measure["lifts"]:
            lift["share"] = lift.get("share", Decimal(1)) / 2
    before, after = _explained(check), _explained((halved, profile, sheet))
    assert [item["id"] for item in after["measures"]] == [item["id"] for item in before["measures"]]
    for first, second in zip(before["measures"], after["measures"], strict=True):
        assert abs(Fraction(first["benefit"]) / 2 - Fraction(second["benefit"])) <= Fraction("0.0001")


@moderate
@given(listed_checks, targets)
def test_12_the_largest_gap_has_its_place_among_the_first_three(check, own_targets):
    explained = _explained(check, own_targets)
    assume(explained["result"]["gaps"])
    largest = explained["result"]["gaps"][0]
    leading = [item["place"] for item in explained["measures"] if largest in item["leads_to"]]
    assert not leading or leading[0] <= 3
    by_the_rule = [item["place"] for item in explained["measures"] if item["reason"] == "largest_gap"]
    assert by_the_rule == ([3] if leading[:1] == [3] else [])


@moderate
@given(listed_checks, targets)
def test_12_places_go_to_the_best_free_measure(check, own_targets):
    """All places but the third, which may belong to the largest gap."""
    document, profile, sheet = check
    found = run(document, sheet, profile=profile, targets=own_targets)["measures"]
    for place, item in enumerate(found):
        earlier = {other["id"] for other in found[:place]}
        free = [other for other in found[place:] if set(other["waits_for"]) <= earlier]
        assert item in free
        if place != 2:
            assert all(Fraction(item["priority"]) >= Fraction(other["priority"]) for other in free)
