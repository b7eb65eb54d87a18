"""Invariants 11 and 13 to 16: comparison, percentiles, groups, cyber check, index."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from digitalradar.assessments.scoring import compare, cyber, parse_catalogue, partition, percentile
from digitalradar.assessments.scoring.benchmark import mid_rank
from digitalradar.assessments.scoring.intensity_benchmark import median_of, percentile_of

from .builders import run
from .strategies import answer_sheets, catalogues, checks, moderate, profiles

CHANGES = ("change_total", "change_again", "change_mix")


def _compare(old, new):
    return compare(
        parse_catalogue(old[0]),
        parse_catalogue(new[0]),
        old_profile=old[1],
        old_answers=old[2],
        new_profile=new[1],
        new_answers=new[2],
    )


def _parts(result):
    return [*result["dimensions"].values(), result["overall"]]


@moderate
@given(checks(routed=True), checks(routed=True))
def test_11_again_and_mix_are_the_total(old, new):
    """Two catalogues that share ids but neither weights, conditions nor answers."""
    for part in _parts(_compare(old, new)):
        total, again, mix = (part[name] and Fraction(part[name]) for name in CHANGES)
        if again is not None and total is not None:
            assert abs(again + mix - total) <= Fraction("0.0002")  # three rounded texts
        assert (part["label"] == "not_comparable") == (again is None)


@moderate
@given(checks(routed=True))
def test_11_a_run_compared_with_itself_has_not_changed(check):
    document, profile, sheet = check
    result = _compare(check, check)
    scored = run(document, sheet, profile=profile)["dimensions"]
    for name, part in result["dimensions"].items():
        expected = ("0.0000", "0.0000") if scored[name]["status"] == "scored" else (None, None)
        assert (part["change_total"], part["change_again"]) == expected


@moderate
@given(st.data(), catalogues(routed=True), profiles, profiles)
def test_11_swapping_old_and_new_changes_the_sign(data, document, first, second):
    old = (document, first, data.draw(answer_sheets(document)))
    new = (document, second, data.draw(answer_sheets(document)))
    there, back = _compare(old, new), _compare(new, old)
    for forward, backward in zip(_parts(there), _parts(back), strict=True):
        assert forward["matched"] == backward["matched"]
        for name in (*CHANGES, "shown", "level_shown"):
            assert (forward[name] is None) == (backward[name] is None)
            assert forward[name] is None or Fraction(forward[name]) == -Fraction(backward[name])


cells = st.lists(st.integers(0, 100), min_size=10, max_size=60)


@moderate
@given(cells, st.integers(0, 100), st.integers(0, 100))
def test_13_percentile_rises_with_the_own_value(values, first, second):
    low, high = sorted((first, second))
    better, worse = percentile(values, own=high), percentile(values, own=low)
    assert Fraction(better["percentile"]) >= Fraction(worse["percentile"])
    assert 1 <= worse["shown"] <= better["shown"] <= 99


@moderate
@given(cells, st.integers(0, 100))
def test_13_mirrored_percentiles_add_up_to_100(values, own):
    counts = [values.count(value) for value in range(101)]
    assert mid_rank(counts, own) + mid_rank(counts[::-1], 100 - own) == 100


@moderate
@given(cells)
def test_13_quartiles_are_in_order(values):
    result = percentile(values)
    quartiles = [Fraction(result[name]) for name in ("q1", "median", "q3")]
    assert min(values) <= quartiles[0] <= quartiles[1] <= quartiles[2] <= max(values)


group_sizes = st.lists(st.integers(0, 14), max_size=7)


@moderate
@given(group_sizes, st.sampled_from([5, 10]))
def test_14_what_is_left_of_the_whole_is_nothing_or_enough(sizes, floor):
    groups = {f"g{number}": size for number, size in enumerate(sizes)}
    result = partition(groups, floor)
    shown = [groups[name] for name in result["shown"]]
    assert sorted(result["shown"] + result["hidden"]) == sorted(groups)
    assert all(size == 0 or size >= floor for size in shown)
    assert result["total_shown"] == (sum(sizes) >= floor)
    if result["total_shown"]:
        rest = sum(sizes) - sum(shown)
        assert rest == 0 or rest >= floor
    else:
        assert (result["total"], result["shown"]) == (None, [])


@moderate
@given(st.lists(st.integers(0, 30), unique=True, max_size=7), st.permutations(list("abcdefg")))
def test_14_names_of_groups_of_different_sizes_play_no_part(sizes, names):
    first = {f"g{number}": size for number, size in enumerate(sizes)}
    second = dict(zip(names, sizes, strict=False))
    one, other = partition(first), partition(second)
    assert [first[name] for name in one["shown"]] == [second[name] for name in other["shown"]]


requirement_checks = checks(routed=False, kinds=("requirement",))


@moderate
@given(st.data(), requirement_checks)
def test_15_meeting_a_requirement_never_costs_points(data, check):
    document, profile, sheet = check
    complete = {name: {"value": answer["value"] or "unknown"} for name, answer in sheet.items()}
    unsettled = [name for name, answer in complete.items() if answer["value"] in ("unmet", "unknown")]
    assume(unsettled)
    name = data.draw(st.sampled_from(unsettled))
    catalogue = parse_catalogue(document)
    points = {
        value: cyber(catalogue, profile, complete | {name: {"value": value}})["points"]
        for value in ("met", "unmet", "unknown")
    }
    assert points["met"] > points["unmet"] == points["unknown"]


@moderate
@given(requirement_checks)
def test_15_points_lie_between_min_and_max(check):
    document, profile, sheet = check
    result = cyber(parse_catalogue(document), profile, sheet)
    if result["status"] == "scored":
        assert result["min"] <= result["points"] <= result["points_if_unknown_met"] <= result["max"]
        assert 0 <= Decimal(result["percent"]) <= 100


shares = st.lists(st.integers(1, 1000), min_size=4, max_size=4).map(
    lambda parts: [Fraction(part * 100, sum(parts)) for part in parts]
)


@moderate
@given(shares)
def test_16_index_percentile_strictly_rises(four):
    places = [percentile_of(four, Fraction(score)) for score in range(13)]
    assert places == sorted(set(places))
    assert places[0] > 0
    assert places[-1] < 100


@moderate
@given(shares)
def test_16_at_the_median_the_percentile_is_50(four):
    assert percentile_of(four, median_of(four)) == 50
