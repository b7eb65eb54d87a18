"""All words from A to Z."""

import pytest
from django.utils.translation import override

from digitalradar.knowledge.models import GlossaryTerm
from digitalradar.knowledge.presentation.glossary import letters
from digitalradar.knowledge.queries.glossary import Entry, PageLink, glossary, sort_key
from tests.factories.knowledge import make_guide


@pytest.mark.parametrize(
    ("word", "key"),
    [("Äußerung", "ausserung"), ("3-2-1-Regel", "321regel"), ("„Cloud“", "cloud"), ("IT", "it"), ("…", "")],
)
def test_words_are_sorted_as_in_a_dictionary(word, key):
    assert sort_key(word) == key


def test_words_stand_below_their_first_letter():
    entries = [Entry("x", term, "") for term in ("3-2-1-Regel", "5G", "Ablage", "Ähnlichkeit", "Backup")]
    assert [(group.letter, group.anchor, len(group.entries)) for group in letters(entries)] == [
        ("0–9", "buchstabe-0", 2),
        ("A", "buchstabe-a", 2),
        ("B", "buchstabe-b", 1),
    ]


@pytest.fixture
def words(shelves) -> None:
    """Two words, one of them in both languages, and pages that use the other."""
    cloud = GlossaryTerm.objects.create(id="cloud", term="Cloud", text="Fremde Rechner.")
    GlossaryTerm.objects.create(id="ablage", term="Ablage", text="Ein Ort.", term_en="Filing", text_en="A place.")
    for name in ("zweite", "erste", "entwurf"):
        page = make_guide(name, title=name.title())
        page.terms = [cloud]
        page.save_revision().publish()
        if name == "entwurf":
            page.unpublish()


def test_words_name_the_public_pages_that_use_them(words, django_assert_num_queries):
    with django_assert_num_queries(6):
        entries = glossary()
    assert entries == [
        Entry("ablage", "Ablage", "Ein Ort.", []),
        Entry(
            "cloud",
            "Cloud",
            "Fremde Rechner.",
            [PageLink("Erste", "/leitfaeden/erste/"), PageLink("Zweite", "/leitfaeden/zweite/")],
        ),
    ]


def test_english_readers_get_the_words_that_exist_in_english(words, client):
    with override("en"):
        assert [entry.term for entry in glossary()] == ["Filing"]
    html = client.get("/en/guides/begriffe/").content.decode()
    assert ("Filing" in html, "Ablage" in html) == (True, False)


def test_an_empty_glossary_says_so(shelves, client):
    assert "Hier stehen noch keine Begriffe." in client.get("/leitfaeden/begriffe/").content.decode()
