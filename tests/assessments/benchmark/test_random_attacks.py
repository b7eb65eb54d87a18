"""Whatever companies do and whenever releases are made: no sum of publications comes down to too few of them."""

from hypothesis import given, settings
from hypothesis import strategies as st

from digitalradar.assessments.benchmark import cells_of

from .region import Region, plain_rule

SECTORS, SIZES, PLACES = ("handwerk", "handel", ""), ("10-49", "50-249", ""), ("nord", "süd", "")
KEYS = st.tuples(st.sampled_from(SECTORS), st.sampled_from(SIZES), st.sampled_from(PLACES))
SOME = st.lists(st.integers(0, 200), min_size=1, max_size=7)
STEPS = st.one_of(
    st.tuples(st.just("join"), KEYS, st.sampled_from([1, 1, 2, 3, 5, 6, 10, 12, 15])),
    st.tuples(st.just("join"), KEYS, st.sampled_from([5, 10, 12, 15])),
    st.tuples(st.just("leave"), SOME),
    st.tuples(st.just("come back"), SOME),
    st.tuples(st.just("change"), SOME),
    st.tuples(st.just("move"), SOME, KEYS),
    st.just(("release",)),
)
MONTHS = st.lists(st.lists(STEPS, min_size=1, max_size=6), min_size=1, max_size=5)


def live_through(region: Region, months: list) -> Region:
    """Let everything happen, with a release at the end of each month."""
    for steps in months:
        for step in steps:
            happen(region, *step)
        region.release()
    return region


def happen(region: Region, what: str, *facts) -> None:
    """Do one step; companies are chosen among those to whom it can happen."""
    if what == "release":
        region.release()
    elif what == "join":
        region.join(*facts[0], n=facts[1])
    else:
        able = [number for number, company in region.companies.items() if company.is_in == (what != "come back")]
        chosen = sorted({able[number % len(able)] for number in facts[0]}) if able else []
        {
            "leave": region.leave,
            "come back": region.come_back,
            "change": region.change,
            "move": lambda *numbers: region.change(*numbers, key=facts[1]),
        }[what](*chosen)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(MONTHS)
def test_no_sum_of_publications_comes_down_to_too_few(months):
    assert live_through(Region(), months).gives_away() is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(MONTHS)
def test_never_more_is_shown_than_the_plain_rule_allows(months):
    region = live_through(Region(), months)
    members = [company for company in region.companies.values() if company.is_in]
    for cell in region.shown():
        assert sum(cell in cells_of(company.key) for company in members) >= 10
    for publication in region.publications:
        assert len(publication.unknowns) >= 10
        before = [
            earlier.unknowns
            for earlier in region.publications
            if earlier.cell == publication.cell and earlier.release < publication.release
        ]
        if before:  # published again: at least five companies came, went or changed since any earlier time
            assert all(len({item.company for item in publication.unknowns ^ old}) >= 5 for old in before)


@settings(max_examples=40, deadline=None)
@given(MONTHS)
def test_a_first_release_shows_only_what_the_plain_rule_shows(months):
    ours, plain = Region(), Region(plain_rule)
    for steps in months:
        for step in steps:
            if step[0] in ("join",):
                happen(ours, *step)
                happen(plain, *step)
    ours.release()
    plain.release()
    assert ours.shown() <= plain.shown()
