"""Everything that is wrong with a catalogue, with file, line, place and reason."""

from collections.abc import Iterable

from .document import CatalogueDocument
from .problem import Problem
from .validation import Findings, between, conditions, engine, header, links, questions, shape, translations

CONTENT_CHECKS = (engine.check, questions.check, conditions.check, header.check, links.check, translations.check)


def problems(document: CatalogueDocument) -> list[Problem]:
    """Return what keeps the catalogue from being loaded, in the order of the files; empty if it is sound.

    The content is looked at once the shape is right: before, one slip would show up as many.
    """
    if found := _located(document, shape.check(document.data)):
        return found
    return _located(document, (finding for check in CONTENT_CHECKS for finding in check(document.data)))


def problems_between(documents: Iterable[CatalogueDocument]) -> list[Problem]:
    """Return the links between these catalogues that lead nowhere; each has to be sound by itself."""
    documents = list(documents)
    by_id = {document.data["id"]: document.data for document in documents}
    return [problem for document in documents for problem in _located(document, between.check(document.data, by_id))]


def _located(document: CatalogueDocument, findings: Findings) -> list[Problem]:
    return sorted({document.problem(path, reason) for path, reason in findings})
