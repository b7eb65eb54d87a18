"""The passage of a text that shows why it was found."""

from collections.abc import Mapping
from dataclasses import dataclass

from ..analysis.words import Token, parts, tokens

WINDOW = 200  # characters
LEAD = 60  # of them at most before the first word found


@dataclass(frozen=True)
class Passage:
    """A piece of a text: what stands before it is left out if ``is_cut_before``; places of words to mark in it."""

    text: str
    marks: list[tuple[int, int]]
    is_cut_before: bool = False
    is_cut_behind: bool = False


def found_words(text: str, spellings: Mapping[str, int]) -> list[tuple[Token, int]]:
    """Return the words of a text that are sought, with the concepts (bits) each answers.

    ``spellings`` gives the concepts by word in small letters.
    """
    found = ((token, _answered(token.text.lower(), spellings)) for token in tokens(text))
    return [(token, concepts) for token, concepts in found if concepts]


def _answered(word: str, spellings: Mapping[str, int]) -> int:
    """Return the concepts a word answers, or one of its hyphenated parts."""
    answered = spellings.get(word, 0)
    if not answered and not word.isalnum():
        for part in parts(word):
            answered |= spellings.get(part, 0)
    return answered


def marked(text: str, spellings: Mapping[str, int]) -> Passage:
    """Return the whole text with its marks."""
    return Passage(text, [(token.start, token.end) for token, _concepts in found_words(text, spellings)])


def best_passage(text: str, spellings: Mapping[str, int]) -> Passage | None:
    """Return the stretch of about 200 characters that answers most of the query; None if no word occurs."""
    best, best_value = None, (0, 0)
    for line in text.split("\n"):
        found = found_words(line, spellings)
        for place, (token, _concepts) in enumerate(found):
            within = [(other, bit) for other, bit in found[place:] if other.end <= token.start + WINDOW - LEAD]
            answered = 0
            for _other, bit in within:
                answered |= bit
            value = (answered.bit_count(), len(within))
            if value > best_value:
                best, best_value = (line, [other for other, _bit in within]), value
    return _around(*best) if best else None


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
