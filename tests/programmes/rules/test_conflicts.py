"""What collides in a programme (scenarios E1, E2, E4), and the same against a check that knows no shortcuts."""

from datetime import UTC, datetime, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitalradar.programmes.rules.conflicts import (
    Finding,
    Item,
    Room,
    Rule,
    Severity,
    Speaker,
    blocks_release,
    crowded,
    find_conflicts,
)

NINE = datetime(2027, 11, 4, 9, tzinfo=UTC)
DAY = (NINE, NINE + timedelta(hours=8))
SAAL = Room("saal", "Saal 1")
IDA = Speaker("ida", "Ida Beispiel")


def item(key: str, begin: int, end: int, **fields) -> Item:
    """Return an item between two minutes of the day, with a room and a speaker of its own."""
    values = {"room": Room(key, f"Raum {key}"), "speakers": (Speaker(key, key),)}
    times = (NINE + timedelta(minutes=begin), NINE + timedelta(minutes=end))
    return Item(key, f"Beitrag {key}", *times, **(values | fields))


def rules(*items: Item) -> list[tuple[Rule, str]]:
    return [(finding.rule, "".join(str(each.key) for each in finding.items)) for finding in find_conflicts(items, DAY)]


GEOMETRIES = {
    "identical": (60, 120),
    "same start": (60, 90),
    "same end": (90, 120),
    "contained": (70, 110),
    "overlapping before": (30, 70),
    "overlapping after": (110, 150),
}


@pytest.mark.parametrize("times", GEOMETRIES.values(), ids=GEOMETRIES)
def test_e1_two_items_in_one_room(times):
    one, other = item("a", 60, 120, room=SAAL), item("b", *times, room=SAAL)
    found = find_conflicts([one, other], DAY)
    assert [(each.rule, each.severity, each.about) for each in found] == [
        (Rule.ROOM_FULL, Severity.BLOCK_RELEASE, "Saal 1")
    ]
    assert {each.key for each in found[0].items} == {"a", "b"}


@pytest.mark.parametrize("times", [(30, 60), (120, 150)], ids=["before", "after"])
def test_e1_touching_is_no_conflict(times):
    assert rules(item("a", 60, 120, room=SAAL), item("b", *times, room=SAAL)) == []


def test_e2_speaker_in_two_rooms_at_once():
    found = find_conflicts([item("a", 60, 120, speakers=(IDA,)), item("b", 90, 150, speakers=(IDA,))], DAY)
    assert [(each.rule, each.severity, each.about) for each in found] == [
        (Rule.SPEAKER_TWICE, Severity.BLOCK_RELEASE, "Ida Beispiel")
    ]
    assert [each.title for each in found[0].items] == ["Beitrag a", "Beitrag b"]


def test_e4_third_item_in_a_room_for_two():
    hall = Room("halle", "Halle", limit=2)
    two = [item("a", 60, 120, room=hall), item("b", 60, 120, room=hall)]
    assert rules(*two) == []
    assert rules(*two, item("c", 120, 180, room=hall)) == []
    assert rules(*two, item("c", 119, 180, room=hall)) == [(Rule.ROOM_FULL, "abc")]


def test_every_rule_with_its_severity():
    silent = Speaker("eve", "Eve", has_consent=False)
    small = Room("klein", "Kleiner Saal", seats=20)
    found = find_conflicts(
        [
            item("a", 120, 60),
            item("b", -30, 10),
            item("c", 10, 20, room=None),
            item("d", 20, 30, speakers=()),
            item("e", 30, 40, speakers=(silent,)),
            item("f", 40, 50, room=small, seats=21),
            item("p", 45, 60, is_break=True, room=None, speakers=()),
        ],
        DAY,
    )
    assert [(each.rule, each.severity.value, each.items[0].key, each.about) for each in found] == [
        (Rule.ENDS_BEFORE_START, "block", "a", ""),
        (Rule.OUTSIDE_DAY, "block_release", "b", ""),
        (Rule.NO_ROOM, "warn", "c", ""),
        (Rule.NO_SPEAKER, "warn", "d", ""),
        (Rule.NO_CONSENT, "warn", "e", "Eve"),
        (Rule.TOO_MANY_SEATS, "warn", "f", "Kleiner Saal"),
        (Rule.DURING_BREAK, "ignore", "f", ""),
    ]
    assert [each.rule for each in blocks_release(found)] == [Rule.ENDS_BEFORE_START, Rule.OUTSIDE_DAY]


minutes = st.integers(0, 12).map(lambda five: five * 5)
spans = st.tuples(minutes, st.integers(1, 6)).map(lambda span: (span[0], span[0] + span[1] * 5))


@given(st.lists(spans, max_size=8), st.integers(1, 3))
def test_crowded_agrees_with_looking_at_every_minute(times, limit):
    items = [item(str(number), *span) for number, span in enumerate(times)]
    crowds = []
    for minute in range(120):
        at = NINE + timedelta(minutes=minute)
        running = {each.key for each in items if each.starts_at <= at < each.ends_at}
        if len(running) > limit:
            crowds.append(running)
    found = [{each.key for each in group} for group in crowded(items, limit)]
    assert all(crowd in crowds for crowd in found)
    assert {key for crowd in found for key in crowd} == {key for crowd in crowds for key in crowd}


@given(st.lists(st.tuples(spans, st.sampled_from("xyz"), st.sampled_from("ab")), max_size=7))
def test_rooms_and_speakers_agree_with_all_pairs(rows):
    items = [
        item(str(number), *span, room=Room(room, room), speakers=(Speaker(speaker, speaker),))
        for number, (span, room, speaker) in enumerate(rows)
    ]
    found: list[Finding] = find_conflicts(items, (NINE, NINE + timedelta(days=1)))
    for rule, same in (
        (Rule.ROOM_FULL, lambda one, other: one.room == other.room),
        (Rule.SPEAKER_TWICE, lambda one, other: one.speakers == other.speakers),
    ):
        pairs = {
            frozenset({one.key, other.key})
            for one, other in combinations(items, 2)
            if same(one, other) and one.starts_at < other.ends_at and other.starts_at < one.ends_at
        }
        groups = [finding.items for finding in found if finding.rule == rule]
        named = {frozenset({a.key, b.key}) for group in groups for a, b in combinations(group, 2)}
        assert named == pairs
