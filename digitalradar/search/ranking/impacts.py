"""How much a word counts in a document: BM25F, kept as one byte per word and document.

After Robertson, Zaragoza and Taylor, "Simple BM25 extension to multiple weighted fields" (2004). Typical lengths are
constants and not averages of the collection, so that a document's numbers never depend on its neighbours.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..analysis.terms import occurrences
from ..analysis.words import cleaned

SATURATION = 4.0  # k1: how slowly further occurrences add
LENGTH_SHARE = 0.5  # b: how much a long field is held against a word in it
LARGEST = 255


@dataclass(frozen=True)
class Field:
    """A part of documents: how much a word in it counts, and how many words it usually has."""

    weight: float
    typical: int


FIELDS = {
    "title": Field(10.0, 6),
    "keywords": Field(8.0, 20),
    "summary": Field(5.0, 14),
    "headings": Field(3.0, 30),
    "body": Field(1.0, 500),
}


@dataclass(frozen=True)
class Analysed:
    """A document as the index keeps it: impact (1 to 255) by term, and the words met by folded form."""

    impacts: dict[str, int]
    words: dict[str, tuple[str, str]]  # folded -> term, as written first


def analysed(parts: Iterable[tuple[str, str]], language: str) -> Analysed:
    """Return impacts and words of a document given as pairs of a name in ``FIELDS`` and a text."""
    sums: dict[str, float] = defaultdict(float)
    words: dict[str, tuple[str, str]] = {}
    texts: dict[str, list[str]] = defaultdict(list)
    for name, text in parts:
        texts[name].append(text)
    for name, lines in texts.items():
        found = list(occurrences(cleaned("\n".join(lines)), language))
        field = FIELDS[name]
        norm = 1 - LENGTH_SHARE + LENGTH_SHARE * len(found) / field.typical
        for word in found:
            sums[word.term] += field.weight * word.weight / norm
            words.setdefault(word.folded, (word.term, word.shown))
    return Analysed({term: _byte(value) for term, value in sums.items()}, words)


def _byte(value: float) -> int:
    return max(1, round(LARGEST * value / (value + SATURATION)))
