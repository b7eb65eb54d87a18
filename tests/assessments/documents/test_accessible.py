"""The structure that PDF/UA-1 asks for and that screen readers use."""

from itertools import pairwise

import pikepdf


def test_file_says_that_it_is_accessible_and_how_it_is_called(built):
    document, _result, language = built
    root = document.pdf.Root
    assert root.MarkInfo.Marked is True
    assert str(root.Lang).startswith(language)
    assert root.ViewerPreferences.DisplayDocTitle is True
    with document.pdf.open_metadata() as about:
        assert about["pdfuaid:part"] == "1"
        assert about["dc:title"]


def test_headings_follow_each_other_without_gaps(built):
    document, _result, _language = built
    levels = [int(element.kind[1:]) for element in document.of_kind("H1", "H2", "H3", "H4", "H5", "H6")]
    assert levels[0] == 1
    assert levels.count(1) >= 2
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(element.title for element in document.of_kind("H1", "H2", "H3"))


def test_document_has_one_title_before_all_headings(built):
    document, _result, _language = built
    kinds = [element.kind for element in document.elements]
    assert kinds.count("Title") == 1
    assert kinds.index("Title") < kinds.index("H1")


def test_tables_have_heads_that_name_their_columns(built):
    document, _result, _language = built
    assert document.of_kind("Table")
    assert len(document.of_kind("THead")) >= len(document.of_kind("Table"))
    heads = document.of_kind("TH")
    assert heads
    assert {scope for head in heads for scope in head.scopes} == {"/Column"}
    assert all(head.scopes for head in heads)


def test_drawings_have_a_text_in_their_place(built):
    document, result, _language = built
    figures = document.of_kind("Figure")
    assert all(figure.alt for figure in figures)
    if "dimensions" in result.outcome and "overall" in result.outcome:
        [radar] = figures
        assert len(radar.alt) > 100, "it names every theme with its value"


def test_fonts_are_embedded_and_can_be_read_aloud(built):
    document, _result, _language = built
    fonts = document.fonts()
    assert len(fonts) >= 2
    for font in fonts:
        described = font.DescendantFonts[0].FontDescriptor
        assert any(key in described for key in ("/FontFile2", "/FontFile3"))
        assert font.ToUnicode.read_bytes()
        assert "Digitalradar" in str(font.BaseFont)


def test_pages_with_links_are_walked_in_reading_order(built):
    document, _result, _language = built
    with_links = [page for page in document.pdf.pages if "/Annots" in page]
    assert with_links
    assert all(page.get("/Tabs") == "/S" for page in with_links)


def test_file_holds_nothing_that_acts(built):
    document, _result, _language = built
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(document.pdf.Root.keys())
    assert not document.pdf.attachments
    actions = [
        thing
        for thing in document.pdf.objects
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/JavaScript"
    ]
    assert actions == []


def test_words_of_a_check_that_is_not_translated_carry_their_language(document):
    spoken = {element.language for element in document("cyber-check", "en").elements if element.language}
    assert any(language.startswith("de") for language in spoken)
    spoken = {element.language for element in document("digital-check", "en").elements if element.language}
    assert not any(language.startswith("de") for language in spoken)
