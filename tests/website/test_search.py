"""The search page: what it shows, what it counts, what it does with nonsense."""

import pytest

from digitalradar.knowledge.models import GuideIndexPage
from digitalradar.search.models import LeadingSearch, UnansweredSearch
from digitalradar.search.services import rebuild
from digitalradar.website.search_source import check_entries, page_entries
from tests.factories.knowledge import make_guide
from tests.factories.shelves import add_shelves
from tests.search.made import TEXTS, entries, entry

pytestmark = pytest.mark.django_db
ADDRESS = "/suche/"


@pytest.fixture
def shelves(pages):
    """Starter pages and the empty shelves of the library."""
    add_shelves()


def test_empty_page_offers_the_field_and_the_head_leads_to_it(client):
    text = client.get(ADDRESS).content.decode()
    assert 'name="q"' in text
    assert '<a href="/suche/" aria-label="Suche">' in text
    assert '<meta name="robots" content="noindex">' in text


def test_hits_are_marked_and_narrowed_by_kind(client):
    rebuild([*entries(), entry("maschinen", kind="page", key="seite", url="/maschinen/")])
    answer = client.get(ADDRESS, {"q": "maschinen"})
    text = answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex"
    assert "2 Treffer für „maschinen“" in text
    assert "<mark>Maschinendaten</mark> erfassen" in text
    assert 'href="?q=maschinen&amp;art=page">Seiten (1)</a>' in text
    narrowed = client.get(ADDRESS, {"q": "maschinen", "art": "page"}).content.decode()
    assert "1 Treffer" in narrowed
    assert "/leitfaeden/maschinen/" not in narrowed


def test_a_mistyped_word_is_offered_in_its_spelling(client):
    rebuild(entries())
    text = client.get(ADDRESS, {"q": "Machsine anschließen"}).content.decode()
    assert 'Meinten Sie: <a href="?q=Maschine+anschlie%C3%9Fen">Maschine anschließen</a>' in text


def test_nothing_found_leads_to_topics_and_is_counted_once_per_question(client, shelves):
    for headers in ({}, {"X-Requested-With": "fetch"}):
        text = client.get(ADDRESS, {"q": "Quantencomputer"}, headers=headers).content.decode()
    client.head(ADDRESS, {"q": "Quantencomputer"})
    client.get(ADDRESS, {"q": "Quantencomputer", "art": "guide"})
    assert "Nichts gefunden für „Quantencomputer“" in text
    assert '<a class="filter" href="/leitfaeden/?themenfeld=it-sicherheit">' in text
    assert list(UnansweredSearch.objects.values_list("query", "language", "count")) == [("quantencomputer", "de", 1)]


def test_one_address_cannot_fill_the_list(client, settings):
    settings.RATE_LIMITS = True
    for number in range(70):
        assert client.get(ADDRESS, {"q": f"unsinn {'abcdefghij'[number % 10]}{number}"}).status_code == 200
    assert UnansweredSearch.objects.count() == 60


@pytest.mark.parametrize(
    "query",
    [
        "q=" + "x" * 500,
        "q=daten&seite=abc",
        "q=daten&seite=-1",
        "q=daten&seite=99999999999999999999",
        "q=daten&seite=²",
        "q=daten&art=unbekannt",
        "q=daten&q=maschine",
        "q=%F0%9F%99%82",
        "q=<script>alert(1)</script>",
        "q=%22%27%25_",
        "q=" + "+".join("abcdefghijklmnopqrstuvwxyz"),
        "art=page",
    ],
)
def test_nonsense_gets_a_page(client, query: str):
    rebuild(entries())
    answer = client.get(f"{ADDRESS}?{query}")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_queries_stay_the_same(client, django_assert_max_num_queries, count: int):
    rebuild([entry(key) for key in list(TEXTS)[:count]])
    client.get(ADDRESS, {"q": "einführen Daten Arbeitszeit Rechnung"})
    with django_assert_max_num_queries(5):
        answer = client.get(ADDRESS, {"q": "einführen Daten Arbeitszeit Rechnung"})
    assert len(answer.context["hits"]) == count


@pytest.mark.parametrize(
    ("referer", "query"),
    [
        ("http://testserver/suche/?q=Maschinendaten", "maschinendaten"),
        ("http://testserver/leitfaeden/?stufe=1&q=MDE", "mde"),
        ("http://testserver/suche/?q=anna@example.org", ""),
        ("http://elsewhere.example/?q=Maschinendaten", ""),
        ("http://testserver/suche/", ""),
        ("http://testserver:bad/suche/?q=x[", ""),
        ("http://[/?q=x", ""),
        ("", ""),
    ],
)
def test_a_search_that_led_to_a_page_is_counted(client, shelves, referer: str, query: str):
    make_guide("maschinen", title="Maschinendaten")
    answer = client.get("/leitfaeden/maschinen/", headers={"Referer": referer} if referer else {})
    assert answer.status_code == 200
    assert list(LeadingSearch.objects.values_list("query", "key", "count")) == (
        [(query, "maschinen", 1)] if query else []
    )


def test_what_is_no_page_of_the_index_leads_nowhere(client, shelves):
    client.get("/impressum/gibt-es-nicht/", headers={"Referer": "http://testserver/suche/?q=impressum"})
    client.get("/suche/", headers={"Referer": "http://testserver/leitfaeden/?q=impressum"})
    assert not LeadingSearch.objects.exists()


def test_standard_pages_and_checks_are_found(client, library, forgotten_catalogues):
    rebuild([*page_entries(), *check_entries()])
    text = client.get(ADDRESS, {"q": "Impressum"}).content.decode()
    assert 'href="/impressum/"' in text
    assert 'href="/check/digital-check/"' in client.get(ADDRESS, {"q": "Digital-Check"}).content.decode()
    assert 'href="/en/check/digital-check/"' in client.get(f"/en{ADDRESS}", {"q": "digital check"}).content.decode()
    assert 'href="/woran-hakt-es/"' in client.get(ADDRESS, {"q": "Internet zu langsam"}).content.decode()


def test_new_address_of_the_shelf_is_used(client, shelves):
    GuideIndexPage.objects.all().delete()
    assert "Themenfelder" not in client.get(ADDRESS, {"q": "gibtesnicht"}).content.decode()
