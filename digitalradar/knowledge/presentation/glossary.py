"""The glossary from A to Z."""

from dataclasses import dataclass
from itertools import groupby

from ..queries.glossary import Entry, sort_key

DIGITS = "0–9"


@dataclass(frozen=True)
class Letter:
    """The words under one letter; ``anchor`` is where the list of letters leads."""

    letter: str
    anchor: str
    entries: list[Entry]


def letters(entries: list[Entry]) -> list[Letter]:
    """Return the words by first letter; those that begin with a digit come first, together."""
    groups = groupby(entries, key=lambda entry: _letter(entry.term))
    return [Letter(letter, f"buchstabe-{letter[:1].lower()}", list(group)) for letter, group in groups]


def _letter(term: str) -> str:
    first = sort_key(term)[:1].upper()
    return DIGITS if first.isdigit() else first
