"""All words from A to Z."""

import pytest
from django.utils.translation import override

from digitalradar.knowledge.models import GlossaryTerm
from digitalradar.knowledge.presentation.glossary import letters
from digitalradar.knowledge.queries.glossary import PageLink, Word, sort_key, uses, words
from tests.factories.knowledge import make_guide


@pytest.mark.parametrize(
    ("word", "key"),
    [("Äußerung", "ausserung"), ("3-2-1-Regel", "321regel"), ("„Cloud“", "cloud"), ("IT", "it"), ("…", "")],
)
def test_words_are_sorted_as_in_a_dictionary(word, key):
    assert sort_key(word) == key


def test_words_stand_below_their_first_letter():
    listed = [Word("x", term, "") for term in ("3-2-1-Regel", "5G", "Ablage", "Ähnlichkeit", "Backup")]
    assert [(group.letter, group.slug, len(group.words)) for group in letters(listed)] == [
        ("0–9", "0", 2),
        ("A", "a", 2),
        ("B", "b", 1),
    ]


@pytest.fixture
def _terms(shelves) -> None:
    """Two words, one of them in both languages, and pages that use the other."""
    cloud = GlossaryTerm.objects.create(id="cloud", term="Cloud", text="Fremde Rechner.")
    GlossaryTerm.objects.create(id="ablage", term="Ablage", text="Ein Ort.", term_en="Filing", text_en="A place.")
    for name in ("zweite", "erste", "entwurf"):
        page = make_guide(name, title=name.title())
        page.terms = [cloud]
        page.save_revision().publish()
        if name == "entwurf":
            page.unpublish()


@pytest.mark.usefixtures("_terms")
def test_words_name_the_public_pages_that_use_them(django_assert_num_queries):
    with django_assert_num_queries(6):
        found = uses(words())
    assert found == {"cloud": [PageLink("Erste", "/leitfaeden/erste/"), PageLink("Zweite", "/leitfaeden/zweite/")]}


@pytest.mark.usefixtures("_terms")
def test_a_letter_explains_its_words(client):
    html = client.get("/leitfaeden/begriffe/c/").content.decode()
    assert ("Fremde Rechner." in html, "Ein Ort." in html) == (True, False)
    assert html.count('<li><a href="/leitfaeden/erste/">') == 1


@pytest.mark.usefixtures("_terms")
def test_english_readers_get_the_words_that_exist_in_english(client):
    with override("en"):
        assert words() == [Word("ablage", "Filing", "A place.")]
    html = client.get("/en/guides/begriffe/").content.decode()
    assert ("Filing" in html, "Cloud" in html) == (True, False)


def test_an_empty_glossary_says_so(shelves, client):
    assert "Hier stehen noch keine Begriffe." in client.get("/leitfaeden/begriffe/").content.decode()
