"""Searching the library, reading a page in full, and taking it over."""

import pytest
from django.test import Client

from digitalradar.knowledge.content.library import FACTS
from digitalradar.knowledge.models import Fact, GlossaryTerm, GuidePage
from digitalradar.knowledge.services.library.loading import load_library
from tests.api.asking import assert_described, assert_problem, get
from tests.factories.knowledge import make_guide
from tests.factories.region import RegionFactory
from tests.factories.shelves import add_shelves

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def shelves(db):
    add_shelves()


def make_many() -> None:
    """Three guides that differ in every facet, and one more about backups."""
    make_guide(
        "sichern",
        title="Datensicherung einrichten",
        promise="Sie sichern Daten.",
        cost_class="K1",
        topic_field_id="it-sicherheit",
        dimension_id="sicherheit",
        hours_min=8,
        hours_max=30,
    )
    make_guide(
        "rechnung",
        title="E-Rechnung einführen",
        promise="Sie empfangen Rechnungen.",
        stage_from=2,
        stage_to=3,
        sizes=["50-249"],
    )
    make_guide("pruefen")


def slugs(answer) -> list[str]:
    return [item["slug"] for item in answer.json()["items"]]


def test_list_has_the_described_shape():
    make_many()
    answer = get("guides?q=Backup")
    assert sorted(answer.json()) == ["facets", "items", "total"]
    assert_described(get("guides"), "GuideList")
    item = next(item for item in get("guides").json()["items"] if item["slug"] == "sichern")
    assert item | {"score": 0, "highlight": ""} == {
        "slug": "sichern",
        "format": "guide",
        "title": "Datensicherung einrichten",
        "promise": "Sie sichern Daten.",
        "url": "/leitfaeden/sichern/",
        "api_url": "/api/v1/guides/sichern",
        "language": "de",
        "topic_field": "it-sicherheit",
        "dimension": "sicherheit",
        "stages": [1, 2],
        "sectors": [],
        "sizes": ["1-9", "10-49"],
        "hours": [8, 30],
        "weeks": [1, 2],
        "effort": 2,
        "cost_class": "K1",
        "version": "",
        "published": item["published"],
        "is_reviewed": False,
        "is_example": False,
        "score": 0,
        "highlight": "",
    }


def test_words_are_found_and_marked():
    make_many()
    answer = get("guides?q=Rechnungen")
    assert slugs(answer)[0] == "rechnung"
    first = answer.json()["items"][0]
    assert first["score"] > 0
    assert "<mark>" in first["highlight"]
    assert answer.json()["total"] == len(slugs(answer))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("topic_field=it-sicherheit", {"sichern"}),
        ("dimension=sicherheit", {"sichern"}),
        ("stage=3", {"rechnung"}),
        ("stage=3&stage=1", {"rechnung", "sichern", "pruefen"}),
        ("size=50-249", {"rechnung"}),
        ("effort=2", {"sichern"}),
        ("cost_class=K1", {"sichern"}),
        ("format=guide", {"rechnung", "sichern", "pruefen"}),
        ("format=report", set()),
        ("sector=handel", set()),
        ("size=1-9&topic_field=prozesse", {"pruefen"}),
        (
            "q=&topic_field=&dimension=&stage=&sector=&size=&effort=&cost_class=&format=&page=1",
            {"rechnung", "sichern", "pruefen"},
        ),
    ],
)
def test_facets_narrow(query, found):
    make_many()
    answer = get(f"guides?{query}")
    assert set(slugs(answer)) == found
    assert answer.json()["total"] == len(found)


def test_facets_count_without_their_own_filter():
    make_many()
    facets = get("guides?cost_class=K1").json()["facets"]
    assert facets["cost_class"] == {"K0": 2, "K1": 1}
    assert facets["topic_field"] == {"it-sicherheit": 1, "prozesse": 0}
    assert "language" not in facets


def test_pages_hold_ten_and_lead_to_each_other():
    for number in range(12):
        make_guide(f"g{number:02}")
    first, second, third = get("guides"), get("guides?page=2"), get("guides?page=3")
    assert [len(slugs(answer)) for answer in (first, second, third)] == [10, 2, 0]
    assert {answer.json()["total"] for answer in (first, second, third)} == {12}
    assert first["Link"] == '</api/v1/guides?page=2>; rel="next"'
    assert second["Link"] == '</api/v1/guides?page=1>; rel="prev"'
    assert not set(slugs(first)) & set(slugs(second))


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_as_many_queries_for_one_as_for_three(count, django_assert_num_queries):
    for number in range(count):
        make_guide(f"g{number}")
    get("guides?q=Prüfen")
    with django_assert_num_queries(QUERIES):
        assert len(slugs(get("guides?q=Prüfen"))) == count


QUERIES = 3


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("stage=6", "query.stage.0"),
        ("stage=eins", "query.stage.0"),
        ("size=10", "query.size.0"),
        ("topic_field=alles", "query.topic_field.0"),
        ("cost_class=K9", "query.cost_class.0"),
        ("format=blog", "query.format.0"),
        ("page=0", "query.page"),
        ("page=-1", "query.page"),
        ("page=zwei", "query.page"),
        ("page=99999", "query.page"),
        ("page=", "query.page"),
        ("q=" + "x" * 201, "query.q"),
        ("&".join(["stage=1"] * 11), "query.stage"),
    ],
)
def test_wrong_values_are_told(query, path):
    told = assert_problem(get(f"guides?{query}"), 422, "invalid_parameter")
    assert told["path"] == path


def test_each_language_lists_its_own():
    make_guide("sichern")
    make_guide("sichern", language="en", title="Backups", slug="backups")
    german, english = get("guides"), get("guides", "en")
    assert [item["title"] for item in english.json()["items"]] == ["Backups"]
    assert english.json()["items"][0]["url"] == "/en/guides/backups/"
    assert [item["title"] for item in german.json()["items"]] == ["Leitfaden sichern"]
    assert german["ETag"] != english["ETag"]
    assert "Accept-Language" in german["Vary"]


def test_page_in_full_has_content_licence_and_provenance(settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    RegionFactory(name="Kreis Musterland", is_example=False)
    Fact.objects.create(
        id="F-SEC-06",
        topic="Sicherheit",
        text="72 Stunden.",
        as_of="2026",
        is_certain=True,
        sources=["https://example.org/recht"],
    )
    term = GlossaryTerm.objects.create(id="pruefung", term="Prüfung", text="Jemand schaut hin.")
    page = make_guide(law="<p>Binnen 72 Stunden. [F-SEC-06]</p>", version="2026.1", author="Redaktion Beispiel")
    page.terms.set([term])
    page.save_revision().publish()
    answer = get("guides/pruefen")
    assert_described(answer, "GuideDocument")
    told = answer.json()
    assert told["content"]["law"] == "Binnen 72 Stunden. [F-SEC-06]"
    assert told["content"]["steps"] == [{"title": "Prüfen", "who": "Leitung", "text": "So.", "checklist": ["Geprüft"]}]
    assert told["path"] == "guides/de/pruefen.md"
    assert told["markdown"].startswith("---\ntitle: Leitfaden pruefen\n")
    assert told["facts"] == [
        {
            "id": "F-SEC-06",
            "text": "72 Stunden.",
            "as_of": "2026",
            "is_certain": True,
            "sources": ["https://example.org/recht"],
        }
    ]
    assert told["terms"] == [{"id": "pruefung", "term": "Prüfung", "text": "Jemand schaut hin."}]
    assert told["licence"] == {"id": "EUPL-1.2", "url": "https://spdx.org/licenses/EUPL-1.2.html"}
    provenance = told["provenance"]
    assert provenance["portal"] == "https://digital.example.org"
    assert provenance["publisher"] == "Kreis Musterland"
    assert (provenance["author"], provenance["version"]) == ("Redaktion Beispiel", "2026.1")
    assert provenance["review"] == {"state": "pending", "by": None, "on": None}
    assert answer["Link"] == '<https://spdx.org/licenses/EUPL-1.2.html>; rel="license"'


def test_file_is_what_the_full_structure_holds():
    make_guide()
    file = get("guides/pruefen.md")
    assert file["Content-Type"] == "text/markdown; charset=utf-8"
    assert file.content.decode() == get("guides/pruefen").json()["markdown"]


def test_untranslated_page_comes_in_german_and_says_so():
    make_guide()
    answer = get("guides/pruefen", "en")
    assert (answer.json()["language"], answer["Content-Language"]) == ("de", "de")
    make_guide("pruefen", language="en", slug="checking", title="Checking")
    assert get("guides/pruefen", "en").json()["title"] == "Checking"
    assert get("guides/checking", "en").json()["slug"] == "pruefen"


@pytest.mark.parametrize(
    "path",
    [
        "guides/gibt-es-nicht",
        "guides/gibt-es-nicht.md",
        "guides/pruefen?format=report",
        "guides/pruefen.md?format=technology",
    ],
)
def test_unknown_pages_are_told(path):
    make_guide()
    assert_problem(get(path), 404, "unknown_guide")


def test_unpublished_pages_are_not_told():
    page = make_guide()
    page.unpublish()
    assert_problem(get("guides/pruefen"), 404, "unknown_guide")
    assert get("guides").json()["total"] == 0


def test_page_that_no_file_can_hold_is_told():
    make_guide(for_whom='<p>Ein <a linktype="document" id="5">Dokument</a>.</p>')
    for path in ("guides/pruefen", "guides/pruefen.md"):
        assert_problem(get(path), 404, "not_a_file")


@pytest.mark.parametrize("path", ["guides", "guides/pruefen", "guides/pruefen.md"])
def test_unchanged_answers_are_not_sent_again(path):
    page = make_guide()
    first = get(path)
    again = get(path, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", first["ETag"])
    page.promise = "Sie prüfen etwas anderes."
    page.save_revision().publish()
    changed = get(path, **{"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]


@pytest.mark.parametrize("path", ["guides", "guides/pruefen", "guides/pruefen.md"])
def test_last_change_is_told(path):
    make_guide()
    assert get(path)["Last-Modified"].endswith("GMT")
    assert Client().head(f"/api/v1/{path}").status_code == 200


def test_another_region_takes_a_page_over(tmp_path):
    """The file of one portal, loaded into another one that has nothing but facts and terms of its own."""
    Fact.objects.create(id="F-SEC-06", topic="Sicherheit", text="72 Stunden.", as_of="2026", is_certain=True)
    make_guide(law="<p>Binnen 72 Stunden. [F-SEC-06]</p>", version="2026.1", author="Redaktion Beispiel")
    told = get("guides/pruefen").json()
    GuidePage.objects.get().delete()
    assert_problem(get("guides/pruefen"), 404, "unknown_guide")

    file = tmp_path / told["path"]
    file.parent.mkdir(parents=True)
    file.write_text(told["markdown"], encoding="utf-8")
    (tmp_path / FACTS).write_text(FACT_BASE, encoding="utf-8")
    load_library(tmp_path)

    again = get("guides/pruefen").json()
    assert again["markdown"] == told["markdown"]
    assert again["content"] == told["content"]
    assert get("guides").json()["total"] == 1


FACT_BASE = """# Fakten

## 1. Sicherheit

### F-SEC-06
Meldung binnen 72 Stunden.
- Stand: 2026
- Sicherheit: **sicher**
- Quelle: <https://example.org/recht>
"""
