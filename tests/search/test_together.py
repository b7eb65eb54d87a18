"""Several publish at the same moment, with connections of their own."""

from functools import partial

import pytest

from digitalradar.search.models import Document, Posting, Term, UnansweredSearch
from digitalradar.search.queries import search
from digitalradar.search.services import index, rebuild, remove
from digitalradar.search.services.asked import note_unanswered
from tests.assessments.together import together

from .made import TEXTS, entry
from .test_indexing import contents

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


def test_pages_published_at_once_are_all_in_the_index():
    together(*[partial(index, entry(key)) for key in TEXTS])
    piecemeal = contents()
    assert sorted(Document.objects.values_list("number", flat=True)) == [0, 1, 2, 3, 4]
    rebuild([entry(key) for key in TEXTS])
    assert contents() == piecemeal


def test_one_page_published_twice_at_once_is_there_once():
    together(*[partial(index, entry("maschinen", title=f"Maschinen {number}")) for number in range(4)])
    assert Document.objects.count() == 1
    assert search("Maschinen", language="de").total == 1
    assert dict(Term.objects.filter(text="kind=guide").values_list("text", "documents")) == {"kind=guide": 1}


def test_publishing_and_removing_at_once_leaves_no_rest():
    for key in TEXTS:
        index(entry(key))
    jobs = [partial(remove, "guide", key) for key in list(TEXTS)[:3]]
    together(*jobs, partial(index, entry("maschinen", title="Roboter")))
    assert {key for (_language, _text, key, _impact) in contents()[0]} == {"versicherung", "maschinen"}
    remove("guide", "versicherung")
    remove("guide", "maschinen")
    assert (Posting.objects.count(), Term.objects.count()) == (0, 0)


def test_searches_counted_at_once_lose_nothing():
    together(*[partial(note_unanswered, "quantencomputer", "de")] * 4)
    assert list(UnansweredSearch.objects.values_list("query", "count")) == [("quantencomputer", 4)]
