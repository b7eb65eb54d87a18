"""What another part hands over to be found."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date

from .ranking.impacts import FIELDS

ANALYSIS_VERSION = 1  # raise it when words are cut or weighed differently: every document then counts as changed


@dataclass(frozen=True)
class Entry:
    """One public page in one language.

    ``kind`` and ``key`` name it for good ("guide", "datensicherung"); ``headings`` and ``body`` are plain text, one
    passage a line. ``facets`` holds ids by which lists can be narrowed. ``place`` orders a list "from easy to hard";
    ``prior`` (0 to 1) multiplies the score.
    """

    kind: str
    key: str
    language: str
    title: str
    url: str
    summary: str = ""
    headings: str = ""
    body: str = ""
    keywords: str = ""
    facets: Mapping[str, Sequence[str]] = field(default_factory=dict)
    published: date | None = None
    place: int = 0
    prior: float = 1.0

    def parts(self) -> list[tuple[str, str]]:
        """Return the texts with the names of their fields in the ranking."""
        return [(name, getattr(self, name)) for name in FIELDS]

    def digest(self) -> str:
        """Return a fingerprint of everything the index keeps of the page."""
        told = json.dumps([ANALYSIS_VERSION, asdict(self)], sort_keys=True, default=str, ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()
