"""Versions of the small catalogue of the tests, changed in every way an editor is told about."""

from pathlib import Path

from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.services.catalogues import load_catalogue
from tests.assessments.catalogue.small import CATALOGUE, write_catalogue

# One question reworded, weighted and shown under another condition, one replaced, one gone, one new.
CHANGED = (
    CATALOGUE.replace('"2026.1"', '"2026.2"')
    .replace("Wie sichern Sie Ihre Daten?", "Wie sichern Sie heute Ihre Daten?")
    .replace("weight: 1.5", "weight: 2")
    .replace("show_if: {question: schutz.kopie, min: 2}", "show_if: {question: schutz.kopie, min: 3}")
    .replace("      - id: merkmale.netz\n", "      - id: merkmale.anschluss\n        replaces: {id: merkmale.netz}\n")
    .replace("implies: [merkmale.netz]", "implies: [merkmale.anschluss]")
    .replace("merkmale.wolke", "merkmale.dienst")
)


def load(folder: Path, text: str = CATALOGUE) -> CatalogueVersion:
    """Load one version and return it; it is the active one then."""
    return load_catalogue(write_catalogue(folder, catalogue=text))[0]


def two_versions(folder: Path) -> tuple[CatalogueVersion, CatalogueVersion]:
    """Load the small catalogue and its changed version; the second one is active."""
    return load(folder / "old"), load(folder / "new", CHANGED)
