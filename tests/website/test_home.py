"""The start page shows what exists and nothing else."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate, now

from digitalradar.topics.models import Dimension
from digitalradar.website.models import HomePage, HomeSentence
from tests.factories.events import make_occurrence
from tests.factories.knowledge import make_guide
from tests.factories.region import ContactPersonFactory, RegionFactory


@pytest.fixture
def home(portal) -> HomePage:
    return HomePage.objects.get(locale__language_code="de")


def with_sentences(home: HomePage, count: int, guide: str = "") -> None:
    """Leave exactly ``count`` sentences on the page, all with the same guide or without one."""
    home.sentences.all().delete()
    dimension = Dimension.objects.get(pk="daten")
    HomeSentence.objects.bulk_create(
        [
            HomeSentence(page=home, sentence=f"Satz {number}", dimension=dimension, guide=guide)
            for number in range(count)
        ]
    )


def test_home_takes_its_facts_from_the_catalogue(client, home):
    content = client.get("/").content.decode()
    assert '<h1 class="display">Wo steht Ihr Betrieb?</h1>' in content
    assert "45 Fragen in 9 Themen, etwa 18&nbsp;Minuten" in content
    for stage in ("Einsteigen", "Grundlagen", "Verbunden", "Vernetzt", "Vorausschauend"):
        assert f"<span>{stage}</span>" in content


def test_home_asks_a_real_question_without_a_secret(client, home):
    response = client.get("/")
    question = response.context["home"]["question"]
    assert question["id"] == "sicherheit.notfall"
    assert [option["value"] for option in question["options"]] == [1, 2, 3, 4, 5]
    assert f'action="{reverse("assessments:start", args=["digital-check"])}" method="get"' in response.content.decode()
    assert "csrf" not in response.content.decode()
    assert not response.cookies


def test_home_answers_with_the_measure_and_its_place_in_the_sample(client, home):
    measure = client.get("/").context["home"]["measure"]
    assert measure["title"].startswith("IT-Notfallplan")
    assert measure["hours"] == "8 bis 30 Stunden"
    assert measure["place"] in (1, 2, 3)
    assert measure["chance"]
    assert measure["risk"]


def test_home_links_a_sentence_without_a_published_guide_to_its_theme(client, home):
    with_sentences(home, 1, guide="gibt-es-nicht")
    assert 'href="/check/digital-check/?thema=daten"' in client.get("/").content.decode()


def test_home_offers_the_other_checks(client, home):
    checks = client.get("/").context["home"]["instruments"]
    assert [check["id"] for check in checks] == ["kurz-check", "cyber-check", "ki-check", "dii"]


def test_home_speaks_english_below_en(client, home):
    response = client.get("/en/")
    content = response.content.decode()
    assert "Where does your business stand?" in content
    assert response.context["home"]["question"]["text"].startswith("How well are you prepared")
    assert '<h3 class="row-title" lang="de">' in content  # a check without English texts says so to screen readers
    assert [language["url"] for language in response.context["language_switch"]] == ["/", "/en/"]


@pytest.mark.parametrize("is_running", [True, False])
def test_home_leads_back_into_a_run_of_this_device(client, home, is_running):
    if is_running:
        client.cookies["digitalradar_run"] = "a" * 24
    response = client.get("/")
    assert (reverse("assessments:resume") in response.content.decode()) is is_running
    assert "Cookie" in response["Vary"]


def test_home_leaves_out_what_does_not_exist(client, pages):
    content = client.get("/").content.decode()
    assert "Wo steht Ihr Betrieb?" in content
    for part in ("Digital-Check starten", "So fragt der Check", "Kommt Ihnen", "Lieber gleich sprechen?"):
        assert part not in content


def test_home_leaves_out_a_question_that_the_catalogue_does_not_know(client, home):
    HomePage.objects.filter(pk=home.pk).update(sample_question="gibt.es.nicht", sample_measure="auch-nicht")
    response = client.get("/")
    assert response.status_code == 200
    assert response.context["home"]["question"] is response.context["home"]["measure"] is None


def test_home_says_that_example_data_are_made_up(client, home):
    region = RegionFactory(is_example=True)
    assert "Beispieldaten: Region, Personen und Betriebe" in client.get("/").content.decode()
    region.is_example = False
    region.save()
    assert "Beispieldaten" not in client.get("/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_home_needs_a_constant_number_of_queries(home, library, count, django_assert_num_queries):
    ContactPersonFactory.create_batch(count)
    with_sentences(home, count, guide="frist-0")
    for number in range(count):
        due = {"date": localdate() + timedelta(days=number), "text": f"Frist {number}", "fact": ""}
        make_guide(f"frist-{number}", deadlines=[("deadline", due)])
        make_occurrence()
    client = Client()
    client.get("/")  # fills what is kept per process and for ten seconds
    with django_assert_num_queries(12):
        response = client.get("/")
    shown = response.context["home"]
    assert [len(shown[part]) for part in ("people", "sentences", "deadlines", "dates")] == [count] * 4
    assert shown["shelf"].count == count


def test_home_names_the_next_three_dates(client, home):
    for days in (9, 2, 5, 1):
        make_occurrence(title=f"In {days} Tagen", starts_at=now() + timedelta(days=days))
    make_occurrence(title="Abgesagt", state="cancelled", starts_at=now() + timedelta(hours=3))
    make_occurrence(title="Hat begonnen", starts_at=now() - timedelta(hours=1))
    response = client.get("/")
    assert [row["title"] for row in response.context["home"]["dates"]] == ["In 1 Tagen", "In 2 Tagen", "In 5 Tagen"]
    content = response.content.decode()
    assert "Die nächsten Termine" in content
    assert 'href="/termine/"' in content


def test_kept_home_changes_with_the_dates(home, settings):
    settings.PAGE_CACHE_BYTES = 1_000_000
    client = Client()
    assert "Die nächsten Termine" not in client.get("/").content.decode()
    make_occurrence(title="Notfallplan üben")
    assert "Notfallplan üben" in client.get("/").content.decode()


def test_home_is_kept_until_a_date_begins(home):
    date = make_occurrence(starts_at=now() + timedelta(hours=2))
    assert home.cache_until() == date.starts_at
