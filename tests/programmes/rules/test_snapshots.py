"""How two versions differ, and that a snapshot reads as it was written."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digitalradar.programmes.rules.snapshots import Entry, What, compare, counted, is_for, read, write

NINE = datetime(2027, 11, 4, 9, tzinfo=UTC)
DAY = (NINE, NINE + timedelta(hours=8))


def entry(key: str = "a", after: int = 0, **fields) -> Entry:
    starts_at = NINE + timedelta(minutes=after)
    values = {"kind": "talk", "title": f"Beitrag {key}", "text": "", "ends_at": starts_at + timedelta(minutes=45)}
    return Entry(key=key, starts_at=starts_at, **(values | fields))


def differences(before: list[Entry], after: list[Entry]) -> dict[str, tuple[What, ...]]:
    return {change.entry.key: change.what for change in compare(before, after)}


def test_every_difference_has_its_name():
    before = [entry(key) for key in "abcdefgh"]
    after = [
        replace(before[0], starts_at=NINE + timedelta(minutes=5)),
        replace(before[1], room="Saal 2"),
        replace(before[2], is_cancelled=True),
        replace(before[3], speakers=("x",)),
        replace(before[4], title="Anders", text="Neu"),
        replace(before[5], seats=5),  # nobody has to be told
        before[6],
        entry("i"),
        entry("j", is_cancelled=True),  # it was never there
    ]
    assert differences(before, after) == {
        "a": (What.MOVED,),
        "b": (What.ROOM,),
        "c": (What.CANCELLED,),
        "d": (What.SPEAKERS,),
        "e": (What.TITLE, What.TEXT),
        "h": (What.CANCELLED,),
        "i": (What.NEW,),
    }


def test_cancelled_item_may_come_back():
    gone = entry(is_cancelled=True)
    assert differences([gone], [entry()]) == {"a": (What.BACK,)}
    assert differences([gone], [replace(gone, title="Anders")]) == {}
    assert differences([gone], []) == {}


def test_sequence_rises_only_with_what_calendars_have_to_learn():
    before = [entry("a", sequence=4), entry("b")]
    after = [replace(before[0], text="Neu"), replace(before[1], room="Saal 2"), entry("c")]
    assert [(one.key, one.sequence) for one in counted(before, after)] == [("a", 4), ("b", 1), ("c", 0)]


def test_snapshot_is_for_its_day():
    data = write([entry()], DAY)
    assert is_for(data, DAY)
    assert not is_for(data, (NINE + timedelta(minutes=1), DAY[1]))


entries = st.builds(
    entry,
    key=st.text("abcdef", min_size=4, max_size=8),
    after=st.integers(0, 400),
    text=st.text(max_size=20),
    room=st.sampled_from(["", "Saal"]),
    speakers=st.lists(st.sampled_from(["x", "y"]), unique=True, max_size=2).map(tuple),
    seats=st.none() | st.integers(1, 9),
    is_cancelled=st.booleans(),
)


@given(st.lists(entries, max_size=5, unique_by=lambda one: one.key))
def test_reads_as_it_was_written(some):
    found = read(write(some, DAY))
    assert sorted(found, key=lambda one: one.key) == sorted(some, key=lambda one: one.key)
    assert compare(found, some) == []
    assert [one.starts_at for one in found] == sorted(one.starts_at for one in some)
