"""Two wordings side by side: what was struck out and what was put in. Pure, knows nothing of pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest

WORD = re.compile(r"\s+|[^\s]+")
ALIKE = 0.3  # two paragraphs with less in common are shown as one struck out and one put in


class Change(StrEnum):
    """What happened to a piece of text."""

    SAME = ""
    OUT = "del"
    IN = "ins"


@dataclass(frozen=True)
class Piece:
    """Some words that share one fate."""

    change: Change
    text: str


Line = list[Piece]


def changed_lines(before: list[str], after: list[str]) -> list[Line]:
    """Return the paragraphs that differ, in the order of the newer text; unchanged ones are left out."""
    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    lines: list[Line] = []
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag != "equal":
            pairs = zip_longest(before[a_from:a_to], after[b_from:b_to], fillvalue="")
            lines += [line for old, new in pairs for line in compared(old, new)]
    return lines


def compared(old: str, new: str) -> Iterator[Line]:
    """Yield one line of common and changed words, or two if the paragraphs have little in common."""
    old_words, new_words = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(a=old_words, b=new_words, autojunk=False)
    if matcher.ratio() < ALIKE:
        yield from ([Piece(change, text)] for change, text in ((Change.OUT, old), (Change.IN, new)) if text)
        return
    pieces: Line = []
    for tag, a_from, a_to, b_from, b_to in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece(Change.SAME, "".join(new_words[b_from:b_to])))
            continue
        for change, words in ((Change.OUT, old_words[a_from:a_to]), (Change.IN, new_words[b_from:b_to])):
            if words:
                pieces.append(Piece(change, "".join(words)))
    yield pieces
