"""No passage repeats another: neither its words, nor its sentences with other nouns put in.

Two measures over all pairs in one language, both as share of the shorter side (overlap coefficient):

- **words**: sequences of :data:`WORDS_N` words of two passages; from :data:`WORDS_LIMIT` on they are the same text.
- **frames**: sequences of four words of two sentences in which nouns and numbers are replaced by a blank. Only
  sequences with at least three words that are no blank count; from :data:`FRAMES_LIMIT` on it is one template. Passages
  that cite a fact are left out here: what the law says is said in similar words.

Within one file pairs count from :data:`SAME_FILE_LIMIT` on, and terms of the glossary are left out: they say what the
guides say. So are the made-up reports of the example region: all of them say that they are made up. Passages with
fewer sequences than :data:`FEWEST` are too short to tell. Pairs are found through the sequences they share, so that
the time grows with the text, not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..documents import Term
from ..inline import FACT
from ..layouts import LANGUAGES
from ..library import Library
from ..passages import Kind, Passage
from ..problem import Level, Problem
from ..reading import Source
from ..words import sentences, words

RULE = "Ähnlichkeit"
WORDS_N, WORDS_LIMIT = 4, 0.30
FRAMES_N, FRAMES_WORDS, FRAMES_LIMIT = 4, 3, 0.60
SAME_FILE_LIMIT = 0.60  # a guide may come back to its own words, not repeat itself
FEWEST = 6
BLANK = "_"

Shingles = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Pair:
    """Two passages that are too alike; ``share`` is between 0 and 1."""

    share: float
    first: "Unit"
    second: "Unit"


@dataclass(frozen=True)
class Unit:
    """A passage or sentence with its place and its sequences."""

    source: Source
    passage: Passage
    text: str
    shingles: Shingles


def check(library: Library) -> Iterator[Problem]:
    """Yield one problem for each pair that is too alike, at the passage that stands later."""
    for language in LANGUAGES:
        alike = pairs_of(list(_passages(library, language)), WORDS_LIMIT)
        told = {_places(pair) for pair in alike}
        for pair in alike:
            yield _problem(pair, "Diese Wörter stehen fast gleich in {} ({} % der Viererfolgen): {}")
        for pair in pairs_of(list(_sentences(library, language)), FRAMES_LIMIT):
            if _places(pair) not in told:
                yield _problem(pair, "Dieser Satz ist gebaut wie einer in {} ({} % des Gerüsts): {}")


def pairs_of(units: list[Unit], limit: float) -> list[Pair]:
    """Return the pairs whose shared sequences reach ``limit`` of the shorter side, the most alike first."""
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, unit in enumerate(units):
        for shingle in unit.shingles:
            holders[shingle].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        shared.update((a, b) for at, b in enumerate(numbers) for a in numbers[:at])
    pairs = []
    for (a, b), count in shared.items():
        fewer = min(len(units[a].shingles), len(units[b].shingles))
        wanted = limit if units[a].source is not units[b].source else max(limit, SAME_FILE_LIMIT)
        if fewer >= FEWEST and count / fewer >= wanted:
            pairs.append(Pair(count / fewer, units[a], units[b]))
    return sorted(pairs, key=lambda pair: -pair.share)


def word_shingles(text: str) -> Shingles:
    """Return the sequences of :data:`WORDS_N` words."""
    return _shingles([word.lower() for word in words(text)], WORDS_N, lambda _shingle: True)


def frame_shingles(sentence: str) -> Shingles:
    """Return the sequences of a sentence without its nouns and numbers."""
    frame = [
        BLANK if word[0].isdigit() or (place and word[0].isupper()) else word.lower()
        for place, word in enumerate(words(sentence))
    ]
    return _shingles(frame, FRAMES_N, lambda shingle: shingle.count(BLANK) <= FRAMES_N - FRAMES_WORDS)


def _shingles(row: list[str], size: int, counts: Callable[[tuple[str, ...]], bool]) -> Shingles:
    found = (tuple(row[start : start + size]) for start in range(len(row) - size + 1))
    return frozenset(shingle for shingle in found if counts(shingle))


def _passages(library: Library, language: str) -> Iterator[Unit]:
    for source, passage in _all(library, language):
        yield Unit(source, passage, passage.text, word_shingles(passage.text))


def _sentences(library: Library, language: str) -> Iterator[Unit]:
    for source, passage in _all(library, language):
        if not FACT.search(passage.text):
            for sentence in sentences(passage.text):
                yield Unit(source, passage, sentence, frame_shingles(sentence))


def _all(library: Library, language: str) -> Iterator[tuple[Source, Passage]]:
    for source in library.sources:
        location = source.location
        if location.language == language and not location.is_example and not isinstance(source.document, Term):
            yield from ((source, one) for one in source.passages if one.kind is not Kind.TITLE)


def _places(pair: Pair) -> tuple[object, ...]:
    return tuple((unit.source.location, unit.passage.place) for unit in (pair.first, pair.second))


def _problem(pair: Pair, reason: str) -> Problem:
    other = pair.first.source
    where = f"{other.location.path}:{other.line_of(pair.first.passage.place)}"
    told = reason.format(
        where, round(pair.share * 100), f"„{_short(pair.second.text)}“ und „{_short(pair.first.text)}“"
    )
    return pair.second.source.problem(pair.second.passage.place, told, RULE, Level.RULE)


def _short(text: str, length: int = 70) -> str:
    return text if len(text) <= length else f"{text[:length]}…"
