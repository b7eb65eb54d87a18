"""Catalogues as pages and the scoring engine read them."""

import json
from decimal import Decimal
from functools import lru_cache
from typing import Any

from digitalradar.topics.vocabulary import sector_titles

from ..localise import localise
from ..models import CatalogueVersion
from ..questionnaire import Questionnaire
from ..scoring import Catalogue, parse_catalogue

# Versions are immutable, so these caches never go stale; the sizes bound the memory when many old versions are read.


@lru_cache(maxsize=24)
def document(version_id: int) -> dict[str, Any]:
    """Return the whole document of a version, translations included; decimals stay decimals."""
    content = CatalogueVersion.objects.values_list("content", flat=True).get(pk=version_id)
    return json.loads(content, parse_float=Decimal)


@lru_cache(maxsize=24)
def scoring_catalogue(version_id: int) -> Catalogue:
    """Return a version as the scoring engine takes it."""
    return parse_catalogue(document(version_id))


@lru_cache(maxsize=48)
def questionnaire(version_id: int, language: str) -> Questionnaire:
    """Return a version in a language; untranslated texts stay German, but sectors have a name in every language."""
    data = localise(document(version_id), language)
    if "sectors" in data and data["text_language"] != language:
        titles = sector_titles(language)
        data["sectors"] = [{**item, "title": titles.get(item["id"], item["title"])} for item in data["sectors"]]
    return Questionnaire(version_id, data)


def active_version_id(catalogue: str) -> int | None:
    return CatalogueVersion.objects.filter(catalogue=catalogue, is_active=True).values_list("pk", flat=True).first()


def find_version_id(name: str) -> int | None:
    """Return the row id of a loaded version by its name, ``digital-check@2026.1``; a bare id means the active one."""
    catalogue, _at, version = name.partition("@")
    if not version:
        return active_version_id(catalogue)
    found = CatalogueVersion.objects.filter(catalogue=catalogue, version=version)
    return found.values_list("pk", flat=True).first()


def active_questionnaire(catalogue: str, language: str) -> Questionnaire | None:
    """Return the version new runs get, or None when the catalogue is not loaded."""
    version_id = active_version_id(catalogue)
    return questionnaire(version_id, language) if version_id else None


def active_catalogue(catalogue: str, language: str = "de") -> dict[str, Any] | None:
    """Return the document of the active version in a language, or None when it is not loaded."""
    found = active_questionnaire(catalogue, language)
    return found.data if found else None


def active_questionnaires(language: str) -> dict[str, Questionnaire]:
    """Return all active catalogues by id, with one query."""
    versions = CatalogueVersion.objects.filter(is_active=True).values_list("catalogue", "pk")
    return {catalogue: questionnaire(pk, language) for catalogue, pk in versions}
