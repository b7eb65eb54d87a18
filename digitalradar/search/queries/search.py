"""One search for pages, lists and the API."""

import math
from collections.abc import Collection, Iterable, Mapping

from ..models import Document
from ..ranking.concepts import Concept, concepts
from ..ranking.scores import scored
from . import facets as narrowing
from .highlights import highlight, marked_title, sought_spellings
from .results import Correction, Hit, Results
from .snapshot import Language, Snapshot, bits, current

LONGEST_QUERY = 200  # characters; what follows is not read
LAST_PAGE = 1000
WEAKEST = 0.12  # share of the best score below which a document is no hit
SORTS = ("relevance", "place", "title", "newest")


def search(
    text: str = "",
    *,
    language: str,
    kinds: Collection[str] | None = None,
    filters: Mapping[str, Collection[str]] | None = None,
    page: int = 1,
    per_page: int = 10,
    sort: str = "relevance",
) -> Results:
    """Return one page of what fits.

    Without ``text`` everything fits, in the order of ``place`` if none is named. Values of one facet are joined by
    "or", facets by "and". A page behind the last one is the last one. Besides the documents of the page it costs one
    query, as long as the index stays the same and the words were searched before; else a few more.
    """
    snapshot = current()
    own = snapshot.language(language)
    asked = concepts(text[:LONGEST_QUERY], language, own.vocabulary, own.synonyms)
    fixed = {"language": [language], **({"kind": kinds} if kinds else {})}
    everything = narrowing.mask(snapshot.facets, fixed, (1 << snapshot.size) - 1)
    filters = {facet: values for facet, values in (filters or {}).items() if values}
    if any(concept.weights and concept.share == 1.0 for concept in asked):
        scores = _scores(asked, own, snapshot, everything)
        hits = bits(scores, snapshot.size)
    else:
        scores, hits = {}, 0 if text.strip() else everything  # fillers alone lead nowhere
    left = narrowing.mask(snapshot.facets, filters, hits)
    numbers = _ordered(sort if asked or sort != "relevance" else "place", scores, left, snapshot)
    pages = max(1, math.ceil(len(numbers) / per_page))
    page = min(max(1, page), pages)
    shown = numbers[(page - 1) * per_page : page * per_page]
    corrections = [Correction(concept.typed, concept.corrected) for concept in asked if concept.corrected]
    return Results(
        hits=_hits(shown, scores, asked, own, snapshot),
        total=len(numbers),
        page=page,
        pages=pages,
        facets=narrowing.counts(snapshot.facets, filters, hits, hidden=("language",)),
        corrections=corrections,
        unknown=[concept.typed for concept in asked if not concept.weights],
        query=_corrected(text, corrections),
    )


def _scores(asked: list[Concept], own: Language, snapshot: Snapshot, everything: int) -> dict[int, float]:
    """Return the scores of all documents that are hits."""
    own.read({term for concept in asked for alternative in concept.alternatives() for term in alternative.terms})
    found = scored(asked, own.postings, len(snapshot.rows))
    rows = snapshot.rows
    weighed = {
        number: score * rows[number].prior
        for number, score in found.scores.items()
        if number in rows and everything >> number & 1
    }
    least = WEAKEST * max(weighed.values(), default=0.0)
    return {number: score for number, score in weighed.items() if score >= least}


def _ordered(sort: str, scores: Mapping[int, float], left: int, snapshot: Snapshot) -> list[int]:
    """Return the numbers whose bit is set in ``left``, sorted."""
    is_left = f"{left:b}"[::-1].ljust(snapshot.size + 1, "0")
    if sort == "relevance":
        return sorted((number for number in scores if is_left[number] == "1"), key=lambda one: (-scores[one], one))
    order = snapshot.orders.get(sort, snapshot.orders["place"])
    return [number for number in order if is_left[number] == "1"]


def _hits(
    numbers: Iterable[int], scores: Mapping[int, float], asked: list[Concept], own: Language, snapshot: Snapshot
) -> list[Hit]:
    """Read the documents of one page, with one query, and mark in them what was sought."""
    rows = [snapshot.rows[number] for number in numbers]
    documents = Document.objects.defer("terms", *([] if asked else ["body"])).in_bulk([row.pk for row in rows])
    spellings = sought_spellings(asked, own)
    return [
        Hit(
            document,
            round(scores.get(row.number, 0.0), 4),
            marked_title(document, spellings),
            highlight(document, spellings),
        )
        for row in rows
        if (document := documents.get(row.pk))  # gone since the index was read
    ]


def _corrected(text: str, corrections: Iterable[Correction]) -> str:
    for correction in corrections:
        text = text.replace(correction.typed, correction.meant)
    return text
