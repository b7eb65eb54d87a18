"""The calendar and one date in full, for other sites."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils.timezone import localdate, now

from digitalradar.events.models import AgendaItem, Material, Occurrence, Place, Series
from digitalradar.topics.models import TopicField
from tests.api.asking import assert_described, assert_problem, get
from tests.factories.events import book, make_occurrence, make_offer, make_round
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def slugs(answer) -> list[str]:
    assert answer.status_code == 200
    return [item["slug"] for item in answer.json()["items"]]


def make_full(**fields) -> Occurrence:
    place = Place.objects.create(
        name="Bildungszentrum", street="Musterweg 1", postcode="12345", town="Musterstadt", is_step_free=True
    )
    series = Series.objects.create(kind="vortrag", title="Dienstags um fünf", slug="dienstags")
    values = {
        "slug": "messen",
        "kind": "vortrag",
        "title": "Messen & prüfen",
        "starts_at": datetime(2099, 7, 7, 15, 0, tzinfo=UTC),
        "place": place,
        "room": "Halle 2",
        "series": series,
        "online_url": "https://geheim.example/raum",
        "description": "<p>Mit <b>Kamera</b></p>",
        "host": "Beispiel-Kammer",
    }
    return make_occurrence(**(values | fields))


def test_list_has_the_described_shape():
    occurrence = make_full()
    make_offer(occurrence, capacity=10)
    answer = get("events")
    assert_described(answer, "EventList")
    assert answer.json() == {
        "total": 1,
        "items": [
            {
                "uid": str(occurrence.uid),
                "slug": "messen",
                "kind": "vortrag",
                "kind_label": "Vortrag",
                "title": "Messen & prüfen",
                "summary": "Was passiert, und was man davon hat.",
                "language": "de",
                "state": "published",
                "starts_at": "2099-07-07T17:00:00+02:00",
                "ends_at": "2099-07-07T19:00:00+02:00",
                "time_zone": "Europe/Berlin",
                "previous_starts_at": None,
                "mode": "on_site",
                "place": {
                    "name": "Bildungszentrum",
                    "address": "Musterweg 1, 12345 Musterstadt",
                    "town": "Musterstadt",
                    "room": "Halle 2",
                    "is_step_free": True,
                },
                "topics": [],
                "series": {"slug": "dienstags", "title": "Dienstags um fünf"},
                "price": "",
                "places": {"state": "free", "label": "Plätze frei"},
                "url": "/termine/messen/",
                "api_url": "/api/v1/events/messen",
                "calendar_url": "/termine/messen.ics",
                "is_example": False,
            }
        ],
    }


def test_date_in_full_has_what_its_page_has(settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    RegionFactory(name="Kreis Musterland")
    occurrence = make_full()
    make_round(occurrence, "Kamera", after=30)
    AgendaItem.objects.create(occurrence=occurrence, title="Ankommen", starts_at="17:00")
    Material.objects.create(
        occurrence=occurrence, title="Folien", url="https://example.org/f", released_at=localdate(), audience="public"
    )
    Material.objects.create(
        occurrence=occurrence, title="Nur für uns", url="https://example.org/g", released_at=localdate()
    )
    answer = get("events/messen")
    assert_described(answer, "EventDocument")
    told = answer.json()
    assert told["description"] == "<p>Mit <b>Kamera</b></p>"
    assert told["agenda"] == [{"time": "17:00", "title": "Ankommen", "speaker": "", "text": ""}]
    assert told["materials"] == [{"title": "Folien", "url": "https://example.org/f", "author": "", "licence": ""}]
    assert told["offers"] == [
        {
            "title": "Kamera",
            "starts_at": "2099-07-07T17:30:00+02:00",
            "ends_at": "2099-07-07T17:55:00+02:00",
            "places": {"state": "free", "label": "Plätze frei"},
        }
    ]
    assert told["licence"] == {"id": "EUPL-1.2", "url": "https://spdx.org/licenses/EUPL-1.2.html"}
    assert told["provenance"] == {
        "portal": "https://digital.example.org",
        "publisher": "Kreis Musterland",
        "url": "https://digital.example.org/termine/messen/",
        "published": told["provenance"]["published"],
        "modified": told["provenance"]["modified"],
        "sequence": 0,
        "is_example": False,
    }
    assert answer["Link"] == '<https://spdx.org/licenses/EUPL-1.2.html>; rel="license"'


@pytest.mark.parametrize("path", ["events", "events/messen"])
def test_nobody_who_comes_or_waits_is_told(path):
    offer = make_offer(make_full(), capacity=1)
    book(offer, "Ada Geheim", organisation="Beispiel-Werk")
    book(offer, "Bea Geheim")
    answer = get(path)
    told = answer.content.decode()
    assert '"waiting"' in told
    for secret in ("Geheim", "geheim", "Beispiel-Werk", "capacity", "seats"):
        assert secret not in told


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"morgen", "woche"}),
        ("from=&to=&kind=&topic=&page=1", {"morgen", "woche"}),
        ("from={yesterday}", {"gestern", "morgen", "woche"}),
        ("from={yesterday}&to={yesterday}", {"gestern"}),
        ("to={tomorrow}", {"morgen"}),
        ("kind=vortrag", {"woche"}),
        ("topic=prozesse", {"morgen"}),
        ("topic=prozesse&kind=vortrag", set()),
        ("from=9999-12-31", set()),
        ("from=0001-01-01&to=0001-01-02", set()),
    ],
)
def test_list_is_narrowed(query, found):
    noon = now().replace(hour=11, minute=0)
    make_occurrence(slug="gestern", starts_at=noon - DAY)
    topic = TopicField.objects.create(id="prozesse", title="Abläufe", title_en="Processes", order=1)
    make_occurrence(slug="morgen", starts_at=noon + DAY).topic_fields.add(topic)
    make_occurrence(slug="woche", kind="vortrag", starts_at=noon + 7 * DAY)
    days = {"yesterday": f"{noon - DAY:%Y-%m-%d}", "tomorrow": f"{noon + DAY:%Y-%m-%d}"}
    assert set(slugs(get(f"events?{query.format(**days)}"))) == found


def test_hidden_dates_are_not_told():
    make_occurrence(slug="entwurf", state=Occurrence.State.DRAFT)
    make_occurrence(slug="spaeter", publish_at=now() + DAY)
    assert slugs(get("events")) == []
    for slug in ("entwurf", "spaeter", "gibt-es-nicht"):
        assert_problem(get(f"events/{slug}"), 404, "unknown_event")


def test_cancelled_and_moved_dates_say_so():
    offer = make_offer(make_full(state=Occurrence.State.CANCELLED, previous_starts_at=datetime(2099, 7, 1, tzinfo=UTC)))
    [item] = get("events").json()["items"]
    assert (item["state"], item["places"]) == ("cancelled", None)
    assert item["previous_starts_at"] == "2099-07-01T02:00:00+02:00"
    assert get(f"events/{offer.occurrence.slug}").json()["offers"][0]["places"] is None


def test_pages_hold_twenty_and_lead_to_each_other():
    for _number in range(22):
        make_occurrence()
    first, second, third = get("events?kind=workshop"), get("events?kind=workshop&page=2"), get("events?page=3")
    assert [len(slugs(answer)) for answer in (first, second, third)] == [20, 2, 0]
    assert first["Link"] == '</api/v1/events?kind=workshop&page=2>; rel="next"'
    assert second["Link"] == '</api/v1/events?kind=workshop&page=1>; rel="prev"'


@pytest.mark.parametrize(
    ("query", "path"),
    [
        ("from=morgen", "query.from"),
        ("from=2026-02-31", "query.from"),
        ("from=1700000000", "query.from"),
        ("from=20260101", "query.from"),
        ("to=2026-1-1", "query.to"),
        ("kind=party", "query.kind"),
        ("topic=alles", "query.topic"),
        ("page=0", "query.page"),
        ("page=zwei", "query.page"),
    ],
)
def test_wrong_values_are_told(query, path):
    assert assert_problem(get(f"events?{query}"), 422, "invalid_parameter")["path"] == path


def test_words_come_in_the_language_asked_for():
    make_offer(make_full())
    item = get("events", "en").json()["items"][0]
    assert (item["kind_label"], item["language"]) == ("Talk", "de")
    assert get("events")["ETag"] != get("events", "en")["ETag"]


@pytest.mark.parametrize("path", ["events", "events?kind=vortrag", "events/messen"])
def test_unchanged_answers_are_not_sent_again(path):
    occurrence = make_full()
    first = get(path)
    again = get(path, **{"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Last-Modified"].endswith("GMT")
    occurrence.title = "Anders"
    occurrence.save()
    assert get(path, **{"If-None-Match": first["ETag"]}).status_code == 200


def test_places_change_at_once():
    offer = make_offer(make_full(), capacity=2)
    assert get("events/messen").json()["places"]["state"] == "free"
    book(offer, "Ada Beispiel")
    assert get("events/messen").json()["places"]["state"] == "few"
    book(offer, "Bea Beispiel")
    assert get("events/messen").json()["places"]["state"] == "waiting"
    assert get("events").json()["items"][0]["places"]["state"] == "waiting"


@pytest.mark.parametrize("count", [1, 3])
def test_list_needs_as_many_queries_for_one_as_for_three(count, django_assert_num_queries):
    for _number in range(count):
        make_offer()
    get("events?page=1")
    with django_assert_num_queries(QUERIES):
        assert len(slugs(get("events?page=1"))) == count


QUERIES = 6
