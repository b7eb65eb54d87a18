"""What is kept of searches, and for how long."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from digitalradar.search.models import Document, LeadingSearch, UnansweredSearch
from digitalradar.search.queries import searches_leading_to
from digitalradar.search.queries.counted import unanswered_searches
from digitalradar.search.rules import may_be_kept, normalised
from digitalradar.search.services import asked, index
from digitalradar.search.services.asked import forget_old_searches, note_leading, note_unanswered

from .made import entry

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.mark.parametrize(
    ("query", "is_kept"),
    [
        ("Quantencomputer", True),
        ("din spec 27076", True),
        ("3d-druck 2027", True),
        ("industrie 4.0", True),
        ("anna@example.org", False),
        ("anna (at) example", True),
        ("0341 / 123 45-67", False),
        ("+49 341 1234567", False),
        ("kundennummer 123456", False),
        ("www.beispiel.de", False),
        ("https://beispiel.de", False),
        ("x" * 81, False),
        ("x" * 80, True),
        ("7", False),
        ("a", False),
        ("", False),
    ],
)
def test_only_what_looks_like_words_may_be_kept(query: str, is_kept: bool):
    assert may_be_kept(normalised(query)) is is_kept
    assert note_unanswered(query, "de") is is_kept
    assert UnansweredSearch.objects.count() == is_kept


def test_the_same_query_is_counted_in_one_row():
    for text in ("Quanten  Computer", "quanten computer ", "QUANTEN\u00ad COMPUTER"):
        note_unanswered(text, "de")
    note_unanswered("quanten computer", "en")
    found = UnansweredSearch.objects.order_by("language").values_list("query", "language", "count", "last_seen")
    assert list(found) == [("quanten computer", "de", 3, localdate()), ("quanten computer", "en", 1, localdate())]


def test_editors_see_a_query_from_the_second_time_on():
    note_unanswered("einmal", "de")
    note_unanswered("zweimal", "de")
    note_unanswered("zweimal", "de")
    assert [row.query for row in unanswered_searches()] == ["zweimal"]


def test_searches_that_led_to_a_page():
    index(entry("maschinen"))
    document = Document.objects.get()
    for text in ("MDE", "Retrofit", "mde", "mde", "retrofit", "nur einmal", "a@b.de", "a@b.de"):
        note_leading(text, document)
    found = [(row.query, row.count) for row in searches_leading_to("guide", "maschinen")]
    assert found == [("mde", 3), ("retrofit", 2)]
    assert searches_leading_to("guide", "andere") == []


@pytest.mark.parametrize(
    ("count", "days", "stays"),
    [(1, 30, True), (1, 31, False), (2, 31, True), (2, 365, True), (2, 366, False), (900, 366, False)],
)
def test_counts_go_with_time(count: int, days: int, stays: bool):
    seen = localdate() - timedelta(days=days)
    UnansweredSearch.objects.create(query="alt", language="de", count=count, last_seen=seen)
    LeadingSearch.objects.create(kind="guide", key="x", language="de", query="alt", count=count, last_seen=seen)
    assert forget_old_searches() == (0 if stays else 2)
    assert UnansweredSearch.objects.exists() is stays
    assert LeadingSearch.objects.exists() is stays


def test_nonsense_by_the_thousand_fills_no_table(monkeypatch):
    monkeypatch.setattr(asked, "MOST_ROWS", 2)
    assert [note_unanswered(f"unsinn nummer {letter}", "de") for letter in "abc"] == [True, True, False]
    assert note_unanswered("unsinn nummer a", "de")
    assert UnansweredSearch.objects.count() == 2
