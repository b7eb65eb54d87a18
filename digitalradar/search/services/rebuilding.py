"""The whole index anew from its sources, and whether that is needed."""

from collections import defaultdict
from collections.abc import Iterable

from django.db import transaction

from .. import sources
from ..entry import Entry
from ..models import Document, Posting, Term, Word
from ..ranking.impacts import analysed
from .indexing import document_of, identity, keyed_impacts
from .postings import Key, hold_index, packed

AT_ONCE = 500


@transaction.atomic
def rebuild(entries: Iterable[Entry] | None = None) -> int:
    """Empty the index and fill it from the sources (or ``entries``) in one step; return how many pages it has.

    Readers see the old index until the new one is complete.
    """
    hold_index()
    for model in (Posting, Word, Term, Document):
        model.objects.all().delete()
    building = _Building()
    for number, entry in enumerate(sources.entries() if entries is None else entries):
        building.add(number, entry)
    building.write()
    return len(building.documents)


def differences() -> list[str]:
    """Return one line per page that is missing, outdated or left over in the index; empty when all is well."""
    stored = {_name(**row): row.pop("digest") for row in Document.objects.values("kind", "key", "language", "digest")}
    wanted = {_name(**identity(entry)): entry.digest() for entry in sources.entries()}
    missing = [f"missing: {name}" for name in wanted if name not in stored]
    outdated = [f"outdated: {name}" for name in wanted if name in stored and stored[name] != wanted[name]]
    left_over = [f"left over: {name}" for name in stored if name not in wanted]
    return sorted([*missing, *outdated, *left_over])


def refresh() -> str | None:
    """Rebuild the index if it differs from its sources, as after an update of the software; say so."""
    found = differences()
    return f"{rebuild()} pages were put into the search index" if found else None


def _name(kind: str, key: str, language: str, **_others: str) -> str:
    return f"{kind}:{key}:{language}"


class _Building:
    """The index in memory while it is built."""

    def __init__(self) -> None:
        self.documents: list[Document] = []
        self._keys: list[list[Key]] = []
        self._pairs: dict[Key, dict[int, bytearray]] = defaultdict(lambda: defaultdict(bytearray))
        self._words: dict[tuple[str, str], tuple[str, str]] = {}

    def add(self, number: int, entry: Entry) -> None:
        """Take one entry in; numbers rise by one."""
        text = analysed(entry.parts(), entry.language)
        impacts = keyed_impacts(entry, text.impacts)
        block, place = divmod(number, Posting.BLOCK)
        for key, impact in impacts.items():
            self._pairs[key][block] += bytes((place, impact))
        for folded, found in text.words.items():
            self._words.setdefault((entry.language, folded), found)
        self.documents.append(document_of(entry, number))
        self._keys.append(list(impacts))

    def write(self) -> None:
        """Store everything."""
        terms = [
            Term(language=language, text=text, documents=sum(len(pairs) // 2 for pairs in blocks.values()))
            for (language, text), blocks in self._pairs.items()
        ]
        Term.objects.bulk_create(terms, AT_ONCE)
        ids = {(term.language, term.text): term.pk for term in terms}
        for document, keys in zip(self.documents, self._keys, strict=True):
            document.terms = packed([ids[key] for key in keys])
        Document.objects.bulk_create(self.documents, AT_ONCE)
        Posting.objects.bulk_create(
            (
                Posting(term_id=ids[key], block=block, pairs=bytes(pairs))
                for key, blocks in self._pairs.items()
                for block, pairs in blocks.items()
            ),
            AT_ONCE,
        )
        Word.objects.bulk_create(
            (
                Word(term_id=ids[language, term], language=language, folded=folded, shown=shown)
                for (language, folded), (term, shown) in self._words.items()
            ),
            AT_ONCE,
        )
