"""What a process has read of the index, kept until the index changes."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from ..models import Document, Generation, Posting, SynonymGroup, Term, Word
from ..ranking.scores import Answers
from ..ranking.synonyms import Synonyms
from ..ranking.vocabulary import Vocabulary


@dataclass(frozen=True)
class Row:
    """What is needed of every document to sort and to count."""

    pk: int
    number: int
    title: str
    published: str
    place: int
    prior: float


class Snapshot:
    """The index as of one token; parts are read when they are first asked for."""

    def __init__(self, token: str) -> None:
        self.token = token
        self._languages: dict[str, Language] = {}
        self._factors: dict[int, np.ndarray] = {}  # one per language and set of kinds

    @cached_property
    def rows(self) -> dict[int, Row]:
        """All documents by number."""
        columns = ("pk", "number", "title", "published", "place", "prior")
        rows = Document.objects.order_by("number").values_list(*columns)
        return {
            number: Row(pk, number, title, published.isoformat() if published else "", place, prior)
            for pk, number, title, published, place, prior in rows
        }

    @cached_property
    def size(self) -> int:
        """One more than the largest number of a document."""
        return max(self.rows, default=-1) + 1

    def factors(self, wanted: int) -> np.ndarray:
        """Return by what each score is multiplied: the prior, 0 for numbers that are not ``wanted`` (bits)."""
        if wanted not in self._factors:
            factors = np.zeros(self.size)
            for number, row in self.rows.items():
                factors[number] = row.prior
            self._factors[wanted] = np.where(flags(wanted, self.size), factors, 0.0)
        return self._factors[wanted]

    def language(self, code: str) -> "Language":
        """Return words and postings of one language."""
        if code not in self._languages:
            self._languages[code] = Language(code)
        return self._languages[code]

    @cached_property
    def facets(self) -> dict[str, dict[str, int]]:
        """Documents by facet and value, as bits: document ``number`` is the bit of that value."""
        terms = dict(Term.objects.filter(language="").values_list("pk", "text"))
        found: dict[str, dict[str, int]] = {}
        for pk, (numbers, _impacts) in read_postings(terms).items():
            facet, _, value = terms[pk].partition("=")
            found.setdefault(facet, {})[value] = bits(numbers, self.size)
        return found

    @cached_property
    def orders(self) -> dict[str, list[int]]:
        """Numbers of all documents in each order a list may have."""
        rows = list(self.rows.values())
        by_title = sorted(rows, key=lambda row: (row.title.casefold(), row.number))
        return {
            "title": [row.number for row in by_title],
            "place": [row.number for row in sorted(by_title, key=lambda row: row.place)],
            "newest": [row.number for row in sorted(by_title, key=lambda row: row.published, reverse=True)],
        }


class Language:
    """Vocabulary, synonyms and postings of one language."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._known: dict[str, tuple[np.ndarray, np.ndarray]] = {}
        self.answers = Answers(self.postings)
        terms = Term.objects.filter(language=code).values_list("pk", "text", "documents")
        self._ids = {}
        frequencies = {}
        for pk, text, documents in terms:
            self._ids[text] = pk
            frequencies[text] = documents
        groups = SynonymGroup.objects.filter(language=code, is_active=True).order_by("pk")
        self.synonyms = Synonyms((group.word_list for group in groups), code)
        words = list(Word.objects.filter(language=code).values_list("folded", "term__text", "shown"))
        self.vocabulary = Vocabulary(
            {folded: term for folded, term, _shown in words},
            frequencies,
            {folded: shown for folded, _term, shown in words},
            self.synonyms.words,
        )

    @cached_property
    def spellings(self) -> dict[str, list[str]]:
        """The words of each term, in small letters as they stand in texts."""
        found: dict[str, list[str]] = {}
        for folded, term in self.vocabulary.words.items():
            found.setdefault(term, []).append(self.vocabulary.shown[folded].lower())
        return found

    def read(self, terms: Collection[str]) -> None:
        """Read the postings of all these terms at once, as far as they are not known yet."""
        wanted = {self._ids[term]: term for term in terms if term not in self._known and term in self._ids}
        for pk, postings in read_postings(wanted).items():
            self._known[wanted[pk]] = postings

    def postings(self, term: str) -> tuple[np.ndarray, np.ndarray]:
        """Return numbers of documents and their impacts; :meth:`read` comes before."""
        return self._known.get(term, _NONE)


_NONE = (np.array([], dtype=np.intp), np.array([], dtype=np.uint8))


def read_postings(ids: Collection[int]) -> dict[int, tuple[np.ndarray, np.ndarray]]:
    """Return numbers and impacts by the row id of a term, with one query (none for no ids)."""
    blocks: dict[int, list[tuple[int, np.ndarray]]] = {}
    if not ids:
        return {}
    rows = Posting.objects.filter(term_id__in=list(ids)).order_by("term_id", "block")
    for pk, block, pairs in rows.values_list("term_id", "block", "pairs"):
        blocks.setdefault(pk, []).append((block * Posting.BLOCK, np.frombuffer(pairs, dtype=np.uint8)))
    return {
        pk: (
            np.concatenate([pairs[::2].astype(np.intp) + start for start, pairs in found]),
            np.concatenate([pairs[1::2] for _start, pairs in found]),
        )
        for pk, found in blocks.items()
    }


def bits(numbers: Iterable[int], size: int) -> int:
    """Return a number in which the bits ``numbers`` are set."""
    flagged = np.zeros(size, dtype=bool)
    flagged[np.fromiter(numbers, dtype=np.intp)] = True
    return set_bits(flagged)


def set_bits(values: np.ndarray) -> int:
    """Return a number in which the bit of each value that is not 0 is set."""
    return int.from_bytes(np.packbits(values != 0, bitorder="little").tobytes(), "little")


def flags(bits: int, size: int) -> np.ndarray:
    """Return for each number below ``size`` whether its bit is set."""
    octets = np.frombuffer(bits.to_bytes((max(size, bits.bit_length()) + 7) // 8, "little"), dtype=np.uint8)
    return np.unpackbits(octets, bitorder="little")[:size].astype(bool)


_current = Snapshot("")


def current() -> Snapshot:
    """Return the index as it is now; asks the database for its token and nothing else."""
    global _current
    token = Generation.objects.filter(pk=1).values_list("token", flat=True).first() or "empty"
    snapshot = _current
    if snapshot.token != token:
        snapshot = _current = Snapshot(token)
    return snapshot
