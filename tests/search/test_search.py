"""What a search finds, in what order, and what it says about it."""

import pytest

from digitalradar.search.queries import search
from digitalradar.search.services import rebuild

from .made import entries, entry

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture(autouse=True)
def index():
    rebuild(entries())


def keys(text: str = "", **options) -> list[str]:
    return [hit.document.key for hit in search(text, language="de", **options).hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Rechnung", "e-rechnung"),
        ("rechnungen", "e-rechnung"),
        ("eRechnung", "e-rechnung"),
        ("E Rechnung", "e-rechnung"),
        ("Rechnungseingang", "e-rechnung"),
        ("Rechnungs eingang", "e-rechnung"),
        ("wie führe ich e-rechnungen ein", "e-rechnung"),
        ("Backups", "datensicherung"),
        ("daten sicherung", "datensicherung"),
        ("Datensicherungskonzept", "datensicherung"),
        ("datensichrung", "datensicherung"),
        ("Datensicehrung", "datensicherung"),
        ("zeit erfassung", "zeiterfassung"),
        ("Arbeitszeiterfassung", "zeiterfassung"),
        ("Drehmaschine", "maschinen"),
        ("pruefen Versicherung", "versicherung"),
    ],
)
def test_words_as_people_type_them_lead_to_the_page(text: str, first: str):
    assert keys(text)[:1] == [first]


def test_a_prefix_makes_no_compound():
    assert keys("Sicherung") == ["datensicherung"]


def test_more_of_the_query_comes_first():
    assert keys("Daten erfassen")[0] == "maschinen"


def test_nothing_found():
    found = search("Quantenkryptografie", language="de")
    assert (found.total, found.hits, found.page, found.pages) == (0, [], 1, 1)
    assert found.unknown == ["Quantenkryptografie"]


def test_only_stop_words_find_nothing():
    assert search("wie ist das", language="de").total == 0


def test_a_mistyped_word_is_said():
    found = search("Machsine anschließen", language="de")
    assert [(one.typed, one.meant) for one in found.corrections] == [("Machsine", "Maschine")]
    assert found.query == "Maschine anschließen"


def test_words_are_marked_and_text_is_escaped():
    rebuild([entry("e-rechnung", title="<b>E-Rechnung</b> & mehr", body="Zuerst < dann der Rechnungseingang.")])
    hit = search("rechnung", language="de").hits[0]
    assert hit.title == "&lt;b&gt;<mark>E-Rechnung</mark>&lt;/b&gt; &amp; mehr"
    assert hit.highlight == "Zuerst &lt; dann der <mark>Rechnungseingang</mark>."


def test_a_keyword_says_why_a_page_was_found_whose_text_does_not():
    rebuild([entry("datensicherung", keywords="Server kaputt\nDatei gelöscht"), entry("maschinen")])
    assert search("gelöschte Dateien", language="de").hits[0].highlight == "<mark>Datei</mark> <mark>gelöscht</mark>"


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("relevance", ["e-rechnung", "datensicherung", "zeiterfassung", "versicherung", "maschinen"]),
        ("place", ["e-rechnung", "datensicherung", "zeiterfassung", "versicherung", "maschinen"]),
        ("newest", ["maschinen", "versicherung", "zeiterfassung", "datensicherung", "e-rechnung"]),
        ("title", ["zeiterfassung", "versicherung", "datensicherung", "e-rechnung", "maschinen"]),
        ("unknown", ["e-rechnung", "datensicherung", "zeiterfassung", "versicherung", "maschinen"]),
    ],
)
def test_everything_in_the_order_asked_for(sort: str, expected: list[str]):
    assert keys(sort=sort) == expected


def test_facets_are_counted_without_their_own_filter():
    found = search(language="de", filters={"sector": ["industrie"]})
    assert [hit.document.key for hit in found.hits] == ["datensicherung", "maschinen"]
    assert found.facets == {"sector": {"handwerk": 2, "handel": 1, "industrie": 2}, "kind": {"guide": 2}}
    both = search(language="de", filters={"sector": ["industrie", "handel"], "kind": ["guide"]})
    assert both.total == 3
    assert search(language="de", filters={"sector": ["gibt-es-nicht"]}).total == 0
    assert search(language="de", filters={"unknown": ["x"]}).total == 0


def test_pages_are_cut_and_kept_inside():
    assert keys(per_page=2, page=2) == ["zeiterfassung", "versicherung"]
    assert search(language="de", per_page=2, page=99).page == 3
    assert search(language="de", per_page=2, page=-1).page == 1


def test_languages_stay_apart():
    english = entry("e-rechnung", language="en", title="Introduce e-invoicing", body="Invoices.")
    rebuild([entry("e-rechnung"), english])
    assert [hit.document.language for hit in search("invoices", language="en").hits] == ["en"]
    assert search("Rechnungseingang", language="en").total == 0
    assert search(language="en").total == 1


def test_kinds_can_be_chosen_and_weighed():
    rebuild([entry("maschinen", kind="page", prior=0.5), entry("maschinen", kind="guide")])
    assert [hit.document.kind for hit in search("Maschine", language="de").hits] == ["guide", "page"]
    assert [hit.document.kind for hit in search("Maschine", language="de", kinds=["page"]).hits] == ["page"]


@pytest.mark.parametrize("text", ["x" * 500, "%_'\"\\", "a" * 64, "\x00", "--", "🙂", "1 2 3 4 5 6 7 8 9 0 " * 10])
def test_any_text_may_be_asked(text: str):
    assert search(text, language="de").total == 0


@pytest.mark.parametrize("count", [1, 3])
def test_a_search_costs_two_queries(count: int, django_assert_num_queries):
    rebuild(entries()[:count])
    search("Rechnung Daten Arbeitszeit", language="de")
    with django_assert_num_queries(2):
        found = search("Rechnung Daten Arbeitszeit", language="de")
    assert len(found.hits) == count
