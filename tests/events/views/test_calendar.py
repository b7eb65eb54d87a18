"""The calendar: what is listed, how it is narrowed, as a month, and when its kept page is made anew."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Place
from digitalradar.events.queries import calendar as queries
from digitalradar.events.views.calendar import calendar
from tests.factories.events import make_occurrence, make_offer

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


def titles(client, query: str = "", name: str = "calendar") -> list[str]:
    """Return the titles on the page in their order."""
    response = client.get(f"{reverse(f'events:{name}')}{query}")
    assert response.status_code == 200
    return [row["title"] for month in response.context["months"] for row in month["rows"]]


def test_calendar_shows_what_is_to_come_by_month(client):
    make_occurrence(title="später", starts_at=datetime(2100, 2, 1, 9, tzinfo=BERLIN))
    make_occurrence(title="früher", starts_at=datetime(2100, 1, 31, 23, 30, tzinfo=BERLIN))
    months = client.get("/termine/").context["months"]
    assert [(month["title"], [row["title"] for row in month["rows"]]) for month in months] == [
        ("Januar 2100", ["früher"]),
        ("Februar 2100", ["später"]),
    ]


@pytest.mark.parametrize(
    ("fields", "is_listed", "is_past"),
    [
        ({}, True, False),
        ({"state": Occurrence.State.DRAFT}, False, False),
        ({"publish_at": now() + timedelta(days=1)}, False, False),
        ({"state": Occurrence.State.CANCELLED}, True, False),
        ({"starts_at": now() - timedelta(minutes=5)}, True, False),
        ({"starts_at": now() - timedelta(hours=3)}, False, True),
        ({"starts_at": now() - timedelta(hours=3), "state": Occurrence.State.CLOSED}, False, True),
        ({"starts_at": now() - timedelta(hours=3), "state": Occurrence.State.CANCELLED}, False, False),
        ({"starts_at": now() - timedelta(hours=3), "state": Occurrence.State.DRAFT}, False, False),
    ],
)
def test_calendar_and_past_show_what_everybody_may_see(client, fields, is_listed, is_past):
    make_occurrence(title="Termin", **fields)
    assert (titles(client) == ["Termin"], titles(client, name="past") == ["Termin"]) == (is_listed, is_past)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Sensoren", "Vortrag", "Beides"]),
        ("?format=workshop", ["Sensoren", "Beides"]),
        ("?thema=prozesse", ["Vortrag"]),
        ("?ort=Musterstadt", ["Sensoren"]),
        ("?online=ja", ["Vortrag", "Beides"]),
        ("?online=ja&format=workshop", ["Beides"]),
        ("?q=sensorn", ["Sensoren"]),
        ("?q=musterstadt", ["Sensoren"]),
        ("?format=fokusgruppe", []),
    ],
)
def test_calendar_is_narrowed(client, place, topic, django_capture_on_commit_callbacks, query, found):
    with django_capture_on_commit_callbacks(execute=True):
        make_occurrence(title="Sensoren", place=place)
        talk = make_occurrence(title="Vortrag", kind="vortrag", mode="online", starts_at=now() + timedelta(days=20))
        talk.topic_fields.add(topic)
        other = Place.objects.create(name="Hof", town="Anderstadt")
        make_occurrence(title="Beides", mode="both", place=other, starts_at=now() + timedelta(days=30))
    assert titles(client, query) == found


@pytest.mark.parametrize(
    "query",
    [
        "?format=unbekannt",
        "?seite=999999",
        "?seite=-1",
        "?seite=²",
        "?seite=x",
        "?monat=2026-13",
        "?monat=0000-00",
        "?monat=²²²²-01",
        "?monat=dezember",
        "?online=vielleicht",
    ],
)
def test_calendar_leaves_out_what_it_does_not_understand(client, query):
    make_occurrence(title="Termin")
    assert titles(client, query) == ["Termin"]


@pytest.mark.parametrize("query", ["?thema=gibt-es-nicht", "?ort=Nirgends", "?q=xyzzy"])
def test_calendar_without_a_fitting_date_says_what_to_do(client, query):
    make_occurrence(title="Termin", kind="workshop")
    response = client.get(f"/termine/{query}")
    assert (response.status_code, response.context["months"]) == (200, [])
    assert "Alle Termine zeigen" in response.content.decode()


def test_empty_calendar_says_so(client):
    assert "Zurzeit ist kein Termin geplant." in client.get("/termine/").content.decode()
    assert "Noch hat kein Termin stattgefunden." in client.get("/termine/vergangen/").content.decode()


def test_calendar_offers_only_filters_that_some_date_has(client, place, topic):
    make_occurrence(place=place).topic_fields.add(topic)
    make_occurrence(kind="vortrag", starts_at=now() - timedelta(days=3))
    selects = client.get("/termine/").context["filters"]["selects"]
    assert {select["name"]: [option["value"] for option in select["options"]] for select in selects} == {
        "format": ["workshop"],
        "thema": ["prozesse"],
        "ort": ["Musterstadt"],
    }


def test_chosen_filters_can_be_taken_away_one_by_one(client, place):
    make_occurrence(place=place)
    chosen = client.get("/termine/?format=workshop&ort=Musterstadt&seite=2").context["filters"]["chosen"]
    assert [(one["label"], one["url"]) for one in chosen] == [
        ("Workshop", "?ort=Musterstadt"),
        ("Musterstadt", "?format=workshop"),
    ]


def test_calendar_is_turned_by_pages(client):
    for number in range(queries.PER_PAGE + 1):
        make_occurrence(title=f"Termin {number:02}", starts_at=now() + timedelta(days=number + 1))
    assert titles(client, "?seite=2") == [f"Termin {queries.PER_PAGE}"]
    assert client.get("/termine/").context["pager"]["next_url"] == "?seite=2"


def test_month_is_a_table_of_whole_weeks(client):
    make_occurrence(title="Nikolaus", starts_at=datetime(2100, 12, 6, 0, 30, tzinfo=BERLIN))
    make_occurrence(title="davor", starts_at=datetime(2100, 11, 29, 12, tzinfo=BERLIN))
    make_occurrence(title="nicht dabei", starts_at=datetime(2100, 11, 28, 23, tzinfo=BERLIN))
    month = client.get("/termine/?monat=2100-12").context["month"]
    shown = {day["date_iso"]: [row["title"] for row in day["dates"]] for week in month["weeks"] for day in week}
    assert {day: dates for day, dates in shown.items() if dates} == {
        "2100-11-29": ["davor"],
        "2100-12-06": ["Nikolaus"],
    }
    assert (len(shown), min(shown), max(shown)) == (35, "2100-11-29", "2101-01-02")
    assert (month["before"]["url"], month["after"]["url"]) == ("?monat=2100-11", "?monat=2101-01")


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("query", "queries"), [("", 7), ("?monat=2100-01", 6)])
def test_calendar_needs_constant_queries(client, place, django_assert_num_queries, count, query, queries):
    for _number in range(count):
        for _offer in range(count):
            occurrence = make_occurrence(place=place, starts_at=datetime(2100, 1, 5, 9, tzinfo=BERLIN))
            make_offer(occurrence)
            make_offer(occurrence, title="Runde")
    client.get("/termine/vergangen/")  # what every page remembers
    with django_assert_num_queries(queries):
        client.get(f"/termine/{query}")


@pytest.mark.parametrize("query", ["?format=workshop", "?monat=2100-01"])
def test_narrowed_lists_are_not_for_search_engines(client, query):
    assert client.get(f"/termine/{query}")["X-Robots-Tag"] == "noindex, follow"
    assert "X-Robots-Tag" not in client.get("/termine/")


def test_browser_that_has_the_list_gets_no_second_copy(client):
    make_occurrence()
    tag = client.get("/termine/")["ETag"]
    assert client.get("/termine/", headers={"if-none-match": tag}).status_code == 304


def test_list_is_kept_until_a_date_begins_or_another_appears(rf):
    begins = make_occurrence(starts_at=now() + timedelta(minutes=2)).starts_at
    assert calendar(rf.get("/termine/")).page_cache_until == begins.timestamp()
    appears = make_occurrence(publish_at=now() + timedelta(minutes=1)).publish_at
    assert calendar(rf.get("/termine/")).page_cache_until == appears.timestamp()


def test_menu_names_dates_as_soon_as_one_is_published(client):
    draft = make_occurrence(state=Occurrence.State.DRAFT)
    assert "events" not in [entry["part"] for entry in client.get("/termine/").context["menu"]]
    draft.state = Occurrence.State.PUBLISHED
    draft.save()
    assert "events" in [entry["part"] for entry in client.get("/termine/").context["menu"]]
    draft.delete()
    assert "events" not in [entry["part"] for entry in client.get("/termine/").context["menu"]]
