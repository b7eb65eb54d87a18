"""One page into the index or out of it."""

from django.db import transaction

from ..entry import Entry
from ..models import Document
from ..ranking.impacts import analysed
from .postings import Key, add_words, free_number, hold_index, packed, put, term_ids, unpacked

PRESENT = 1  # impact of a facet: only whether it is there counts


@transaction.atomic
def index(entry: Entry) -> bool:
    """Put a page into the index or bring it up to date; return whether anything changed.

    Call it in the transaction that publishes the page: readers then see both or neither. Until the transaction ends,
    nobody else can change the index.
    """
    if Document.objects.filter(**identity(entry), digest=entry.digest()).exists():
        return False
    hold_index()
    old = Document.objects.filter(**identity(entry)).first()
    number = old.number if old else free_number()
    text = analysed(entry.parts(), entry.language)
    impacts = keyed_impacts(entry, text.impacts)
    ids = term_ids(impacts)
    add_words(text.words, entry.language, ids)
    put(number, unpacked(old.terms) if old else (), {ids[key]: impact for key, impact in impacts.items()})
    document = document_of(entry, number)
    document.terms = packed(ids.values())
    document.pk = old.pk if old else None
    document.save()
    return True


@transaction.atomic
def remove(kind: str, key: str, language: str = "") -> int:
    """Take a page out of the index, in one language or in all; return how many documents went."""
    wanted = Document.objects.filter(kind=kind, key=key, **({"language": language} if language else {}))
    if not wanted.exists():
        return 0
    hold_index()
    documents = list(wanted)
    for document in documents:
        put(document.number, unpacked(document.terms), {})
        document.delete()
    return len(documents)


def identity(entry: Entry) -> dict[str, str]:
    """Return what names the entry's document."""
    return {"kind": entry.kind, "key": entry.key, "language": entry.language}


def keyed_impacts(entry: Entry, impacts: dict[str, int]) -> dict[Key, int]:
    """Return impacts by language and term, and the entry's facets; kind and language are facets as well."""
    facets = {**entry.facets, "kind": [entry.kind], "language": [entry.language]}
    words = {(entry.language, term): impact for term, impact in impacts.items()}
    return words | {("", f"{facet}={value}"): PRESENT for facet, values in facets.items() for value in values}


def document_of(entry: Entry, number: int) -> Document:
    """Return the unsaved document of an entry, without its terms."""
    return Document(
        **identity(entry),
        number=number,
        title=entry.title,
        url=entry.url,
        summary=entry.summary,
        body=entry.body,
        keywords=entry.keywords,
        facets={facet: list(values) for facet, values in entry.facets.items()},
        published=entry.published,
        place=entry.place,
        prior=entry.prior,
        digest=entry.digest(),
    )
