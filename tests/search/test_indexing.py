"""The index follows what is published, whoever looks."""

import pytest
from django.db import transaction

from digitalradar.search import sources
from digitalradar.search.models import Document, Generation, Posting, Term, Word
from digitalradar.search.queries import search
from digitalradar.search.services import differences, index, rebuild, remove

from .made import entries, entry

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def contents() -> tuple:
    """Return everything the index holds, without row ids."""
    numbers = dict(Document.objects.values_list("number", "key"))
    postings = {
        (posting.term.language, posting.term.text, numbers[posting.block * Posting.BLOCK + place], impact)
        for posting in Posting.objects.select_related("term")
        for place, impact in zip(bytes(posting.pairs)[::2], bytes(posting.pairs)[1::2], strict=True)
    }
    terms = set(Term.objects.values_list("language", "text", "documents"))
    return postings, terms, set(Word.objects.values_list("folded", "term__text"))


def test_one_by_one_gives_the_same_index_as_all_at_once():
    for one in reversed(entries()):
        assert index(one)
    piecemeal = contents()
    rebuild(entries())
    assert contents() == piecemeal


def test_an_unchanged_page_changes_nothing():
    index(entry("maschinen"))
    token = Generation.objects.get().token
    assert not index(entry("maschinen"))
    assert Generation.objects.get().token == token


def test_a_changed_page_is_found_by_its_new_words_only():
    index(entry("maschinen"))
    index(entry("e-rechnung"))
    index(entry("maschinen", title="Roboter kaufen", body="Ein Roboter.", keywords="", facets={"sector": ["handel"]}))
    assert search("Maschine", language="de").total == 0
    assert search("Roboter", language="de").total == 1
    assert search(language="de").facets["sector"] == {"handwerk": 1, "handel": 2}
    assert not Term.objects.filter(text="maschin").exists()


def test_a_removed_page_leaves_nothing():
    index(entry("maschinen"))
    assert remove("guide", "maschinen") == 1
    assert remove("guide", "maschinen") == 0
    assert [model.objects.count() for model in (Document, Posting, Term, Word)] == [0, 0, 0, 0]


def test_only_one_language_is_removed():
    index(entry("maschinen"))
    index(entry("maschinen", language="en"))
    assert remove("guide", "maschinen", "en") == 1
    assert list(Document.objects.values_list("language", flat=True)) == ["de"]


def test_freed_numbers_are_used_again():
    for one in entries():
        index(one)
    remove("guide", "datensicherung")
    index(entry("datensicherung", key="neu"))
    assert sorted(Document.objects.values_list("number", flat=True)) == [0, 1, 2, 3, 4]
    assert search("Datensicherung", language="de").hits[0].document.key == "neu"


def test_more_pages_than_one_block_holds():
    many = [entry("maschinen", key=f"maschine-{number:03}", place=number) for number in range(300)]
    rebuild(many)
    index(entry("e-rechnung", place=400))
    found = search("Maschine", language="de", page=30)
    assert (found.total, found.pages, len(found.hits)) == (300, 30, 10)
    assert search(language="de").facets["kind"] == {"guide": 301}
    remove("guide", "maschine-299")
    assert search("Maschine", language="de").total == 299


def test_a_change_that_is_taken_back_is_not_remembered():
    rebuild(entries())
    try:
        with transaction.atomic():
            index(entry("maschinen", title="Roboter"))
            assert search("Roboter", language="de").total == 1
            raise RuntimeError
    except RuntimeError:
        assert search("Roboter", language="de").total == 0
        assert search("Maschine", language="de").total == 1


def test_differences_name_what_is_missing_outdated_and_left_over(monkeypatch):
    monkeypatch.setattr(sources, "_sources", {"guide": lambda: iter(entries())})
    assert len(differences()) == 5
    assert rebuild() == 5
    assert differences() == []
    index(entry("maschinen", title="anders"))
    index(entry("maschinen", key="fort"))
    remove("guide", "versicherung")
    assert differences() == [
        "left over: guide:fort:de",
        "missing: guide:versicherung:de",
        "outdated: guide:maschinen:de",
    ]
