"""„Woran hakt es?“ leads in two clicks from a problem in everyday work to three guides."""

from pathlib import Path

import pytest
import yaml
from django.core.exceptions import ValidationError
from django.test import RequestFactory

import digitalradar
from digitalradar.assessments.models import CatalogueVersion
from digitalradar.assessments.queries.catalogues import active_questionnaire
from digitalradar.assessments.services.runs import start_run
from digitalradar.assessments.views.opening import COOKIE
from digitalradar.website.blocks import ProblemStream
from digitalradar.website.guide_panel import invitation
from digitalradar.website.models import TroublePage
from digitalradar.website.starter import load_pages
from digitalradar.website.trouble_link import trouble_url
from tests.assessments.views.page import Page
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("library")

START, AREA, PROBLEM = "/woran-hakt-es/", "/woran-hakt-es/technik/", "/woran-hakt-es/technik/internet-langsam/"
LIBRARY = Path(digitalradar.__file__).parents[1] / "content" / "guides" / "de"
TEXTS = yaml.safe_load(
    (Path(digitalradar.__file__).parent / "website" / "texts" / "trouble.yaml").read_text(encoding="utf-8")
)


def hrefs(answer) -> list[str]:
    return [attributes["href"] for attributes, _text in Page(answer).all("a")]


def begun() -> str:
    """Begin a check and return the secret of the run."""
    version = CatalogueVersion.objects.get(catalogue="digital-check", is_active=True)
    return start_run(version=version)[1]


def german() -> TroublePage:
    return TroublePage.objects.get(locale__language_code="de")


def test_two_clicks_lead_from_the_home_page_to_three_guides_with_reasons(client):
    names = ["betriebsnetz-und-wlan", "it-bestandsaufnahme", "it-dienstleister-und-vertraege"]
    for name in names:
        make_guide(name)
    assert START in hrefs(client.get("/"))
    assert AREA in hrefs(client.get(START))
    assert PROBLEM in hrefs(client.get(AREA))
    answer = client.get(PROBLEM)
    assert [href for href in hrefs(answer) if "/leitfaeden/" in href and href != "/leitfaeden/"] == [
        f"/leitfaeden/{name}/" for name in names
    ]
    text = Page(answer).text
    assert "Messen, trennen, einen zweiten Weg ins Netz: Danach läuft es stabil." in text
    assert answer.context["question"]["id"] == "technik.netz"
    assert "Mit dieser Antwort beginnen" in text


def test_nothing_is_stored_and_no_form_has_a_secret(client):
    for address in (START, AREA, PROBLEM):
        answer = client.get(address)
        assert not answer.cookies
        assert "csrf" not in answer.content.decode()


def test_places_have_their_translations_beside_them(client):
    switch = {language["code"]: language["url"] for language in client.get(PROBLEM).context["language_switch"]}
    assert switch == {"de": PROBLEM, "en": "/en/where-does-it-hurt/technik/internet-langsam/"}
    english = Page(client.get(switch["en"]))
    assert "Internet and Wi-Fi are slow or keep failing." in english.text


def test_place_without_a_translation_leads_to_its_start(client):
    page = TroublePage.objects.get(locale__language_code="en")
    kept = [block.value for block in page.problems if block.value["name"] != "internet-langsam"]
    page.problems = [("problem", value) for value in kept]
    page.save_revision().publish()
    switch = {language["code"]: language["url"] for language in client.get(PROBLEM).context["language_switch"]}
    assert switch["en"] == "/en/where-does-it-hurt/"


def test_guides_that_are_not_published_are_left_out(client):
    make_guide("it-bestandsaufnahme")
    assert [item["guide"].identifier for item in client.get(PROBLEM).context["guides"]] == ["it-bestandsaufnahme"]
    german_guide = Page(client.get("/en/where-does-it-hurt/technik/internet-langsam/"))
    assert "Leitfaden it-bestandsaufnahme" in german_guide.text_in("de")


def test_without_any_guide_the_question_and_a_person_remain(client):
    text = Page(client.get(PROBLEM)).text
    assert "Dazu gibt es gerade keinen Leitfaden." in text
    assert "Mit dieser Antwort beginnen" in text


def test_question_that_the_check_does_not_know_is_left_out(client):
    page = german()
    page.problems[0].value["question"] = "gibt.es.nicht"
    page.save_revision().publish()
    first = page.problems[0].value
    answer = client.get(f"{START}{first['area']}/{first['name']}/")
    assert answer.status_code == 200
    assert answer.context["question"] is None


def test_whoever_has_begun_a_check_goes_on_with_it(client):
    client.cookies[COOKIE] = begun()
    text = Page(client.get(PROBLEM)).text
    assert "Weiter im angefangenen Check" in text
    assert "Mit dieser Antwort beginnen" not in text


@pytest.mark.parametrize(
    "path",
    [
        "unbekannt/",
        "technik/unbekannt/",
        "daten/internet-langsam/",
        "technik/internet-langsam/mehr/",
        "TECHNIK/",
    ],
)
def test_other_addresses_do_not_exist(client, path):
    assert client.get(f"{START}{path}").status_code == 404


@pytest.mark.parametrize(("address", "queries"), [(START, 7), (AREA, 6), (PROBLEM, 8)])
@pytest.mark.parametrize("count", [1, 3])
def test_each_place_needs_a_constant_number_of_queries(client, address, queries, count, django_assert_max_num_queries):
    for name in ("betriebsnetz-und-wlan", "it-bestandsaufnahme", "it-dienstleister-und-vertraege")[:count]:
        make_guide(name)
    client.get(address)
    with django_assert_max_num_queries(queries):
        client.get(address)


def test_starter_adds_the_page_once_and_leaves_changes_alone():
    page = german()
    page.title = "Wo drückt der Schuh?"
    page.slug = "wo-drueckt-der-schuh"
    page.save_revision().publish()
    load_pages()
    assert [page.title for page in TroublePage.objects.filter(locale__language_code="de")] == ["Wo drückt der Schuh?"]
    assert trouble_url("de") == "/wo-drueckt-der-schuh/"
    page.unpublish()
    assert trouble_url("de") == ""


def test_home_without_the_page_does_not_invite_to_it(client):
    german().unpublish()
    assert "Woran hakt es" not in Page(client.get("/")).text


def test_guide_invites_whoever_has_no_check_on_this_device(client):
    guide = make_guide()
    page = Page(client.get("/leitfaeden/pruefen/"))
    assert "Ist das Ihr Thema?" in page.text
    assert START in hrefs(page.answer)
    client.cookies[COOKIE] = begun()
    assert "Ist das Ihr Thema?" not in Page(client.get("/leitfaeden/pruefen/")).text
    assert invitation(RequestFactory().get("/"), guide) == {"trouble_url": START}


@pytest.mark.parametrize(
    ("field", "value"), [("name", "Mit Leerzeichen"), ("area", "unbekannt"), ("sentence", ""), ("guides", [])]
)
def test_editors_are_told_what_is_wrong(field, value):
    block = ProblemStream().child_blocks["problem"]
    right = block.get_prep_value(german().problems[0].value)
    assert block.clean(block.to_python(right))["name"] == right["name"]
    with pytest.raises(ValidationError):
        block.clean(block.to_python({**right, field: value}))


@pytest.mark.parametrize("problem", TEXTS["problems"], ids=lambda problem: problem["name"])
def test_start_texts_name_what_exists(problem):
    main = active_questionnaire("digital-check", "de")
    assert main.question[problem["question"]]["dimension"] == problem["area"]
    names = [item["guide"] for item in problem["guides"]]
    assert len(set(names)) == 3
    assert all((LIBRARY / f"{name}.md").is_file() for name in names)
    for language in ("de", "en"):
        assert problem[language].endswith(".")
        assert all(item[language].endswith((".", "?")) for item in problem["guides"])
