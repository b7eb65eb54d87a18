"""Words that mean the same, looked up by their stems."""

from collections.abc import Iterable, Iterator

from ..analysis.stems import stem
from ..analysis.stopwords import is_stop_word
from ..analysis.words import cleaned, folded, joined, tokens


class Synonyms:
    """Groups of words and phrases that mean the same, looked up by their stems."""

    def __init__(self, groups: Iterable[Iterable[str]], language: str) -> None:
        self.words: dict[str, tuple[str, str]] = {}  # single words, folded: their stem, and as editors wrote them
        self._groups: dict[tuple[str, ...], list[list[tuple[str, ...]]]] = {}
        self.longest = 1
        for group in map(list, groups):
            self._add_words(group, language)
            keys = {text: key for text in group if (key := phrase(text, language))}
            for text, key in keys.items():
                others = [other for other in keys.values() if other != key]
                self._groups.setdefault(key, []).append(others)
                if len(key) > 1:  # Cloud-Speicher is "Cloud Speicher"
                    as_one = (stem(joined(cleaned(text)).replace(" ", ""), language),)
                    self._groups.setdefault(as_one, []).append([key, *others])
                self.longest = max(self.longest, len(key), 2)

    def _add_words(self, group: Iterable[str], language: str) -> None:
        for text in group:
            word = joined(cleaned(text))
            if word.isalpha():
                self.words.setdefault(folded(word), (stem(word, language), text))

    def of(self, key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield what else a phrase (its stems) may be called."""
        for group in self._groups.get(key, ()):
            yield from group


def phrase(text: str, language: str) -> tuple[str, ...]:
    """Return the stems of a phrase without stop words; nothing if too little is left of it ("lohnt sich")."""
    words = [joined(token.text) for token in tokens(cleaned(text))]
    stems = tuple(stem(word, language) for word in words if not is_stop_word(folded(word), language))
    return () if len(stems) == 1 < len(words) else stems
