"""The list of the library: facets, filters, order, pages."""

import re

import pytest
from django.http import QueryDict

from digitalradar.knowledge.queries.listing import Asked
from digitalradar.topics.models import Dimension, Sector, TopicField
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db
ADDRESS = "/leitfaeden/"


@pytest.fixture
def guides(shelves):
    """Three guides that differ in every facet."""
    secure = TopicField.objects.get(pk="it-sicherheit")
    trade, craft = Sector.objects.get(pk="handel"), Sector.objects.get(pk="handwerk")
    make_guide("backup", title="Zuerst sichern", topic_field=secure, sectors=[craft], published_on="2026-01-01")
    make_guide("netz", title="Netz trennen", topic_field=secure, sectors=[trade, craft], stage_from=2, stage_to=3)
    make_guide(
        "waren",
        title="Ablage ordnen",
        sectors=[trade],
        dimension=Dimension.objects.get(pk="technik"),
        stage_from=3,
        stage_to=5,
        sizes=["250+"],
        hours_min=100,
        hours_max=200,
        cost_class="K3",
        published_on="2026-03-01",
    )


def titles(client, query: str = "") -> list[str]:
    text = client.get(f"{ADDRESS}?{query}").content.decode()
    return re.findall(r'<h3 class="row-title"><a href="[^"]*">([^<]*)</a>', text)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
        ("sortierung=titel", ["Ablage ordnen", "Netz trennen", "Zuerst sichern"]),
        ("sortierung=neueste", ["Netz trennen", "Ablage ordnen", "Zuerst sichern"]),
        ("sortierung=relevanz", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
        ("sortierung=unbekannt", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
        ("themenfeld=it-sicherheit", ["Zuerst sichern", "Netz trennen"]),
        ("stufe=1&stufe=5", ["Zuerst sichern", "Ablage ordnen"]),
        ("branche=handel&themenfeld=it-sicherheit", ["Netz trennen"]),
        ("groesse=250%2B", ["Ablage ordnen"]),
        ("aufwand=4", ["Ablage ordnen"]),
        ("kosten=K3", ["Ablage ordnen"]),
        ("thema=technik", ["Ablage ordnen"]),
        ("art=guide", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
        ("art=report", []),
        ("q=sichern&stufe=5", []),
        ("branche=unbekannt", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
        ("branche=unbekannt&branche=handel", ["Netz trennen", "Ablage ordnen"]),
        ("seite=7", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
        ("seite=abc", ["Zuerst sichern", "Netz trennen", "Ablage ordnen"]),
    ],
)
def test_list_is_narrowed_and_sorted(client, guides, query: str, expected: list[str]):
    assert titles(client, query) == expected


def test_counts_and_filters_that_can_be_removed(client, guides):
    context = client.get(f"{ADDRESS}?branche=handel&stufe=3").context
    counts = {
        facet["parameter"]: {option["value"]: option["count"] for option in facet["options"]}
        for facet in context["facets"]
    }
    assert counts["branche"]["handwerk"] == 1
    assert counts["stufe"] == {"1": 0, "2": 1, "3": 2, "4": 1, "5": 1}
    assert context["count_line"] == "2 Leitfäden passen"
    assert context["filters"] == [
        {"label": "3 Verbunden", "url": "?branche=handel"},
        {"label": "Handel", "url": "?stufe=3"},
    ]
    assert [facet["parameter"] for facet in context["facets"] if facet["is_open"]][:3] == [
        "themenfeld",
        "stufe",
        "branche",
    ]


def test_search_in_the_list_shows_why_and_sorts_by_relevance(client, guides):
    answer = client.get(f"{ADDRESS}?q=sichern")
    assert answer.context["orders"][0] == {"value": "relevanz", "label": "nach Treffer", "is_chosen": True}
    assert "Zuerst <mark>sichern</mark>" in answer.content.decode()


def test_list_without_filters_is_kept_and_others_are_not_for_machines(client, guides):
    plain, narrowed = client.get(ADDRESS), client.get(f"{ADDRESS}?stufe=1")
    assert ("X-Robots-Tag" in plain, narrowed["X-Robots-Tag"]) == (False, "noindex, follow")
    assert "Cookie" in plain["Vary"]


def test_kept_list_follows_a_publication(client, guides, django_capture_on_commit_callbacks):
    assert "Ganz neu" not in client.get(ADDRESS).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        make_guide("neu", title="Ganz neu")
    assert "Ganz neu" in client.get(ADDRESS).content.decode()


def test_pages_of_ten(client, shelves):
    for number in range(11):
        make_guide(f"guide-{number:02}", title=f"Leitfaden {number:02}")
    assert len(titles(client)) == 10
    assert titles(client, "seite=2") == ["Leitfaden 10"]
    assert 'href="?seite=2" rel="next"' in client.get(ADDRESS).content.decode()


def test_other_shelves_show_their_own_kind(client, guides):
    answer = client.get("/technologien/")
    assert answer.status_code == 200
    assert "art" not in [facet["parameter"] for facet in answer.context["facets"]]
    assert answer.context["total"] == 0


@pytest.mark.parametrize("count", [1, 3])
def test_queries_stay_the_same(client, shelves, django_assert_max_num_queries, count: int):
    for number in range(count):
        make_guide(f"guide-{number}")
    client.get(f"{ADDRESS}?stufe=1")
    with django_assert_max_num_queries(17):
        answer = client.get(f"{ADDRESS}?stufe=1")
    assert len(answer.context["rows"]) == count


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", Asked()),
        ("q=++Daten++weg+", Asked("Daten weg", {}, "relevanz")),
        ("q=x&sortierung=titel&seite=3", Asked("x", {}, "titel", 3)),
        ("stufe=1&stufe=1&stufe=2", Asked("", {"stufe": ("1", "2")})),
        ("seite=0", Asked()),
    ],
)
def test_addresses_are_read(query: str, expected: Asked):
    assert Asked.of(QueryDict(query)) == expected
