"""The list of guides marks what fits the result of this device, and can show only that."""

import pytest

from digitalradar.assessments.models import Result
from digitalradar.assessments.views.opening import COOKIE
from tests.assessments.views.page import Page
from tests.factories.assessments import make_answered_run
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")

CHIP = "passt zu Ihrem Ergebnis"
FACET = "Passt zu meinem Ergebnis"


@pytest.fixture
def fitting(client) -> str:
    """A guide that fits the result the client remembers, beside one that does not; return its identifier."""
    run = make_answered_run(value=1, sector="handwerk", size="10-49")
    client.post(run.url("result"))
    client.cookies[COOKIE] = run.token
    name = Result.objects.get().outcome["measures"][0]["id"]
    make_guide(name, title="Passend")
    make_guide("standortbestimmung-digitalisierung", title="Unpassend")
    return name


def titles(answer) -> list[str]:
    return [row["title"] for row in answer.context["rows"]]


def test_rows_that_fit_say_so_with_the_reason(client, fitting):
    answer = client.get("/leitfaeden/")
    page = Page(answer)
    assert sorted(titles(answer)) == ["Passend", "Unpassend"]
    assert page.text.count(CHIP) == 1
    assert "stehen Sie auf Stufe 1: „" in page.text


def test_list_can_be_narrowed_to_what_fits(client, fitting):
    offered = {facet["title"]: facet["options"] for facet in client.get("/leitfaeden/").context["facets"]}
    assert [(option["value"], option["count"]) for option in offered[FACET]] == [("passt", 1)]
    answer = client.get("/leitfaeden/?ergebnis=passt")
    assert titles(answer) == ["Passend"]
    assert [item["url"] for item in answer.context["filters"]] == ["."]
    assert titles(client.get("/leitfaeden/?ergebnis=passt&themenfeld=infrastruktur")) == []


@pytest.mark.parametrize("value", ["passt", "", "x", "passt&ergebnis=nicht"])
def test_without_a_result_the_facet_is_not_there(client, value):
    make_guide("datensicherung", title="Eins")
    answer = client.get(f"/leitfaeden/?ergebnis={value}")
    assert titles(answer) == ["Eins"]
    assert FACET not in Page(answer).text
    assert CHIP not in Page(answer).text


def test_other_shelves_do_not_offer_it(client, fitting):
    assert FACET not in Page(client.get("/technologien/")).text


def test_what_fits_is_never_kept_for_others(client, fitting, settings):
    settings.PAGE_CACHE_BYTES = 1_000_000
    assert CHIP in Page(client.get("/leitfaeden/")).text
    client.cookies.clear()
    assert CHIP not in Page(client.get("/leitfaeden/")).text
