"""The words of the index itself: what a typed word may stand for. No word list is needed."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

SEPARATOR = "\n"
SHORTEST_PART = 4  # of a compound
SHORTEST_MISSPELT, TWO_MISTAKES_FROM = 4, 8  # letters
# What stands before a word without making a compound of it: "Versicherung" is no kind of "Sicherung".
HAS_DIGIT = re.compile(r"\d")
NEAREST = 6
MOST_REMEMBERED = 5_000
LARGE = 15_000  # words; the guides of one region have about 10,000
_PREFIXES = """
    ab an auf aus be bei dar durch ein ent er ge hin her miss mit nach uber un um unter ver vor weg wider zer zu zuruck
    zusammen
"""
PREFIXES = frozenset(_PREFIXES.split())
JOINTS = ("", "s", "n", "en", "es", "er", "e")


class Vocabulary:
    """Folded words with their terms, and how many documents have each term."""

    def __init__(
        self,
        words: Mapping[str, str],
        frequencies: Mapping[str, int],
        shown: Mapping[str, str],
        also: Mapping[str, tuple[str, str]] | None = None,
    ) -> None:
        """``also`` holds words of synonyms with term and spelling: nobody has to have written them in a document."""
        self._also = also or {}
        self.words = words
        self.frequencies = frequencies
        self.shown = shown
        self._splits: dict[str, tuple[str, ...]] = {}
        self.remembered: dict[str, dict[tuple[str, ...], float]] = {}
        self._nearest: dict[str, list[tuple[str, int]]] = {}

    def remember(self, typed: str, weights: dict[tuple[str, ...], float]) -> None:
        """Keep what a typed word stands for, until too many are kept."""
        if len(self.remembered) >= MOST_REMEMBERED:
            self.remembered.clear()
        self.remembered[typed] = weights

    @cached_property
    def _text(self) -> str:
        return SEPARATOR.join(["", *sorted(self.words), ""])

    def containing(self, piece: str) -> Iterator[str]:
        """Yield the folded words that hold ``piece``, each once."""
        text, found, end = self._text, self._text.find(piece), 0
        while found >= 0:
            start = text.rfind(SEPARATOR, 0, found) + 1
            end = text.find(SEPARATOR, found)
            yield text[start:end]
            found = text.find(piece, end)

    def knows(self, word: str) -> bool:
        """Whether the folded word stands in some document."""
        return word in self.words

    def entry(self, word: str) -> tuple[str, str] | None:
        """Return term and spelling of a folded word of documents or synonyms, or None."""
        return (self.words[word], self.shown[word]) if word in self.words else self._also.get(word)

    def is_front(self, letters: str) -> bool:
        """Whether the letters may be the front part of a compound."""
        return bool(self._known_without_joint(letters))

    def is_back(self, letters: str) -> bool:
        """Whether the letters may be the rest of a compound, with or without what joins it to the front."""
        return any(letters.startswith(joint) and self.knows(letters[len(joint) :]) for joint in JOINTS)

    def longest_end(self, word: str) -> str:
        """Return the longest known word at the end of an unknown compound; empty if there is none."""
        return next((word[cut:] for cut in range(2, len(word) - 4) if self.knows(word[cut:])), "")

    def longest_front(self, word: str) -> str:
        """Return the longest known word at the front of an unknown compound; empty if there is none."""
        cuts = range(len(word) - 3, 4, -1)
        return next((front for cut in cuts if (front := self._known_without_joint(word[:cut]))), "")

    def split(self, word: str) -> tuple[str, ...]:
        """Return the words of which a folded compound is made, in their order; empty if it cannot be told.

        The longest last part wins, because it names the thing: Rechnungseingangsprüfung -> rechnung, eingang, prufung.
        """
        if word not in self._splits:
            self._splits[word] = self._split(word)
        return self._splits[word]

    def _split(self, word: str) -> tuple[str, ...]:
        for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
            head = word[cut:]
            if not self.knows(head):
                continue
            if front := self._known_without_joint(word[:cut]):
                return (front, head)
            if deeper := self._split(self._without_s(word[:cut])):
                return (*deeper, head)
        return ()

    def _without_s(self, word: str) -> str:
        return word[:-1] if word.endswith("s") else word

    def _known_without_joint(self, front: str) -> str:
        """Return the word at the front of a compound, without the letters that join it to the next; else nothing."""
        if front in PREFIXES:
            return ""
        for joint in JOINTS:
            bare = front.removesuffix(joint) if joint else front
            if len(bare) + len(joint) != len(front) or len(bare) < SHORTEST_PART - 1:
                continue
            for candidate in (bare, bare + "e", bare + "en"):  # Prüfverfahren: prüf(en), Maschinenbau: maschine
                if self.knows(candidate):
                    return candidate
        return ""

    def nearest(self, word: str) -> list[tuple[str, int]]:
        """Return known words that differ from a folded one in a letter or two, with the distance, best first.

        Swapped neighbours count as one. Words of up to three letters have no neighbours, up to seven one letter off.
        """
        if word not in self._nearest:
            self._nearest = {} if len(self._nearest) >= MOST_REMEMBERED else self._nearest
            self._nearest[word] = self._find_nearest(word) if len(word) >= SHORTEST_MISSPELT else []
        return self._nearest[word]

    def _find_nearest(self, word: str) -> list[tuple[str, int]]:
        allowed = 1 if len(word) < TWO_MISTAKES_FROM else 2
        known = [*self._alike(word, allowed), *(other for other in self._also if other not in self.words)]
        found = process.extract(word, known, scorer=OSA.distance, score_cutoff=allowed, limit=40)
        if len(word) == SHORTEST_MISSPELT:  # "Spec" is not "Sec": with a letter missing too little is left
            found = [one for one in found if len(one[0]) == len(word)]
        ranked = sorted(found, key=lambda one: (one[1], one[0][:2] != word[:2], -self.frequency(one[0]), one[0]))
        return [(near, int(distance)) for near, distance, _place in ranked[:NEAREST]]

    def _alike(self, word: str, allowed: int) -> Iterator[str]:
        """Yield the words of about the same length; of a large vocabulary those with the same first letter only."""
        for length in range(len(word) - allowed, len(word) + allowed + 1):
            for start, words in self._by_shape.get(length, {}).items():
                if start == word[0] or len(self.words) < LARGE:
                    yield from words

    @cached_property
    def _by_shape(self) -> dict[int, dict[str, list[str]]]:
        found: dict[int, dict[str, list[str]]] = {}
        for word in sorted(self.words):
            if not HAS_DIGIT.search(word):
                found.setdefault(len(word), {}).setdefault(word[0], []).append(word)
        return found

    def frequency(self, word: str) -> int:
        """Return in how many documents the term behind a folded word stands."""
        return self.frequencies.get(self.words.get(word, ""), 0)
