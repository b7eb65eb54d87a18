"""Guides have 700 to 1,200 words, and sentences that one understands at the first reading."""

from collections.abc import Iterator

from ..library import Library
from ..passages import Kind, Passage
from ..problem import Level, Problem
from ..reading import Source
from ..words import Readability, readability, sentences, words

RULE = "Länge und Lesbarkeit"
FEWEST_WORDS, MOST_WORDS = 700, 1200
MEAN_LIMIT = 16  # words per sentence, running text and lists of sentences
LONGEST_LIMIT = 30  # words; also of cells and things to tick off
FIGURE_LIMIT = {"de": 11.0}  # Vienna formula; for English it is shown but nothing hangs on it


def measure(source: Source) -> Readability:
    """Return the figures of running text and lists of sentences; ``words`` counts the whole guide."""
    found = source.passages
    texts = [one.text for one in found if one.kind in {Kind.PARAGRAPH, Kind.SENTENCE}]
    figures = readability(texts)
    return Readability(
        words=sum(len(words(one.text)) for one in found),
        sentences=figures.sentences,
        mean=figures.mean,
        longest=figures.longest,
        hardest=figures.hardest,
        figure=figures.figure,
    )


def check(library: Library) -> Iterator[Problem]:
    """Yield what is too short, too long or too hard to read."""
    for source, _guide in library.guides:
        yield from _figures(source, measure(source))
    for source in library.sources:
        for passage in source.passages:
            yield from _long_sentences(source, passage)


def _figures(source: Source, figures: Readability) -> Iterator[Problem]:
    if not FEWEST_WORDS <= figures.words <= MOST_WORDS:
        yield _told(source, f"Der Text hat {figures.words} Wörter; vorgesehen sind {FEWEST_WORDS} bis {MOST_WORDS}.")
    if figures.mean > MEAN_LIMIT:
        yield _told(
            source, f"Die Sätze haben im Mittel {figures.mean:.1f} Wörter; höchstens {MEAN_LIMIT} sollen es sein."
        )
    limit = FIGURE_LIMIT.get(source.location.language)
    if limit and figures.figure > limit:
        yield _told(
            source, f"Die Wiener Sachtextformel ergibt {figures.figure:.1f}; höchstens {limit:.0f} ist das Ziel."
        )


def _told(source: Source, reason: str) -> Problem:
    return source.problem(("for_whom",), reason, RULE, Level.RULE)


def _long_sentences(source: Source, passage: Passage) -> Iterator[Problem]:
    for sentence in sentences(passage.text):
        if (count := len(words(sentence))) > LONGEST_LIMIT:
            reason = f"Ein Satz hat {count} Wörter; höchstens {LONGEST_LIMIT}: „{sentence[:60]}…“"
            yield source.problem(passage.place, reason, RULE, Level.RULE)
