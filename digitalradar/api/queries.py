"""Loaded catalogues as the API shows them. A loaded version never changes, so what was built once stays in memory."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from digitalradar.assessments.catalogue import canonical
from digitalradar.assessments.localise import localise
from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.queries.catalogues import document

from .problems import Refused

BASIC = ("id", "version", "catalogue", "family", "digest", "loaded_at")


@dataclass(frozen=True)
class Loaded:
    """A loaded version: its row and what its document says."""

    id: int
    catalogue: str
    version: str
    family: str
    digest: str
    loaded_at: datetime


def active_versions() -> list[Loaded]:
    """Return the version of each catalogue that new runs use, by catalogue id; one query."""
    rows = CatalogueVersion.objects.filter(is_active=True).order_by("catalogue").values(*BASIC)
    return [Loaded(**row) for row in rows]


def find_version(catalogue: str, version: str | None = None) -> Loaded:
    """Return a loaded version, without ``version`` the one new runs use; one query.

    Raises:
        Refused: ``unknown_catalogue``.
    """
    wanted = {"version": version} if version else {"is_active": True}
    row = CatalogueVersion.objects.filter(catalogue=catalogue, **wanted).values(*BASIC).first()
    if row is None:
        raise Refused("unknown_catalogue")
    return Loaded(**row)


@lru_cache(maxsize=48)
def full_structure(version_id: int, language: str, digest: str) -> tuple[bytes, str]:
    """Return the document in a language as canonical JSON, and the language its texts really have.

    Everything the scoring engine reads is in it, to the last decimal, and the digest of the whole document.
    """
    data = localise(document(version_id), language) | {"digest": digest}
    return canonical(data), data["text_language"]


@lru_cache(maxsize=48)
def summary(version_id: int, language: str) -> dict[str, Any]:
    """Return what the list of catalogues says about one."""
    whole = document(version_id)
    data = localise(whole, language)
    questions = [question for dimension in data["dimensions"] for question in dimension["questions"]]
    return {
        "id": data["id"],
        "family": data["family"],
        "version": data["version"],
        "title": data["title"],
        "purpose": data.get("purpose"),
        "text_language": data["text_language"],
        "languages": [whole["language"], *sorted(whole.get("translations", {}))],
        "kinds": list(dict.fromkeys(question.get("kind", "staged") for question in questions)),
        "dimensions": len(data["dimensions"]),
        "questions": len(questions),
        "measures": len(data.get("measures", [])),
    }
