"""What a search gives back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.safestring import SafeString

from ..models import Document


@dataclass(frozen=True)
class Hit:
    """One page found. ``title`` and ``highlight`` are safe HTML in which the words found stand in ``<mark>``."""

    document: Document
    score: float
    title: SafeString
    highlight: SafeString
    words: Sequence[str] = ()


@dataclass(frozen=True)
class Correction:
    """A word that no page has, and the nearest one that some have."""

    typed: str
    meant: str


@dataclass(frozen=True)
class Results:
    """One page of hits and what is known about all of them.

    ``facets`` counts the hits by facet and value, each facet without its own filter. ``unknown`` are words for which
    nothing at all was found. ``query`` is the text with its corrections.
    """

    hits: Sequence[Hit]
    total: int
    page: int
    pages: int
    facets: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    corrections: Sequence[Correction] = ()
    unknown: Sequence[str] = ()
    query: str = ""
