"""The search follows what happens to pages of the library."""

import pytest
from django.db import transaction

from digitalradar.knowledge.models import GuideIndexPage
from digitalradar.knowledge.rules.effort import effort_class
from digitalradar.knowledge.search_source import entry_of
from digitalradar.search.models import Document
from digitalradar.search.queries import search
from digitalradar.search.services import differences
from digitalradar.topics.models import Sector
from tests.factories.knowledge import make_guide


def found(text: str) -> list[str]:
    return [hit.document.url for hit in search(text, language="de", kinds=["guide"]).hits]


def test_entry_holds_what_a_guide_says(shelves):
    guide = make_guide(
        law="<p>Melden Sie &amp; <b>warten</b>. [F-SEC-06]</p><ul><li>Eins</li><li>Zwei</li></ul>",
        keywords="Backup\nDaten weg",
        sectors=[Sector.objects.get(pk="handel")],
        stage_from=2,
        stage_to=3,
    )
    entry = entry_of(guide)
    assert (entry.kind, entry.key, entry.language, entry.url) == ("guide", "pruefen", "de", "/leitfaeden/pruefen/")
    assert entry.headings == "Prüfen"
    assert "Melden Sie & warten.\nEins\nZwei" in entry.body
    assert "[F-" not in entry.body
    assert entry.facets == {
        "topic_field": ["prozesse"],
        "dimension": ["prozesse"],
        "stage": ["2", "3"],
        "sector": ["handel"],
        "size": ["1-9", "10-49"],
        "effort": ["1"],
        "cost_class": ["K0"],
        "format": ["guide"],
    }


def test_index_follows_publication_change_and_withdrawal(shelves):
    guide = make_guide(title="Drohnen fliegen")
    assert found("Drohne") == ["/leitfaeden/pruefen/"]
    guide.title = "Roboter bauen"
    guide.save_revision()
    assert found("Drohne") == ["/leitfaeden/pruefen/"]
    guide.get_latest_revision().publish()
    assert (found("Drohne"), found("Roboter")) == ([], ["/leitfaeden/pruefen/"])
    guide.unpublish()
    assert found("Roboter") == []
    assert not [line for line in differences() if "guide:" in line]


def test_deleted_guide_is_found_no_more(shelves):
    make_guide().delete()
    assert not Document.objects.exists()


def test_publication_that_is_taken_back_leaves_no_trace(shelves):
    with transaction.atomic():
        make_guide(title="Drohnen fliegen")
        transaction.set_rollback(True)
    assert found("Drohne") == []


def test_new_addresses_of_guide_and_shelf_are_found(shelves, django_capture_on_commit_callbacks):
    guide = make_guide(title="Drohnen fliegen")
    guide.slug = "drohnen"
    guide.save_revision().publish()
    assert found("Drohne") == ["/leitfaeden/drohnen/"]
    shelf = GuideIndexPage.objects.get(locale__language_code="de")
    shelf.slug = "wissen"
    with django_capture_on_commit_callbacks(execute=True):
        shelf.save_revision().publish()
    assert found("Drohne") == ["/wissen/drohnen/"]
    assert not [line for line in differences() if "guide:" in line]


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(1, 2, 1), (8, 8, 2), (7, 8, 1), (24, 24, 3), (60, 60, 4), (160, 160, 5), (None, 8, None), (8, None, None)],
)
def test_effort_class(low: int | None, high: int | None, expected: int | None):
    assert effort_class(low, high) == expected
