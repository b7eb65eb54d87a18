"""The glossary from A to Z: a list of all words, and a page for each letter so that none grows too heavy."""

from dataclasses import dataclass
from itertools import groupby

from ..queries.glossary import PageLink, Word, sort_key, uses

DIGITS = "0–9"


@dataclass(frozen=True)
class Letter:
    """The words under one letter; ``slug`` is its part of the address."""

    letter: str
    slug: str
    words: list[Word]


def letters(words: list[Word]) -> list[Letter]:
    """Return the words by first letter; those that begin with a digit come first, together."""
    groups = groupby(words, key=lambda word: _letter(word.term))
    return [Letter(letter, letter[:1].lower(), list(group)) for letter, group in groups]


def explained(words: list[Word]) -> list[dict[str, Word | list[PageLink]]]:
    """Return words with the pages that use them."""
    used = uses(words)
    return [{"word": word, "pages": used.get(word.id, [])} for word in words]


def _letter(term: str) -> str:
    first = sort_key(term)[:1].upper()
    return DIGITS if first.isdigit() else first
