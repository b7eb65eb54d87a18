"""Running text: paragraphs and lists, exact in both directions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitalradar.knowledge.content.inline import Run
from digitalradar.knowledge.content.prose import BlockRefused, Listing, Paragraph, read_prose, tidy_blocks, write_prose

from .test_inline import runs

lines = runs.map(tuple)
blocks = st.lists(
    st.one_of(
        st.builds(Paragraph, lines),
        st.builds(Listing, st.lists(lines, min_size=1, max_size=3).map(tuple), st.booleans()),
    ),
    max_size=4,
)


@settings(max_examples=200)
@given(blocks)
def test_reading_what_was_written_gives_the_same_blocks(some):
    assert read_prose(write_prose(some)) == tidy_blocks(some)


def test_hard_wraps_loose_lists_and_other_marks_are_read():
    source = "Erste\nZeile\n\n* a\n\n* b\n\n1) eins\n2) zwei\n"
    expected = (
        Paragraph((Run("Erste Zeile"),)),
        Listing(((Run("a"),), (Run("b"),))),
        Listing(((Run("eins"),), (Run("zwei"),)), ordered=True),
    )
    assert read_prose(source) == expected
    assert write_prose(expected) == "Erste Zeile\n\n- a\n- b\n\n1. eins\n2. zwei"


@pytest.mark.parametrize(
    ("source", "line", "reason"),
    [
        ("a\n\n<div>b</div>", 2, "HTML"),
        ("a\n\n> b", 2, "Zitatblock"),
        ("a\n\n---", 2, "Trennlinie"),
        ("a\n\n```\nb\n```", 2, "Programmtext"),
        ("    a", 0, "vier Leerzeichen"),
        ("- a\n  - b", 0, "Listen in Listen"),
        ("- a\n-\n- b", 1, "leer"),
        ("### a", 0, "Überschrift"),
        ("a\n\nb *c*", 2, "Kursiv"),
    ],
)
def test_what_no_text_may_hold_is_refused_with_its_line(source, line, reason):
    with pytest.raises(BlockRefused, match=reason) as refused:
        read_prose(source)
    assert refused.value.line == line
