"""Cut texts into words and bring spellings of the same word together."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

HYPHENS = "-‐‑"
WORD = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+|[.,](?=\d)\d+)*")
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
LETTERS = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
# "ue" stays where both letters belong to different sounds: neue, Steuer, Bauer, Quelle.
WRITTEN_OUT = re.compile(r"(?<![aeq])ue|ae|oe")
LONGEST_WORD = 64


class Token(NamedTuple):
    """One word as it stands in a text, with the place of its first letter and of the one behind its last."""

    text: str
    start: int
    end: int


def cleaned(text: str) -> str:
    """Return the text without invisible characters (soft hyphens, joiners), composed."""
    return unicodedata.normalize("NFC", text).translate(INVISIBLE)


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a cleaned text; parts joined by hyphens are one word, words above 64 characters none."""
    for match in WORD.finditer(text):
        if match.end() - match.start() <= LONGEST_WORD:
            yield Token(match.group(), match.start(), match.end())


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """Return the word in small letters, ``ä`` and ``ae`` as ``a`` and so on, ``ß`` as ``ss``, accents dropped."""
    plain = WRITTEN_OUT.sub(lambda found: found.group()[0], word.lower().translate(LETTERS))
    if plain.isascii():
        return plain
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def parts(word: str) -> list[str]:
    """Return the parts of a word joined by hyphens: ``["E", "Rechnung"]``; one part for any other word."""
    return re.split(rf"[{HYPHENS}]", word)


def joined(word: str) -> str:
    """Return the word without its hyphens: ``ERechnung``."""
    return "".join(parts(word))
