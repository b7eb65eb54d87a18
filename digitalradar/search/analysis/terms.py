"""What a text is found under: terms and the words that stand behind them."""

from collections.abc import Iterator
from dataclasses import dataclass

from .stems import stem
from .stopwords import is_stop_word
from .words import folded, joined, parts, tokens

PART_WEIGHT = 0.6  # "Rechnung" inside "E-Rechnung" counts less than the word on its own


@dataclass(frozen=True)
class Occurrence:
    """One word in a text: its term in the index, the word as written and folded, and how much it counts (0 to 1)."""

    term: str
    shown: str
    folded: str
    weight: float = 1.0


def occurrences(text: str, language: str) -> Iterator[Occurrence]:
    """Yield the words of a cleaned text without stop words; hyphenated ones joined, and each of their parts besides."""
    for token in tokens(text):
        whole = joined(token.text)
        if is_stop_word(folded(whole), language):
            continue
        yield Occurrence(stem(whole, language), token.text, folded(whole))
        if whole != token.text:
            yield from _parts(token.text, language)


def _parts(word: str, language: str) -> Iterator[Occurrence]:
    for part in parts(word):
        if len(part) > 1 and not is_stop_word(folded(part), language):
            yield Occurrence(stem(part, language), part, folded(part), PART_WEIGHT)
