"""The document of a result names the guides, to click and to type in."""

import pikepdf
import pytest
from django.conf import settings

from digitalradar.assessments.documents import build_document
from tests.assessments.documents.conftest import result_of
from tests.factories.assessments import make_answered_run
from tests.factories.knowledge import make_guide
from tests.pdf_reader import Document

pytestmark = pytest.mark.usefixtures("shelves")


def links(document: Document) -> set[str]:
    """Return the addresses that the pages lead to."""
    annotations = [note for page in document.pdf.pages for note in page.get("/Annots", [])]
    return {str(note.A.URI) for note in annotations if note.get("/Subtype") == "/Link" and "/URI" in note.get("/A", {})}


def test_first_and_further_steps_lead_to_their_guides():
    result = result_of(make_answered_run(value=1, size="10-49"))
    first, further = result.outcome["measures"][0]["id"], result.outcome["measures"][5]["id"]
    make_guide(first)
    make_guide(further)
    document = Document(build_document(result, "de").content)
    addresses = {f"{settings.PUBLIC_URL}/leitfaeden/{name}/" for name in (first, further)}
    assert addresses <= links(document)
    assert document.says(f"leitfaeden/{first}/")
    assert not document.says(f"leitfaeden/{further}/")
    assert document.of_kind("Link")


def test_guide_in_german_says_so_in_an_english_document():
    result = result_of(make_answered_run("cyber-check", value="unmet"))
    make_guide("cyberrisikocheck", title="Risiken besprechen")
    document = Document(build_document(result, "en").content)
    assert document.says("leitfaeden/cyberrisikocheck/ (in German)")


def test_document_without_guides_names_none():
    result = result_of(make_answered_run(value=1, size="10-49"))
    document = Document(build_document(result, "de").content)
    assert not document.says("Alle Schritte im Leitfaden")
    assert not isinstance(document.pdf.Root.get("/AcroForm"), pikepdf.Object)
