"""Invariants 1 to 10: what holds for every score, whatever catalogue and answers."""

from copy import deepcopy
from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from digitalradar.assessments.scoring.numbers import level_shown, round_half_up
from digitalradar.assessments.scoring.stages import question_score, stage_of_score

from .builders import run
from .strategies import answer_sheets, catalogues, checks, moderate, questions_of, relevances, stages

SCORES = ("exact", "exact_unweighted")


def _scores(result):
    """All exact scores of a result, by dimension and under "overall"."""
    parts = {**result["dimensions"], "overall": result["overall"]}
    return {
        (name, field): Fraction(part[field])
        for name, part in parts.items()
        for field in SCORES
        if part[field] is not None
    }


def _scored(document, profile, sheet):
    return _scores(run(document, sheet, profile=profile))


def _coverage(result):
    return {name: part["coverage"] for name, part in result["dimensions"].items()} | {
        "overall": result["overall"]["coverage"]
    }


@moderate
@given(checks(routed=True))
def test_1_scores_lie_within_0_and_100(check):
    assert all(0 <= score <= 100 for score in _scored(*check).values())


@moderate
@given(st.data(), catalogues(kinds=("staged",)), stages)
def test_1_everywhere_stage_k_gives_its_points(data, document, stage):
    sheet = {item["id"]: {"value": stage, "relevance": data.draw(relevances)} for item in questions_of(document)}
    assert set(_scored(document, None, sheet).values()) == {25 * (stage - 1)}


@moderate
@given(st.data(), checks(routed=True))
def test_2_raising_a_stage_raises_its_dimension_and_lowers_nothing(data, check):
    document, profile, sheet = check
    raisable = [name for name, answer in sheet.items() if answer["value"] in (1, 2, 3, 4)]
    assume(raisable)
    name = data.draw(st.sampled_from(raisable))
    before = run(document, sheet, profile=profile)
    raised = deepcopy(sheet)
    raised[name]["value"] += data.draw(st.integers(1, 5 - sheet[name]["value"]))
    after = run(document, raised, profile=profile)
    assume(before["hidden_questions"] == after["hidden_questions"])
    first, second = _scores(before), _scores(after)
    assert first.keys() == second.keys()
    dimension = f"d{name[1]}"
    for key, score in second.items():
        if key[0] == dimension and name not in before["hidden_questions"]:
            assert score > first[key]
        else:
            assert score >= first[key]


@moderate
@given(st.data(), checks(fewest_questions=2))
def test_3_na_is_the_same_as_no_such_question(data, check):
    document, profile, sheet = check
    name = data.draw(st.sampled_from([item["id"] for item in questions_of(document)]))
    without = deepcopy(document)
    for part in without["dimensions"]:
        part["questions"] = [item for item in part["questions"] if item["id"] != name]
    with_na = run(document, sheet | {name: {"value": "na"}}, profile=profile)
    left_out = run(without, {key: value for key, value in sheet.items() if key != name}, profile=profile)
    assert (_scores(with_na), _coverage(with_na)) == (_scores(left_out), _coverage(left_out))


@moderate
@given(checks(routed=False, measured=True))
def test_3_unknown_is_the_same_as_missing(check):
    document, profile, sheet = check
    cleared = {name: answer for name, answer in sheet.items() if answer["value"] != "unknown"}
    first, second = run(document, sheet, profile=profile), run(document, cleared, profile=profile)
    assert first | {"clarify": []} == second


@moderate
@given(st.data(), checks(routed=True, measured=True))
def test_4_answers_of_hidden_questions_change_nothing(data, check):
    document, profile, sheet = check
    before = run(document, sheet, profile=profile)
    assume(before["hidden_questions"])
    other = data.draw(answer_sheets(document))
    changed = sheet | {name: other[name] for name in before["hidden_questions"]}
    assert run(document, changed, profile=profile) == before


@moderate
@given(st.data(), checks())
def test_5_order_changes_no_score(data, check):
    document, profile, sheet = check
    shuffled = deepcopy(document)
    for part in shuffled["dimensions"]:
        part["questions"] = data.draw(st.permutations(part["questions"]))
    shuffled["dimensions"] = data.draw(st.permutations(shuffled["dimensions"]))
    mixed = dict(data.draw(st.permutations(list(sheet.items()))))
    assert _scored(shuffled, profile, mixed) == _scored(document, profile, sheet)


@moderate
@given(checks(routed=True), st.decimals(Decimal("0.01"), Decimal(50), places=2))
def test_6_weights_count_in_proportion(check, factor):
    document, profile, sheet = check
    scaled = deepcopy(document)
    for item in questions_of(scaled):
        item["weight"] *= factor
    assert _scored(scaled, profile, sheet) == _scored(document, profile, sheet)


@moderate
@given(checks(routed=True), relevances)
def test_6_equal_relevance_changes_nothing(check, relevance):
    document, profile, sheet = check
    even = {name: answer | {"relevance": relevance} for name, answer in sheet.items()}
    result = run(document, even, profile=profile)
    for part in [*result["dimensions"].values(), result["overall"]]:
        assert part["exact"] == part["exact_unweighted"]


@moderate
@given(st.data(), checks())
def test_7_relevance_draws_the_score_towards_its_question(data, check):
    document, profile, sheet = check
    low, high = sorted(data.draw(st.lists(st.integers(0, 3), min_size=2, max_size=2)))
    answered = [name for name, answer in sheet.items() if answer["value"] not in (None, "na", "unknown")]
    assume(answered)
    name = data.draw(st.sampled_from(answered))
    value = sheet[name]["value"]
    own = question_score({"yes": 5, "no": 1}.get(value, value))
    before = _scored(document, profile, sheet | {name: {"value": value, "relevance": low}})
    after = _scored(document, profile, sheet | {name: {"value": value, "relevance": high}})
    key = (f"d{name[1]}", "exact")
    if key in before:
        assert abs(after[key] - own) <= abs(before[key] - own)
        assert min(before[key], own) <= after[key] <= max(before[key], own)


@moderate
@given(checks(routed=True))
def test_7_relevance_moves_a_score_by_less_than_a_stage(check):
    scores = _scored(*check)
    for name, field in scores:
        if field == "exact":
            assert abs(scores[name, field] - scores[name, "exact_unweighted"]) < Fraction("22.53")


fractions = st.fractions(0, 100, max_denominator=2000)


@moderate
@given(fractions)
def test_8_stage_follows_from_the_shown_integer_and_the_shown_level(score):
    shown, level = round_half_up(score), level_shown(score)
    edges = [0, 13, 38, 63, 88]
    assert stage_of_score(score) == sum(shown >= edge for edge in edges)
    assert stage_of_score(score) == round_half_up(Fraction(level))


@moderate
@given(fractions, fractions)
def test_8_higher_scores_have_no_lower_stage_or_level(first, second):
    low, high = sorted((first, second))
    assert stage_of_score(low) <= stage_of_score(high)
    assert Fraction(level_shown(low)) <= Fraction(level_shown(high))


@moderate
@given(checks(routed=True))
def test_9_scores_lie_between_what_they_are_made_of(check):
    document, profile, sheet = check
    result = run(document, sheet, profile=profile)
    scores = _scores(result)
    for part in document["dimensions"]:
        counted = [
            question_score({"yes": 5, "no": 1}.get(value, value))
            for item in part["questions"]
            if item["id"] not in result["hidden_questions"]
            and (value := sheet[item["id"]]["value"]) not in (None, "na", "unknown")
        ]
        for field in SCORES:
            if (part["id"], field) in scores:
                assert min(counted) <= scores[part["id"], field] <= max(counted)
    for field in SCORES:
        members = [score for (name, kind), score in scores.items() if kind == field and name != "overall"]
        if ("overall", field) in scores:
            assert min(members) <= scores["overall", field] <= max(members)


@moderate
@given(st.data(), checks())
def test_10_answering_never_lowers_coverage(data, check):
    document, profile, sheet = check
    missing = [item for item in questions_of(document) if sheet[item["id"]]["value"] in (None, "unknown")]
    assume(missing)
    item = data.draw(st.sampled_from(missing))
    value = data.draw(stages if item["kind"] == "staged" else st.sampled_from(["yes", "no"]))
    before = _coverage(run(document, sheet, profile=profile))
    after = _coverage(run(document, sheet | {item["id"]: {"value": value}}, profile=profile))
    for name, coverage in after.items():
        assert coverage["answered"] >= before[name]["answered"]
        assert coverage["applicable"] == before[name]["applicable"]
