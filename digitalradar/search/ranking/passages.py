"""The passage of a text that shows why it was found."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from heapq import nlargest
from operator import or_

from ..analysis.words import WORD, Token, parts

PIECE = re.compile(r"\w+")
WINDOW = 200  # characters
LOOKED_AT = 2  # lines of a text
LEAD = 60  # of them at most before the first word found


@dataclass(frozen=True)
class Passage:
    """A piece of a text: what stands before it is left out if ``is_cut_before``; places of words to mark in it."""

    text: str
    marks: list[tuple[int, int]]
    is_cut_before: bool = False
    is_cut_behind: bool = False


class Sought:
    """The words to mark: for each, in small letters as it stands in texts, which concepts (bits) it answers."""

    def __init__(self, spellings: Mapping[str, int]) -> None:
        self.spellings = spellings
        self._pieces: dict[str, int] = {}
        for word, concepts in spellings.items():
            for piece in PIECE.findall(word):
                self._pieces[piece] = self._pieces.get(piece, 0) | concepts

    def promise_of(self, line: str) -> tuple[int, int]:
        """Return how many concepts and how many different words a line may answer; cheap, a first guess."""
        found = [self._pieces[piece] for piece in self._pieces.keys() & PIECE.findall(line)]
        return reduce(or_, found, 0).bit_count(), len(found)

    def within(self, text: str) -> list[tuple[Token, int]]:
        """Return the words of a text that are sought, with the concepts each answers."""
        found = []
        for match in WORD.finditer(text):  # a page holds thousands of words: a token is made of those found only
            if concepts := self._answered(match.group().lower()):
                found.append((Token(match.group(), match.start(), match.end()), concepts))
        return found

    def _answered(self, word: str) -> int:
        """Return the concepts a word answers, or one of its hyphenated parts."""
        answered = self.spellings.get(word, 0)
        if not answered and not word.isalnum():
            for part in parts(word):
                answered |= self.spellings.get(part, 0)
        return answered


def marked(text: str, sought: Sought) -> Passage:
    """Return the whole text with its marks."""
    return Passage(text, [(token.start, token.end) for token, _concepts in sought.within(text)])


def best_passage(text: str, sought: Sought) -> Passage | None:
    """Return the stretch of about 200 characters that answers most of the query; None if no word occurs."""
    best, best_value = None, (0, 0)
    for line in _promising(text, sought):
        found = sought.within(line)
        for place, (token, _concepts) in enumerate(found):
            within = [(other, bit) for other, bit in found[place:] if other.end <= token.start + WINDOW - LEAD]
            value = (reduce(or_, (bit for _other, bit in within), 0).bit_count(), len(within))
            if value > best_value:
                best, best_value = (line, [other for other, _bit in within]), value
    return _around(*best) if best else None


def _promising(text: str, sought: Sought) -> list[str]:
    """Return the few lines worth a closer look, the best one first."""
    lines, lowered = text.split("\n"), text.lower().split("\n")
    promises = [(sought.promise_of(low), -place) for place, low in enumerate(lowered)]
    return [lines[-place] for promise, place in nlargest(LOOKED_AT, promises) if promise[0]]


def _around(line: str, words: list[Token]) -> Passage:
    """Cut the line around the words, at spaces."""
    start = max(0, words[0].start - LEAD)
    if start:
        start = _sentence_or_word(line, start, words[0].start)
    end = min(len(line), max(start + WINDOW, words[-1].end))
    if end < len(line):
        end = max(words[-1].end, line.rfind(" ", 0, end))
    marks = [(word.start - start, word.end - start) for word in words if word.end <= end]
    return Passage(line[start:end], marks, start > 0, end < len(line))


def _sentence_or_word(line: str, start: int, before: int) -> int:
    """Return where to begin: behind the last end of a sentence, else at the next word."""
    sentence = max(line.rfind(mark, start, before) for mark in (". ", "? ", "! "))
    return sentence + 2 if sentence >= 0 else line.find(" ", start, before) + 1 or before
