"""Results lead to the guides that tell how to do what they propose."""

import io
import re

import openpyxl
import pytest
from django.conf import settings

from digitalradar.assessments.models import Result
from digitalradar.knowledge.models import Prerequisite
from tests.assessments.views.page import Page
from tests.factories.assessments import Run, make_answered_run, share
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")


@pytest.fixture
def run(client) -> Run:
    """A run in which every answer is the lowest, with its result."""
    made = make_answered_run(value=1, sector="handwerk", size="10-49")
    client.post(made.url("result"))
    return made


def ranked() -> list[str]:
    """Return the measures of the result, the first one first."""
    return [measure["id"] for measure in Result.objects.get().outcome["measures"]]


def guides_named(answer) -> dict[str, str]:
    """Return the addresses of guides on a page with the words that lead there."""
    links = [(attributes.get("href", ""), text) for attributes, text in Page(answer).all("a")]
    return {href: text.strip() for href, text in links if re.search("/(leitfaeden|guides)/[^/]+/$", href)}


def require(later, earlier, reason):
    later.prerequisites = [Prerequisite(target=earlier, reason=reason)]
    later.save_revision().publish()


def test_without_guides_a_result_shows_its_steps_without_links(client, run):
    answer = client.get(run.url("result"))
    assert guides_named(answer) == {}
    assert [step["id"] for step in answer.context["steps"]] == ranked()[:3]


def test_steps_notices_and_what_comes_after_lead_to_their_guides(client, run):
    first, *_others = ranked()
    further = ranked()[4]
    for name in {first, further, "zugaenge-absichern", "datensicherung", "standortbestimmung-digitalisierung"}:
        make_guide(name)
    answer = client.get(run.url("result"))
    noticed = {measure["id"] for notice in answer.context["notices"] for measure in notice["measures"]}
    expected = {first, further} | (noticed | set(ranked()[:8])) & {"zugaenge-absichern", "datensicherung"}
    assert noticed
    assert set(guides_named(answer)) == {f"/leitfaeden/{name}/" for name in expected}
    assert guides_named(answer)[f"/leitfaeden/{first}/"] == run.texts.measure[first]["title"]


def test_each_further_step_has_one_sentence_why(client, run):
    answer = client.get(run.url("result"))
    further = answer.context["further_steps"]
    assert len(further) == 5
    for step in further:
        assert step["reason"] in answer.content.decode()
        assert step["reason"].startswith(("Bei „", "Nötig für: "))


def test_a_step_that_others_wait_for_says_why_in_the_words_of_their_guide(client, run):
    steps = client.get(run.url("result")).context["steps"]
    earlier = next(step for step in steps if step["needed_for"])
    later = earlier["needed_for"][0]
    require(make_guide(later), make_guide(earlier["id"]), "Ohne das <eine> geht es nicht.")
    page = Page(client.get(run.url("result")))
    assert f"Nötig für: {run.texts.measure[later]['title']}" in page.text
    assert "Ohne das <eine> geht es nicht." in page.text


def test_english_page_leads_to_the_english_guide_or_says_that_it_is_german(client, run):
    first, second, *_others = ranked()
    make_guide(first)
    make_guide(first, language="en", slug="first-guide")
    make_guide(second)
    page = Page(client.get(run.url("result", "en")))
    assert set(guides_named(page.answer)) == {"/en/guides/first-guide/", f"/leitfaeden/{second}/"}
    [german] = [attributes for attributes, _text in page.all("a") if attributes.get("hreflang") == "de"][-1:]
    assert german["href"] == f"/leitfaeden/{second}/"
    assert page.text.count("(in German)") == 1


def test_reason_in_another_language_is_marked(client, run):
    steps = client.get(run.url("result")).context["steps"]
    earlier = next(step for step in steps if step["needed_for"])
    require(make_guide(earlier["needed_for"][0]), make_guide(earlier["id"]), "Erst das eine.")
    page = Page(client.get(run.url("result", "en")))
    assert "Erst das eine." in page.text_in("de")


def test_those_who_look_at_a_shared_result_get_the_links_too(client, run):
    first, *_others = ranked()
    make_guide(first)
    answer = client.get(f"/check/ergebnis/{share(run)}/")
    assert set(guides_named(answer)) == {f"/leitfaeden/{first}/"}


def test_a_retired_guide_is_no_longer_linked(client, run):
    first, *_others = ranked()
    guide = make_guide(first)
    guide.unpublish()
    assert guides_named(client.get(run.url("result"))) == {}


def test_cyber_check_leads_from_requirements_to_the_guide_made_for_them(client):
    run = make_answered_run("cyber-check", value="unmet")
    client.post(run.url("result"))
    make_guide("cyberrisikocheck", title="CyberRisikoCheck nutzen")
    make_guide("ki-regeln-im-betrieb", title="KI-Regeln")
    answer = client.get(run.url("result"))
    work = {item["id"]: item["guide"] for item in [*answer.context["first_work"], *answer.context["further_work"]]}
    assert work["cyber-organisation.verantwortung"].identifier == "cyberrisikocheck"
    assert work["cyber-organisation.regeln"].identifier == "ki-regeln-im-betrieb"
    assert work["cyber-organisation.schutzbedarf"] is None
    assert guides_named(answer)["/leitfaeden/cyberrisikocheck/"] == "CyberRisikoCheck nutzen"


@pytest.mark.parametrize("count", [1, 3])
def test_links_reasons_and_dates_cost_three_queries(client, run, count, django_assert_num_queries):
    first = client.get(run.url("result")).context["steps"]
    waiting = [(step["id"], step["needed_for"][0]) for step in first if step["needed_for"]]
    require(make_guide(waiting[0][1]), make_guide(waiting[0][0]), "Darum.")
    for name in [name for name in ranked() if name not in waiting[0]][:count]:
        make_guide(name)
    client.get(run.url("result"))
    with django_assert_num_queries(8):
        client.get(run.url("result"))


def test_files_taken_along_name_the_guides(client, run):
    first, *_others = ranked()
    make_guide(first)
    address = f"{settings.PUBLIC_URL}/leitfaeden/{first}/"
    assert client.get(run.url("data_json")).json()["guides"] == {first: address}
    book = openpyxl.load_workbook(io.BytesIO(client.get(run.url("data_xlsx")).content))
    head, *rows = list(book["Schritte"].values)
    assert head[-1] == "Leitfaden"
    assert {row[1]: row[-1] for row in rows if row[-1]} == {first: address}
