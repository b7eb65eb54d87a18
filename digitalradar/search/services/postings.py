"""Bookkeeping of terms and postings; every function runs inside a transaction that holds the index."""

import uuid
from array import array
from collections.abc import Collection, Mapping

from django.db import transaction
from django.db.models import F

from digitalradar.core import page_cache

from ..models import Document, Generation, Posting, Term, Word

INDEX_TAG = "search-index"  # of kept pages that show what a search found
Key = tuple[str, str]  # language (empty for facets) and text of a term


def hold_index() -> None:
    """Announce a change and wait until nobody else is changing the index; call it before reading what to change."""
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError("The index is changed inside a transaction only.")
    page_cache.forget(INDEX_TAG)
    token = uuid.uuid4().hex  # never one that came before: a change that is taken back leaves no trace in caches
    while not Generation.objects.filter(pk=1).update(token=token):
        Generation.objects.get_or_create(pk=1)


def term_ids(keys: Collection[Key]) -> dict[Key, int]:
    """Return the row ids of terms; new ones are added."""
    found = _existing_terms(keys)
    if missing := [key for key in keys if key not in found]:
        Term.objects.bulk_create([Term(language=language, text=text) for language, text in missing])
        found |= _existing_terms(missing)
    return found


def _existing_terms(keys: Collection[Key]) -> dict[Key, int]:
    found = {}
    for language in {language for language, _text in keys}:
        texts = [text for own, text in keys if own == language]
        rows = Term.objects.filter(language=language, text__in=texts).values_list("text", "pk")
        found |= {(language, text): pk for text, pk in rows}
    return found


def add_words(words: Mapping[str, tuple[str, str]], language: str, ids: Mapping[Key, int]) -> None:
    """Remember words (folded form to term and spelling) that are new to the index."""
    rows = [
        Word(term_id=ids[language, term], language=language, folded=folded, shown=shown)
        for folded, (term, shown) in words.items()
    ]
    Word.objects.bulk_create(rows, ignore_conflicts=True)


def put(number: int, old: Collection[int], new: Mapping[int, int]) -> None:
    """Replace the postings of one document: ``old`` term ids go, ``new`` impacts by term id come."""
    block, place = divmod(number, Posting.BLOCK)
    ids = {*old, *new}
    pairs = dict(Posting.objects.filter(block=block, term_id__in=ids).values_list("term_id", "pairs"))
    rows = [
        Posting(term_id=pk, block=block, pairs=with_impact(bytes(pairs.get(pk, b"")), place, new.get(pk, 0)))
        for pk in sorted(ids)
    ]
    Posting.objects.bulk_create(
        [row for row in rows if row.pairs],
        update_conflicts=True,
        unique_fields=["term", "block"],
        update_fields=["pairs"],
    )
    Posting.objects.filter(block=block, term_id__in=[row.term_id for row in rows if not row.pairs]).delete()
    Term.objects.filter(pk__in=set(new) - set(old)).update(documents=F("documents") + 1)
    gone = set(old) - set(new)
    Term.objects.filter(pk__in=gone).update(documents=F("documents") - 1)
    Term.objects.filter(pk__in=gone, documents=0).delete()


def with_impact(pairs: bytes, place: int, impact: int) -> bytes:
    """Return the pairs of a block with one document's impact (0: without it), in the order of places."""
    found = dict(zip(pairs[::2], pairs[1::2], strict=True))
    found.pop(place, None)
    if impact:
        found[place] = impact
    return bytes(value for pair in sorted(found.items()) for value in pair)


def packed(ids: Collection[int]) -> bytes:
    """Return row ids as a document keeps them."""
    return array("q", sorted(ids)).tobytes()


def unpacked(data: bytes) -> list[int]:
    """Return the row ids that :func:`packed` wrote."""
    return list(array("q", bytes(data)))


def free_number() -> int:
    """Return the lowest number no document has."""
    taken = set(Document.objects.values_list("number", flat=True))
    return next(number for number in range(len(taken) + 1) if number not in taken)
