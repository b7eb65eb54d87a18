"""Stems: the form under which the inflections of a word meet in the index (Snowball's rules)."""

import threading
from functools import lru_cache

import snowballstemmer

from .words import folded

ALGORITHMS = {"de": "german", "en": "english"}
_own = threading.local()  # a stemmer keeps the word it works on in itself


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """Return the folded stem of one word without hyphens; German rules for languages we do not know."""
    return folded(_stemmer(ALGORITHMS.get(language, "german")).stemWord(word.lower()))


def _stemmer(algorithm: str) -> snowballstemmer.german_stemmer.GermanStemmer:
    known = _own.__dict__
    if algorithm not in known:
        known[algorithm] = snowballstemmer.stemmer(algorithm)
    return known[algorithm]
