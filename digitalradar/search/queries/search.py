"""One search for pages, lists and the API."""

import math
from collections.abc import Collection, Iterable, Mapping
from itertools import islice

import numpy as np

from ..models import Document
from ..ranking.concepts import Concept, concepts
from ..ranking.scores import scored
from . import facets as narrowing
from .highlights import highlight, marked_title, sought_words
from .results import Correction, Hit, Results
from .snapshot import Language, Snapshot, bits, current, flags, set_bits

LONGEST_QUERY = 200  # characters; what follows is not read
LAST_PAGE = 1000
WEAKEST = 0.12  # share of the best score below which a document is no hit
SMALLEST = 1e-9  # a score that is no score
SORTS = ("relevance", "place", "title", "newest")


def search(
    text: str = "",
    *,
    language: str,
    kinds: Collection[str] | None = None,
    filters: Mapping[str, Collection[str]] | None = None,
    own_facets: Mapping[str, Mapping[str, Collection[int]]] | None = None,
    page: int = 1,
    per_page: int = 10,
    sort: str = "relevance",
) -> Results:
    """Return one page of what fits.

    Without ``text`` everything fits, in the order of ``place`` if none is named. Values of one facet are joined by
    "or", facets by "and"; ``own_facets`` are further ones for whoever asks, as numbers of documents by value. A page
    behind the last one is the last one. Besides the documents of the page it costs one query, as long as the index
    stays the same and the words were searched before; else a few more.
    """
    snapshot = current()
    own = snapshot.language(language)
    asked = concepts(text[:LONGEST_QUERY], language, own.vocabulary, own.synonyms)
    fixed = {"language": [language], **({"kind": kinds} if kinds else {})}
    everything = narrowing.mask(snapshot.facets, fixed, (1 << snapshot.size) - 1)
    filters = {facet: values for facet, values in (filters or {}).items() if values}
    scores = np.zeros(snapshot.size)
    if any(concept.weights and concept.share == 1.0 for concept in asked):  # fillers alone lead nowhere
        scores = _scores(asked, own, snapshot, everything)
    hits = set_bits(scores) if text.strip() else everything
    facets = {**snapshot.facets, **_as_bits(own_facets or {}, snapshot.size)}
    left = narrowing.mask(facets, filters, hits)
    total = left.bit_count()
    pages = max(1, math.ceil(total / per_page))
    page = min(max(1, page), pages)
    ordered = _ordered(
        sort if text.strip() or sort != "relevance" else "place", scores, left, snapshot, page * per_page
    )
    shown = ordered[(page - 1) * per_page :]
    corrections = [Correction(concept.typed, concept.corrected) for concept in asked if concept.corrected]
    return Results(
        hits=_hits(shown, scores, asked, own, snapshot),
        total=total,
        page=page,
        pages=pages,
        facets=narrowing.counts(facets, filters, hits, hidden=("language",)),
        corrections=corrections,
        unknown=[concept.typed for concept in asked if not concept.weights],
        query=_corrected(text, corrections),
    )


def _as_bits(own_facets: Mapping[str, Mapping[str, Collection[int]]], size: int) -> dict[str, dict[str, int]]:
    """Return documents by facet and value as bits, without those that came after the index was read."""
    return {
        facet: {value: bits((number for number in numbers if number < size), size) for value, numbers in values.items()}
        for facet, values in own_facets.items()
    }


def _scores(asked: list[Concept], own: Language, snapshot: Snapshot, everything: int) -> np.ndarray:
    """Return the score of each number; 0 for all that are no hits."""
    own.read({term for concept in asked for alternative in concept.alternatives() for term in alternative.terms})
    weighed = scored(asked, own.answers, len(snapshot.rows), snapshot.size) * snapshot.factors(everything)
    least = max(WEAKEST * weighed.max(initial=0.0), SMALLEST)
    return np.where(weighed >= least, weighed, 0.0)


def _ordered(sort: str, scores: np.ndarray, left: int, snapshot: Snapshot, limit: int) -> list[int]:
    """Return the first numbers whose bit is set in ``left``, sorted."""
    is_left = flags(left, snapshot.size)
    if sort == "relevance":
        numbers = np.flatnonzero(is_left)
        return numbers[np.argsort(-scores[numbers], kind="stable")][:limit].tolist()
    order = snapshot.orders.get(sort, snapshot.orders["place"])
    return list(islice((number for number in order if is_left[number]), limit))


def _hits(
    numbers: Iterable[int], scores: np.ndarray, asked: list[Concept], own: Language, snapshot: Snapshot
) -> list[Hit]:
    """Read the documents of one page, with one query, and mark in them what was sought."""
    rows = [snapshot.rows[number] for number in numbers]
    left_out = ["terms"] if asked else ["terms", "body", "keywords"]
    documents = Document.objects.defer(*left_out).in_bulk([row.pk for row in rows])
    sought = sought_words(asked, own)
    return [
        Hit(
            document,
            round(float(scores[row.number]), 4),
            marked_title(document, sought),
            highlight(document, sought),
        )
        for row in rows
        if (document := documents.get(row.pk))  # gone since the index was read
    ]


def _corrected(text: str, corrections: Iterable[Correction]) -> str:
    for correction in corrections:
        text = text.replace(correction.typed, correction.meant)
    return text
