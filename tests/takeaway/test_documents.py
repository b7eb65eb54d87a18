"""What the PDF of a guide says, and how it is tagged."""

from itertools import pairwise
from pathlib import Path

import pytest

from digitalradar.core.typst.characters import writable
from digitalradar.knowledge.models import GuidePage, TechnologyIndexPage, TechnologyPage
from digitalradar.knowledge.presentation.article import page_sections
from digitalradar.takeaway.documents import build_document, document_data, document_digest
from tests.factories.knowledge import make_guide
from tests.pdf_reader import Document

pytestmark = pytest.mark.django_db
CONTENT = Path(__file__).resolve().parents[2] / "content"


def pdf(page: GuidePage, kind: str = "whole") -> Document:
    return Document(build_document(page, kind).content)


def test_says_everything_the_page_says(guide):
    document = pdf(guide)
    for words in (
        "Prüfen, was zählt",
        "Sie prüfen etwas.",
        "Fachprüfung ausstehend",
        "4 bis 8 Stunden",
        "Für alle. Siehe den anderen und fett.",
        "eine Stunde",
        "Angenommen, ein Betrieb prüft etwas.",
        "Was vorher kommt – Ohne Anfang kein Ende.",
        "1. Prüfen",
        "Geprüft",
        "Klarheit",
        "Zeit lassen",
        "Melden Sie binnen 72 Stunden.",
        "1. Januar 2027",
        "Stand November 2026. Keine Rechtsberatung.",
        "bis etwa 500 Euro",
        "Richtwerte für Betriebe mit etwa 10 bis 100 Beschäftigten, kein Angebot.",
        "Nach zwei Versuchen.",
        "Nicht prüfen.",
        "Jemand schaut genau hin.",
        "Diese Angabe ist nicht gesichert.",
        "Ein Buch",
        "Redaktion Beispiel",
        "Fassung 2026.1",
        "/leitfaeden/pruefen",
        "EUPL-1.2",
        "Gefördert vom Beispielfonds.",
    ):
        assert document.says(words), words
    assert not document.says("[F-SEC-06]")


def test_headings_are_those_of_the_page_in_their_order(guide):
    document = pdf(guide)
    told = [section.title for section in page_sections(guide)]
    assert len(told) == 13
    assert list(document.outline) == [*told, "Stand dieses Dokuments"]


def test_checklist_holds_the_boxes_alone(guide):
    document = pdf(guide, "checklist")
    assert len(document.pdf.pages) == 1
    assert [element.title for element in document.of_kind("H1", "H2")] == ["Was zu tun ist", "1. Prüfen"]
    assert document.says("Geprüft")
    assert document.says("Wer kümmert sich:")
    assert not document.says("Angenommen")


@pytest.mark.parametrize("kind", ["whole", "checklist"])
def test_file_is_accessible(guide, kind):
    document = pdf(guide, kind)
    root = document.pdf.Root
    assert root.MarkInfo.Marked is True
    assert str(root.Lang).startswith("de")
    assert root.ViewerPreferences.DisplayDocTitle is True
    with document.pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"] == "Prüfen, was zählt"
    kinds = [element.kind for element in document.elements]
    assert kinds.count("Title") == 1
    assert kinds.index("Title") < kinds.index("H1")
    levels = [int(element.kind[1:]) for element in document.of_kind("H1", "H2", "H3")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert {scope for head in document.of_kind("TH") for scope in head.scopes} <= {"/Column"}
    assert all(page.get("/Tabs") == "/S" for page in document.pdf.pages if "/Annots" in page)
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root.keys())


def test_links_lead_to_the_portal(guide, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    document = pdf(guide)
    targets = {
        str(note.A.URI)
        for page in document.pdf.pages
        for note in page.get("/Annots", [])
        if "/A" in note and "/URI" in note.A
    }
    assert targets == {
        "https://digital.example.org/leitfaeden/pruefen/",
        "https://digital.example.org/leitfaeden/vorher/",
        "https://example.org/recht",
        "https://www.example.org/frist",
        "https://example.org/buch",
    }


def test_english_guide_has_an_english_document(shelves):
    document = pdf(make_guide("testing", language="en", title="Testing"))
    assert str(document.pdf.Root.Lang).startswith("en")


def test_technology_profile_has_a_document_too(shelves):
    shelf = TechnologyIndexPage.objects.get(locale__language_code="de")
    guide = make_guide()
    like = {name: getattr(guide, name) for name in ("locale", "topic_field", "dimension", "promise")}
    names = ("what_it_does", "ripeness_text", "who_benefits", "effort", "risks", "first_trial")
    texts = {name: f"<p>{name}</p>" for name in names}
    page = TechnologyPage(title="Funk", slug="funk", identifier="funk", ripeness="bewaehrt", **like, **texts)
    shelf.add_child(instance=page)
    page.save_revision().publish()
    document = pdf(page)
    assert all(document.says(name) for name in names)
    assert document.says("Bewährt")


def test_what_editors_write_is_text_and_never_code(shelves):
    page = make_guide(
        title='#panic("x") *fett* $x$', law="<p>= Titel #eval(1) <script>alert(1)</script> \\ 🚀</p><p>&lt;b&gt;</p>"
    )
    document = pdf(page)
    assert document.says('#panic("x") *fett* $x$')
    assert document.says("= Titel #eval(1)")
    assert document.says("<b>")
    assert not document.says("alert")


def test_very_long_texts_are_laid_out(shelves):
    word = "Donaudampfschifffahrtsgesellschaftskapitänspatentverlängerungsantrag "
    step = {"title": word[:100], "who": word, "text": f"<p>{word * 30}</p>", "checklist": [word * 3] * 8}
    row = {"chance": word * 4, "risk": word * 4, "remedy": word * 4}
    page = make_guide(law=f"<p>{word * 80}</p>", steps=[("step", step)] * 8, balance=[("row", row)] * 6)
    assert build_document(page, "whole").pages > 8
    assert build_document(page, "checklist").pages > 1


def test_same_page_gives_the_same_bytes_and_another_text_another_digest(guide):
    assert build_document(guide, "whole") == build_document(guide, "whole")
    first = document_digest(guide, "whole")
    assert document_digest(guide, "checklist") != first
    guide.mistakes = [("sentence", "Etwas anderes.")]
    assert document_digest(guide, "whole") != first


def test_data_needs_as_many_queries_for_one_step_as_for_five(shelves, django_assert_max_num_queries):
    step = {"title": "Prüfen", "who": "Leitung", "text": "<p>So.</p>", "checklist": ["Geprüft"]}
    for count in (1, 5):
        page = GuidePage.objects.get(pk=make_guide(f"pruefen-{count}", steps=[("step", step)] * count).pk)
        with django_assert_max_num_queries(12):
            document_data(page, "whole")


def test_no_word_of_the_library_is_lost_for_want_of_a_letter():
    texts = {file.stem: file.read_text(encoding="utf-8") for file in CONTENT.glob("*/*/*.md")}
    assert len(texts) > 72
    assert [name for name, text in texts.items() if writable(text).count("?") != text.count("?")] == []
