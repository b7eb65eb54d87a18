"""The comparison on the result page: consent, the middle of the region, honest silence below ten."""

import json
from fractions import Fraction

import pytest
from django.core.cache import cache

from digitalradar.assessments.models import Assessment, BenchmarkCell, Contribution
from digitalradar.assessments.queries.benchmark import exact_group, group_for, released_cells
from digitalradar.assessments.scoring import percentile
from digitalradar.assessments.services.contributions import OVERALL
from digitalradar.assessments.services.finishing import show_result
from digitalradar.assessments.services.releases import release
from tests.assessments.views.page import Page
from tests.factories.assessments import make_answered_run
from tests.factories.benchmark import contribute
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db
SILENCE = "Den Vergleich gibt es ab 10 Betrieben."


def result(client, run) -> Page:
    show_result(token=run.token)
    return Page(client.get(run.url("result")))


def firms(n: int, *, low: int = 0, is_example: bool = False, **key) -> None:
    """Let firms contribute: ``low`` + 0, 1, 2 … overall and in the theme data."""
    for number in range(n):
        contribute(values={OVERALL: low + number, "daten": low + number}, is_example=is_example, **key)


def test_middle_of_the_region_stands_on_card_radar_and_table(client):
    firms(21, low=40, size="10-49")
    release()
    run = make_answered_run(value=3, size="10-49", sector="handel")
    page = result(client, run)
    view = page.answer.context["comparison"]
    assert (view["is_visible"], view["is_example"], view["n"]) == (True, False, 21)
    assert view["group"] == "21 Betriebe mit 10 bis 49 Beschäftigten"
    assert "Mitte der Region" in page.text
    assert "3,0 (21 Betriebe mit 10 bis 49 Beschäftigten)" in page.text  # median 50 of 100
    assert "Beispieldaten" not in page.text
    assert page.answer.content.count(b'class="gap-median"') == 1
    region = [text for attributes, text in page.all("td") if attributes.get("data-label") == "Region"]
    assert sorted(region) == sorted(["3,0", *["–"] * 8])
    own = percentile(values=list(range(40, 61)), own=50)
    assert view["percentile"] == own["shown"] == 50
    assert "Prozentrang 50." in page.text


def test_quartiles_are_those_of_the_engine_on_the_scale_of_levels(client):
    firms(12, low=30, size="10-49")
    release()
    view = result(client, make_answered_run(value=2, size="10-49")).answer.context["comparison"]
    expected = percentile(values=list(range(30, 42)), own=25)
    row = view["by_id"]["daten"]
    levels = [f"{float(1 + Fraction(expected[name]) / 25):.1f}".replace(".", ",") for name in ("q1", "median", "q3")]
    assert [row["q1_text"], row["median_text"], row["q3_text"]] == levels
    assert (row["percentile"], row["n"], row["own_text"]) == (expected["shown"], 12, "2,0")
    assert view["by_id"]["technik"].keys() == {"id", "title", "own_text"}


@pytest.mark.parametrize(
    ("profile", "group"),
    [
        ({"sector": "handel", "size": "10-49", "place": " BAD Beispiel"}, "in BAD Beispiel, Branche Handel"),
        ({"sector": "handel", "size": "10-49"}, "24 Betriebe mit 10 bis 49 Beschäftigten, Branche Handel"),
        ({"sector": "handwerk", "size": "10-49"}, "24 Betriebe mit 10 bis 49 Beschäftigten"),
        ({"sector": "handel"}, "24 Betriebe der Branche Handel"),
        ({"size": "1-9"}, "48 Betriebe aller Branchen und Größen"),
        ({}, "48 Betriebe aller Branchen und Größen"),
    ],
)
def test_the_closest_group_that_is_released_is_named(client, profile, group):
    for place in ("bad beispiel", "neustadt"):
        firms(12, sector="handel", size="10-49", region=place)
    firms(12, low=50, sector="industrie", size="50-249")
    firms(12, low=50)
    release()
    view = result(client, make_answered_run(value=3, **profile)).answer.context["comparison"]
    assert view["group"].endswith(group)


def test_below_ten_the_page_says_so_and_shows_nothing(client):
    firms(9, size="10-49")
    release()
    page = result(client, make_answered_run(size="10-49"))
    assert SILENCE in page.text
    assert "Mitte der Region" not in page.text
    assert b"gap-median" not in page.answer.content
    assert b'class="median"' not in page.answer.content


def test_a_released_group_stays_as_it_was_until_the_next_release(client):
    firms(12, size="10-49")
    release()
    run = make_answered_run(size="10-49")
    before = result(client, run).answer.context["comparison"]
    firms(30, low=60, size="10-49")
    assert result(client, run).answer.context["comparison"] == before


def test_example_groups_show_in_the_example_region_only_and_are_marked(client):
    firms(12, size="10-49", is_example=True)
    release(is_example=True)
    run = make_answered_run(size="10-49")
    assert SILENCE in result(client, run).text
    RegionFactory(is_example=True)
    cache.clear()
    page = result(client, run)
    assert page.answer.context["comparison"]["is_example"]
    assert "Mitte der Region (Beispieldaten)" in page.text
    assert page.text.count("Beispieldaten") >= 4  # top of the page, card, legend, comparison


def test_real_groups_come_before_example_ones(client):
    RegionFactory(is_example=True)
    firms(12, size="10-49", is_example=True)
    firms(12, low=80)
    release(is_example=True)
    release()
    view = result(client, make_answered_run(size="10-49")).answer.context["comparison"]
    assert (view["is_example"], view["group"]) == (False, "12 Betriebe aller Branchen und Größen")


def test_view_from_the_team_is_not_compared_and_not_asked(client):
    firms(12)
    release()
    run = make_answered_run(role="beschaeftigt")
    assert "comparison" not in Page(client.get(run.url("finish"))).hidden
    page = result(client, run)
    assert page.answer.context["comparison"] is None
    assert "Vergleich mit anderen Betrieben" not in page.text
    assert "Ihr Beitrag zum Vergleich" not in page.text


def test_box_is_not_ticked_and_consent_travels_with_the_form(client):
    run = make_answered_run(size="10-49")
    form = Page(client.get(run.url("finish")))
    assert form.boxes == {"is_compared": "1"}
    assert "is_compared" not in form.chosen
    client.post(run.url("result"), {"comparison": "asked"})
    assert not Contribution.objects.exists()
    client.post(run.url("result"), {"comparison": "asked", "is_compared": "1"})
    assert Contribution.objects.get().run == run.row
    client.post(run.url("result"))  # „Neu berechnen“ does not ask
    assert Contribution.objects.exists()
    assert Page(client.get(run.url("finish"))).chosen == {"is_compared": "1"}


def test_consent_can_be_changed_on_the_result_page(client):
    run = make_answered_run()
    assert "Anonym beitragen" in result(client, run).text
    answer = client.post(run.url("contribution"), {"is_compared": "1"})
    assert (answer.status_code, answer.url) == (302, run.url("result") + "#beitrag-zum-vergleich")
    page = Page(client.get(run.url("result")))
    assert "Ihr Ergebnis ist anonym im Vergleich der Region." in page.text
    client.post(run.url("contribution"), {"is_compared": "0"})
    assert not Contribution.objects.exists()
    assert not Assessment.objects.get().is_compared


@pytest.mark.parametrize("sent", [{}, {"is_compared": "2"}, {"is_compared": ""}, {"is_compared": "1\x00"}])
def test_wrong_input_changes_nothing(client, sent):
    run = make_answered_run()
    show_result(token=run.token, is_compared=True)
    assert client.post(run.url("contribution"), sent).status_code == 400
    assert Assessment.objects.get().is_compared


def test_checks_without_stages_cannot_consent(client):
    run = make_answered_run("cyber-check")
    show_result(token=run.token)
    assert "Ihr Beitrag zum Vergleich" not in Page(client.get(run.url("result"))).text
    assert client.post(run.url("contribution"), {"is_compared": "1"}).status_code == 400
    client.post(run.url("result"), {"comparison": "asked", "is_compared": "1"})
    assert not Contribution.objects.exists()


def test_too_many_consents_from_one_address_still_show_the_result(client, settings):
    settings.RATE_LIMITS = True
    for _number in range(61):
        run = make_answered_run()
        answer = client.post(run.url("result"), {"comparison": "asked", "is_compared": "1"})
        assert answer.url == run.url("result")
    assert Contribution.objects.count() == 60
    assert client.post(run.url("contribution"), {"is_compared": "1"}).status_code == 429


def test_deleting_says_what_becomes_of_the_contribution(client):
    run = make_answered_run()
    show_result(token=run.token, is_compared=True)
    assert "Auch Ihr Beitrag zum Vergleich der Region wird sofort gelöscht." in Page(client.get(run.url("delete"))).text
    assert "bis zur nächsten Freigabe" in Page(client.post(run.url("delete"))).text
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("count", [12, 60])
def test_result_needs_the_same_queries_whatever_the_number_of_contributions(client, django_assert_num_queries, count):
    firms(count, size="10-49")
    release()
    run = make_answered_run(size="10-49")
    result(client, run)
    with django_assert_num_queries(5):
        client.get(run.url("result"))


def test_released_cells_tell_no_histogram_and_nothing_of_hidden_groups():
    firms(12, sector="handel", size="10-49")
    firms(3, sector="handwerk", size="10-49")
    release()
    told = released_cells("main", {"sector": "handwerk", "size": "10-49"})
    assert (told["level"], told["sector"], told["size"], told["n"]) == (4, "*", "10-49", 15)
    assert told["dimensions"]["daten"].keys() == {"visible", "n", "q1", "median", "q3", "released_on"}
    assert "counts" not in json.dumps(told)
    assert released_cells("main", {"sector": "handwerk", "size": "10-49"}, fallback=False) == {"visible": False}
    assert released_cells("short", {}) == {"visible": False}
    assert exact_group("main", ("handwerk", "10-49", "*")) is None


def test_no_input_reaches_a_group_that_is_not_released():
    firms(9, region="klein")
    release()
    assert not BenchmarkCell.objects.filter(n__isnull=False).exists()
    for place in ("klein", "*", "%", "KLEIN ", ""):
        assert group_for("main", {"region": place}) is None
