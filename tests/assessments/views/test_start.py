"""From the list of checks over a start page into a run."""

import pytest

from digitalradar.assessments.models import Assessment, CatalogueVersion
from tests.assessments.views.page import Page, normal
from tests.factories.assessments import INSTRUMENTS, all_shipped, make_run, shipped

pytestmark = pytest.mark.django_db

QUESTION = "sicherheit.sicherung"


def start(client, catalogue: str = "digital-check", **data: str):
    """Send the start form and return the run that began."""
    answer = client.post(f"/check/{catalogue}/", data)
    assert answer.status_code == 302, Page(answer).text
    run = Assessment.objects.get()
    assert answer["Location"].startswith(f"/check/lauf/{client.cookies['digitalradar_run'].value}/thema/")
    return run


def test_overview_lists_what_is_loaded_in_the_order_of_the_offer(client):
    all_shipped()
    page = Page(client.get("/check/"))
    addresses = [attributes["href"] for attributes, _text in page.all("a")]
    offered = [address for address in addresses if address in {f"/check/{name}/" for name in INSTRUMENTS}]
    assert offered == [f"/check/{name}/" for name in INSTRUMENTS]
    for version in CatalogueVersion.objects.all():
        assert f"/check/{version.catalogue}/" in offered
    assert "45 Fragen, etwa 18 Minuten" in page.text
    assert "12 Fragen, etwa 4 Minuten" in page.text


def test_overview_without_checks_says_so(client):
    assert "Zurzeit ist kein Check freigeschaltet." in Page(client.get("/check/")).text


@pytest.mark.parametrize("catalogue", INSTRUMENTS)
def test_start_page_tells_purpose_duration_and_what_happens_with_the_data(client, catalogue):
    shipped(catalogue)
    answer = client.get(f"/check/{catalogue}/")
    page, data = Page(answer), answer.context["catalogue"].data
    assert answer.status_code == 200
    assert [text for _attributes, text in page.all("h1")] == [normal(data["title"])]
    assert normal(data["purpose"]) in page.text
    assert normal(data["audience"]) in page.text
    assert normal(data.get("disclaimer", "")) in page.text
    assert f"{data['minutes']['from']} bis {data['minutes']['to']} Minuten" in page.text
    assert f"{len(answer.context['catalogue'].question)} Fragen" in page.text
    assert "Angefangene Checks löschen wir nach 90 Tagen ohne Besuch, fertige nach 24 Monaten." in page.text
    assert f"/check/{catalogue}/beispiel/" in [attributes.get("href") for attributes, _text in page.all("a")]
    assert not Assessment.objects.exists()


def test_start_page_asks_nothing_that_names_the_firm(client):
    shipped()
    page = Page(client.get("/check/digital-check/"))
    assert set(page.selects) | set(page.hidden) == {"csrfmiddlewaretoken", "sector", "size", "place", "role"}


def test_start_page_asks_for_the_sector_only_where_questions_depend_on_it(client):
    shipped("cyber-check")
    assert set(Page(client.get("/check/cyber-check/")).selects) == {"size", "role"}
    assert start(client, "cyber-check", size="10-49", sector="handel").profile == {"size": "10-49"}


@pytest.mark.parametrize("catalogue", ["gibt-es-nicht", "beschaeftigte", "digital-check"])
def test_start_page_of_a_check_that_is_not_active_is_not_there(client, catalogue):
    shipped()
    CatalogueVersion.objects.update(is_active=False)
    start_page = f"/check/{catalogue}/"
    answers = [client.get(start_page), client.post(start_page), client.get(f"{start_page}beispiel/")]
    assert [answer.status_code for answer in answers] == [404, 404, 404]
    assert not Assessment.objects.exists()


def test_start_begins_a_run_and_leads_to_its_first_questions(client):
    shipped()
    told = {"sector": "handwerk", "size": "2-9", "place": "Kreis Musterland", "role": "leitung"}
    answer = client.post("/check/digital-check/", told, follow=True)
    run = Assessment.objects.get()
    assert run.profile == {
        "sector": "handwerk",
        "size": "1-9",
        "solo": "no",
        "region": "Kreis Musterland",
        "role": "leitung",
    }
    assert (run.answers, run.catalogue_version.catalogue) == ({}, "digital-check")
    assert answer.redirect_chain[-1][0].split("#")[0].endswith("/thema/strategie/")
    assert answer.context["dimension"]["id"] == "strategie"


def test_start_needs_no_profile(client):
    shipped()
    assert start(client).profile == {}


@pytest.mark.parametrize(
    ("sent", "profile"),
    [
        ({"size": "solo"}, {"size": "1-9", "solo": "yes"}),
        ({"size": "2-9"}, {"size": "1-9", "solo": "no"}),
        ({"size": "10-49"}, {"size": "10-49"}),
        ({"size": "50-249", "solo": "yes"}, {"size": "50-249"}),
        ({"size": "250+"}, {"size": "250+"}),
        ({"solo": "yes"}, {"size": "1-9", "solo": "yes"}),
        ({"solo": "no"}, {"solo": "no"}),
    ],
)
def test_number_of_persons_tells_size_and_who_works_alone(client, sent, profile):
    shipped()
    assert start(client, **sent).profile == profile


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("sector", "raumfahrt"),
        ("size", "1-9"),
        ("size", "-1"),
        ("role", "chef"),
        ("place", "x" * 81),
    ],
)
def test_start_refuses_what_is_no_choice_and_keeps_the_rest_of_what_was_typed(client, field, value):
    shipped()
    sent = {"place": "Kreis Musterland", "sector": "handel", field: value}
    answer = client.post("/check/digital-check/", sent)
    page = Page(answer)
    assert answer.status_code == 400
    assert list(answer.context["form"].errors) == [field]
    assert normal(answer.context["form"].errors[field][0]) in page.text
    assert page.hidden["place"] == sent["place"]
    assert page.chosen["sector"] == ("handel" if field != "sector" else "")
    assert not Assessment.objects.exists()


def test_short_check_asks_for_the_profile_at_the_end(client):
    shipped("kurz-check")
    page = Page(client.get("/check/kurz-check/"))
    assert "sector" not in page.selects
    run = make_run("kurz-check")
    assert run.url("profile") in str(client.get(run.url("finish")).content)
    answer = client.post(run.url("profile"), {"size": "10-49", "sector": "handel", "go": "finish"})
    assert answer["Location"] == run.url("finish")
    assert run.stored().profile == {"sector": "handel", "size": "10-49"}


def test_profile_page_shows_what_was_told_and_leads_back_to_the_questions(client):
    run = make_run(sector="handel", size="1-9", is_solo=False, place="Kreis Musterland", role="beratung")
    page = Page(client.get(run.url("profile")))
    assert page.chosen == {"sector": "handel", "size": "2-9", "role": "beratung"}
    assert page.hidden["place"] == "Kreis Musterland"
    client.post(run.url("profile"), page.form_data())
    assert run.stored().profile == run.row.profile
    answer = client.post(run.url("profile"), page.form_data(size="10-49"))
    assert answer["Location"] == run.url("run")
    assert run.stored().profile == {
        "sector": "handel",
        "size": "10-49",
        "region": "Kreis Musterland",
        "role": "beratung",
    }


def test_profile_page_refuses_what_is_no_choice_and_changes_nothing(client):
    run = make_run(sector="handel", size="10-49")
    answer = client.post(run.url("profile"), {"sector": "raumfahrt", "size": "250+"})
    assert answer.status_code == 400
    assert run.stored().profile == {"sector": "handel", "size": "10-49"}


def test_answer_given_on_the_home_page_comes_along(client):
    shipped()
    page = Page(client.get("/check/digital-check/", {"frage": QUESTION, "antwort": "3"}))
    assert "Ihre Antwort auf" in page.text
    run = start(client, **page.form_data())
    assert run.answers == {QUESTION: {"value": 3}}
    assert run.first_dimension == "sicherheit"
    section = client.get(f"/check/lauf/{client.cookies['digitalradar_run'].value}/", follow=True)
    assert section.context["dimension"]["id"] == "sicherheit"
    assert Page(section).chosen[f"value.{QUESTION}"] == "3"


def test_theme_chosen_on_the_home_page_comes_first(client):
    shipped()
    page = Page(client.get("/check/digital-check/", {"thema": "daten"}))
    assert "Sie beginnen mit dem Thema" in page.text
    run = start(client, **page.form_data())
    assert (run.first_dimension, run.answers) == ("daten", {})


@pytest.mark.parametrize(
    "query",
    [
        {"frage": "gibt.es.nicht", "antwort": "3"},
        {"frage": QUESTION, "antwort": "6"},
        {"frage": QUESTION, "antwort": "<script>alert(1)</script>"},
        {"frage": QUESTION, "antwort": "yes"},
        {"thema": "../../etc"},
        {"thema": "<img src=x>", "rolle": "chef"},
    ],
)
def test_handed_over_nonsense_is_left_aside(client, query):
    shipped()
    answer = client.get("/check/digital-check/", query)
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert "<img src=x" not in answer.content.decode()
    run = start(client, **Page(answer).form_data())
    assert (run.answers, run.role) == ({}, "")
    assert run.first_dimension in ("", "sicherheit")


def test_whoever_does_not_lead_the_firm_has_a_way_too(client):
    shipped()
    links = Page(client.get("/check/digital-check/")).all("a")
    assert "?rolle=beschaeftigt" in [attributes.get("href") for attributes, _text in links]
    page = Page(client.get("/check/digital-check/", {"rolle": "beschaeftigt"}))
    assert "Antworten Sie aus Ihrer Sicht" in page.text
    assert page.chosen["role"] == "beschaeftigt"
    assert start(client, **page.form_data()).role == "beschaeftigt"


def test_short_check_on_this_device_is_offered_as_suggestions(client):
    all_shipped()
    short = make_run("kurz-check", answers={"kurz.sicherung": 2})
    client.get(short.url("finish"))
    told = "Ihre Antworten aus dem Kurz-Check erscheinen hier als Vorschläge"
    assert told in Page(client.get("/check/digital-check/")).text
    assert told not in Page(client.get("/check/cyber-check/")).text
    client.post("/check/digital-check/", {})
    assert Assessment.objects.latest("pk").origin == short.row
