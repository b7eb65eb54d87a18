"""The public page of official figures: each list of criteria for itself, with source, and no script needed."""

import re

import pytest

from digitalradar.assessments.models import OfficialShare
from digitalradar.assessments.presentation import official_series
from digitalradar.assessments.services.official import load_figures
from tests.assessments.views.page import Page
from tests.factories.assessments import make_answered_run, shipped

pytestmark = pytest.mark.django_db

ADDRESS = "/check/statistik/"
CAVEAT = "Die amtliche Statistik erfasst erst Betriebe ab 10 Beschäftigten; der Vergleich dient nur der Orientierung."


@pytest.fixture
def figures():
    load_figures()


@pytest.mark.usefixtures("figures")
def test_page_shows_each_list_of_criteria_in_a_table_of_its_own(client):
    answer = client.get(ADDRESS)
    page = Page(answer)
    assert [text for _attributes, text in page.all("h2")][:2] == [
        "Merkmalsliste 3: 2021, 2023, 2025",
        "Merkmalsliste 4: 2022, 2024",
    ]
    tables = [text for _attributes, text in page.all("table")]
    assert len(tables) == 2
    assert [re.findall(r"20\d\d, (?:Deutschland|EU)", text) for text in tables] == [
        [f"{year}, {country}" for year in (2021, 2023, 2025) for country in ("Deutschland", "EU")],
        [f"{year}, {country}" for year in (2022, 2024) for country in ("Deutschland", "EU")],
    ]
    assert re.search(r"2025, Deutschland\s*29,0 %\s*37,8 %\s*25,2 %\s*7,9 %\s*71,0 %", tables[0])
    assert re.search(r"2024, EU\s*70,1 %", tables[1])
    assert "Für diese Liste enthält der Auszug nur den Anteil" in page.text
    assert "Deshalb steht jede Liste für sich" in page.text


@pytest.mark.usefixtures("figures")
def test_page_names_source_extract_reuse_and_how_to_cite(client):
    page = Page(client.get(ADDRESS))
    assert "Quelle: Eurostat, isoc_e_dii, Fassung 3, Erhebung 2021, 2023, 2025" in page.text
    assert "Auszug aus einer gespeicherten Kopie vom 28.03.2026." in page.text
    assert "Beschluss 2011/833/EU" in page.text
    assert "Eurostat: Digital Intensity by size class of enterprise (isoc_e_dii), Fassung 3" in page.text
    links = [link["href"] for link, _text in page.all("a")]
    assert "https://ec.europa.eu/eurostat/databrowser/view/isoc_e_dii/default/table" in links


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize(
    ("asked", "size", "sentence"),
    [
        ("", "10-49", "Im Jahr 2025 nutzten in Deutschland 71,0 % der Betriebe mit 10 bis 49 Beschäftigten"),
        ("10-49", "10-49", "Im Jahr 2025 nutzten in Deutschland 71,0 % der Betriebe mit 10 bis 49 Beschäftigten"),
        ("1-9", "10-49", "Im Jahr 2025 nutzten in Deutschland 71,0 % der Betriebe mit 10 bis 49 Beschäftigten"),
        ("50-249", "50-249", "Im Jahr 2025 nutzten in Deutschland 88,1 % der Betriebe mit 50 bis 249 Beschäftigten"),
        ("GE250", "GE250", "Im Jahr 2025 nutzten in Deutschland 98,0 % der Betriebe mit 250 und mehr Beschäftigten"),
        ("250+", "GE250", "Im Jahr 2025 nutzten in Deutschland 98,0 % der Betriebe mit 250 und mehr Beschäftigten"),
    ],
)
def test_size_is_chosen_by_a_link(client, asked, size, sentence):
    page = Page(client.get(ADDRESS, {"groesse": asked}))
    assert sentence in page.text
    chosen = [link["href"] for link, _text in page.all("a", aria_current="page") if "groesse" in link["href"]]
    assert chosen == [f"{ADDRESS}?groesse={size}"]
    assert (CAVEAT in page.text) is (asked == "1-9")


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize(
    "query", ["groesse=x", "groesse=%00", "groesse=10-49&groesse=GE250x", "groesse=" + "9" * 5000, "x=1", "groesse[]=1"]
)
def test_wrong_input_shows_the_smallest_class(client, query):
    answer = client.get(f"{ADDRESS}?{query}")
    if answer.status_code == 200:
        assert answer.context["size"] == "10-49"
    else:
        assert answer.status_code == 400  # what no address may hold is refused for every page


def test_page_without_figures_says_so(client):
    assert "Zurzeit sind keine amtlichen Zahlen geladen." in Page(client.get(ADDRESS)).text


@pytest.mark.usefixtures("figures")
def test_page_is_public_sets_nothing_and_may_be_found(client):
    answer = client.get(ADDRESS)
    assert not answer.cookies
    assert "X-Robots-Tag" not in answer
    assert "noindex" not in answer.content.decode()


@pytest.mark.usefixtures("figures")
@pytest.mark.parametrize("count", [0, 4])
def test_page_needs_one_query_for_the_figures(client, django_assert_num_queries, count):
    row = OfficialShare.objects.get(geo="DE", year=2025, size="10-49")
    for place in range(count):
        row.pk, row.year = None, 2027 + place
        row.save()
    client.get(ADDRESS)
    with django_assert_num_queries(1):
        answer = client.get(ADDRESS)
    assert len(answer.context["versions"][0]["rows"]) == 6 + count


@pytest.mark.usefixtures("figures")
def test_marks_of_eurostat_are_told_in_words(client):
    OfficialShare.objects.filter(geo="DE", year=2023, size="10-49").update(flags="bp")
    heads = [text for _attributes, text in Page(client.get(ADDRESS)).all("th", scope="row")]
    assert "2023, DeutschlandBruch in der Reihe, vorläufig" in heads  # on two lines
    assert "2021, Deutschland" in heads


@pytest.mark.usefixtures("figures")
def test_versions_are_never_joined(client, monkeypatch):
    everything = {"v3": list(OfficialShare.objects.filter(size="10-49"))}
    monkeypatch.setattr(official_series, "official_series", lambda size: everything)
    with pytest.raises(ValueError, match="never stand in one series"):
        client.get(ADDRESS)


def test_index_and_its_result_lead_to_the_page(client):
    shipped("dii")
    load_figures()
    assert ADDRESS in [link["href"] for link, _text in Page(client.get("/check/dii/")).all("a")]
    run = make_answered_run("dii", size="50-249")
    client.post(run.url("result"))
    links = [link["href"] for link, _text in Page(client.get(run.url("result"))).all("a")]
    assert f"{ADDRESS}?groesse=50-249" in links


def test_ai_check_quotes_the_use_of_ai_and_nothing_else(client):
    run = make_answered_run("ki-check", size="10-49")
    client.post(run.url("result"))
    text = Page(client.get(run.url("result"))).text
    assert "Im Jahr 2025 nutzten in Deutschland 25,97 % der Betriebe ab 10 Beschäftigten künstliche Intelligenz" in text
    assert "in der EU 19,95 %." in text
    assert "Quelle: Eurostat, isoc_eb_ai, Erhebung 2025, Zahlensammlung vom 20.11.2026." in text
    assert text.count("Eurostat") == 2  # the source and the link to it


@pytest.mark.parametrize("catalogue", ["digital-check", "kurz-check", "cyber-check"])
def test_other_checks_quote_no_use_of_ai(client, catalogue):
    run = make_answered_run(catalogue, size="10-49")
    client.post(run.url("result"))
    assert "25,97" not in Page(client.get(run.url("result"))).text
