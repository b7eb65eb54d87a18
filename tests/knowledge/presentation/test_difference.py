"""Two wordings side by side."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitalradar.knowledge.presentation.difference import Change, Piece, changed_lines, compared

TEXTS = st.lists(st.sampled_from(["Plan", "Kopie", "drei", "vier", "Tage."]), max_size=12).map(" ".join)


def test_unchanged_paragraphs_are_left_out():
    assert changed_lines(["eins", "zwei"], ["eins", "zwei"]) == []


@pytest.mark.parametrize(
    ("before", "after", "lines"),
    [
        (["a"], ["a", "b"], [[Piece(Change.IN, "b")]]),
        (["a", "b"], ["b"], [[Piece(Change.OUT, "a")]]),
        (
            ["ganz neu"],
            ["etwas anderes hier"],
            [[Piece(Change.OUT, "ganz neu")], [Piece(Change.IN, "etwas anderes hier")]],
        ),
        (
            ["binnen 72 Stunden melden"],
            ["binnen 24 Stunden melden"],
            [
                [
                    Piece(Change.SAME, "binnen "),
                    Piece(Change.OUT, "72"),
                    Piece(Change.IN, "24"),
                    Piece(Change.SAME, " Stunden melden"),
                ]
            ],
        ),
    ],
)
def test_changes_are_told_word_by_word(before, after, lines):
    assert changed_lines(before, after) == lines


@given(TEXTS, TEXTS)
def test_both_wordings_can_be_read_from_the_difference(old, new):
    pieces = [piece for line in compared(old, new) for piece in line]
    assert "".join(piece.text for piece in pieces if piece.change != Change.IN) == old
    assert "".join(piece.text for piece in pieces if piece.change != Change.OUT) == new
