"""Calendars and the Atom feed as programs fetch them."""

from datetime import UTC, datetime, time, timedelta
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Occurrence, PersonalFeed, Place, Series
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.personal_feeds import close_feed, feed_url, renew_feed
from digitalradar.topics.models import TopicField
from tests.events.calendar.reading import read, unfolded
from tests.factories.events import book, make_occurrence, make_offer
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db
ATOM = {"atom": "http://www.w3.org/2005/Atom"}
BERLIN = ZoneInfo("Europe/Berlin")


def titles(client, address: str) -> list[str]:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    return [event.summary.value for event in getattr(read(answer.content), "vevent_list", [])]


def test_calendar_holds_what_is_public(client):
    make_occurrence(title="Kommt", starts_at=now() + timedelta(days=3))
    make_occurrence(title="War neulich", starts_at=now() - timedelta(days=30))
    make_occurrence(title="Lange her", starts_at=now() - timedelta(days=120))
    make_occurrence(title="Entwurf", state=Occurrence.State.DRAFT)
    make_occurrence(title="Noch nicht", publish_at=now() + timedelta(days=1))
    assert titles(client, "/termine/kalender.ics") == ["War neulich", "Kommt"]


def test_calendar_is_narrowed_by_format_topic_and_series(client, topics):
    series = Series.objects.create(kind="workshop", title="Werkstatt", slug="werkstatt")
    make_occurrence(title="Vortrag", kind="vortrag", starts_at=now() + timedelta(days=1))
    make_occurrence(title="Reihe", series=series, starts_at=now() + timedelta(days=2))
    make_occurrence(title="Thema", starts_at=now() + timedelta(days=3)).topic_fields.add(topics)
    assert titles(client, "/termine/kalender.ics?format=vortrag") == ["Vortrag"]
    assert titles(client, "/termine/kalender.ics?reihe=werkstatt") == ["Reihe"]
    assert titles(client, f"/termine/kalender.ics?thema={topics.pk}") == ["Thema"]
    assert titles(client, "/termine/kalender.ics?format=workshop&thema=" + topics.pk) == ["Thema"]
    assert titles(client, "/termine/kalender.ics?format=&thema=&reihe=") == ["Vortrag", "Reihe", "Thema"]


@pytest.fixture
def topics(db) -> TopicField:
    return TopicField.objects.create(id="prozesse", title="Abläufe", title_en="Processes", order=1)


@pytest.mark.parametrize("query", ["format=gibt-es-nicht", "thema=x", "reihe=x", "format=Vortrag"])
def test_calendar_of_nothing_is_refused(client, query):
    assert client.get(f"/termine/kalender.ics?{query}").status_code == 404


def test_unreadable_query_is_refused(client):
    assert client.get("/termine/kalender.ics?reihe=%00").status_code == 400


def test_series_over_the_change_of_the_clock_keeps_its_hour(client):
    """I-18: every second Thursday at five, before and after 29 March and 25 October 2026."""
    days = [datetime(2026, 3, 19), datetime(2026, 4, 2), datetime(2026, 10, 15), datetime(2026, 10, 29)]
    for number, day in enumerate(days):
        starts_at = datetime.combine(day.date(), time(17), BERLIN)
        make_occurrence(slug=f"gruppe-{number}", starts_at=starts_at)
        answer = client.get(f"/termine/gruppe-{number}.ics")
        event = read(answer.content).vevent
        assert f"DTSTART;TZID=Europe/Berlin:{day:%Y%m%d}T170000" in unfolded(answer.content)
        assert event.dtstart.value.replace(tzinfo=None) == day + timedelta(hours=17)
        assert event.dtstart.value.astimezone(UTC) == starts_at.astimezone(UTC)
    assert [datetime.combine(day.date(), time(17), BERLIN).astimezone(UTC).hour for day in days] == [16, 15, 15, 16]


def test_file_of_one_date(client):
    place = Place.objects.create(name="Halle; Süd", town="Musterstadt")
    occurrence = make_occurrence(
        slug="messen", title="Messen, prüfen", place=place, online_url="https://geheim.example/"
    )
    answer = client.get("/termine/messen.ics")
    assert answer["Content-Disposition"] == 'attachment; filename="messen.ics"'
    event = read(answer.content).vevent
    assert (event.summary.value, event.location.value) == ("Messen, prüfen", "Halle; Süd, Musterstadt")
    assert event.uid.value == str(occurrence.uid)
    assert event.url.value == "http://127.0.0.1:8000/termine/messen/"
    assert "METHOD:PUBLISH" in unfolded(answer.content)
    assert not hasattr(event, "attendee")
    assert b"geheim" not in answer.content


def test_english_file_speaks_english(client):
    make_occurrence(slug="messen", kind="vortrag")
    event = read(client.get("/en/termine/messen.ics").content).vevent
    assert event.url.value == "http://127.0.0.1:8000/en/termine/messen/"
    assert event.categories.value == ["Talk"]


@pytest.mark.parametrize("state", ["draft", "hidden"])
def test_file_of_a_date_that_is_not_public_is_not_there(client, state):
    hidden = {"state": Occurrence.State.DRAFT} if state == "draft" else {"publish_at": now() + timedelta(days=1)}
    make_occurrence(slug="messen", **hidden)
    assert client.get("/termine/messen.ics").status_code == 404


def test_cancelled_date_stays_and_says_so(client):
    make_occurrence(slug="messen", state=Occurrence.State.CANCELLED, sequence=1)
    event = read(client.get("/termine/kalender.ics").content).vevent
    assert (event.status.value, event.sequence.value) == ("CANCELLED", "1")


def test_examples_say_that_they_are_made_up(client):
    make_occurrence(slug="messen", is_example=True)
    assert "Beispieldaten" in read(client.get("/termine/messen.ics").content).vevent.description.value


@pytest.mark.parametrize("address", ["kalender.ics", "kalender.ics?format=workshop", "messen.ics", "atom.xml"])
def test_unchanged_feeds_are_not_sent_again(client, address):
    occurrence = make_occurrence(slug="messen")
    first = client.get(f"/termine/{address}")
    again = client.get(f"/termine/{address}", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert first["Last-Modified"].endswith("GMT")
    occurrence.title = "Anders"
    occurrence.save()
    changed = client.get(f"/termine/{address}", headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert "Anders" in changed.content.decode()


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("address", "queries"), [("kalender.ics", 3), ("atom.xml", 3)])
def test_feeds_need_a_constant_number_of_queries(client, django_assert_max_num_queries, count, address, queries):
    RegionFactory()
    for _number in range(count):
        make_occurrence(place=Place.objects.create(name="Haus", town="Musterstadt"))
    with django_assert_max_num_queries(queries + 2):
        assert client.get(f"/termine/{address}").status_code == 200


def test_atom_feed_names_new_dates_first(client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    RegionFactory(name="Kreis <Muster> & Co")
    make_occurrence(title="Älter", slug="aelter", publish_at=now() - timedelta(days=3))
    newest = make_occurrence(title="Neu", slug="neu", publish_at=now() - timedelta(days=1))
    make_occurrence(title="Vorbei", starts_at=now() - timedelta(days=2))
    answer = client.get("/termine/atom.xml")
    assert answer["Content-Type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.content)
    assert root.find("atom:title", ATOM).text == "Neue Termine im Digitalradar Kreis <Muster> & Co"
    entries = root.findall("atom:entry", ATOM)
    assert [entry.find("atom:title", ATOM).text for entry in entries] == ["Neu", "Älter"]
    assert entries[0].find("atom:link", ATOM).get("href") == "https://digital.example.org/termine/neu/"
    assert entries[0].find("atom:id", ATOM).text == f"urn:uuid:{newest.uid}"


def own(client, person) -> list[str]:
    return titles(client, feed_url(person, "de").removeprefix("http://127.0.0.1:8000"))


def test_own_calendar_holds_own_places_only(client):
    first, second = make_offer(capacity=1), make_offer(capacity=1)
    book(first, "Bea Beispiel")
    booking = book(second, "Ada Beispiel")
    book(first, "Ada Beispiel")  # waits
    person = booking.registration.person
    renew_feed(person)
    assert own(client, person) == [second.occurrence.title]
    cancel(booking.registration)
    assert own(client, person) == []


def test_own_calendar_tells_the_online_address_and_no_private_link(client):
    offer = make_offer(make_occurrence(mode="online", online_url="https://raum.example/x"))
    person = book(offer).registration.person
    renew_feed(person)
    answer = client.get(feed_url(person, "de").removeprefix("http://127.0.0.1:8000"))
    assert read(answer.content).vevent.location.value == "https://raum.example/x"
    assert b"/anmeldung/" not in answer.content.replace(b"\r\n ", b"")
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_new_address_makes_the_old_one_worthless(client):
    person = book(make_offer()).registration.person
    assert feed_url(person, "de") == ""
    renew_feed(person)
    old = feed_url(person, "de").removeprefix("http://127.0.0.1:8000")
    renew_feed(person)
    assert client.get(old).status_code == 410
    assert len(own(client, person)) == 1
    assert PersonalFeed.objects.count() == 1
    close_feed(person)
    assert feed_url(person, "de") == ""


@pytest.mark.parametrize("token", ["x", "A" * 24, "A" * 300, ".."])
def test_wrong_address_of_an_own_calendar_says_nothing(client, token):
    assert client.get(f"/termine/kalender/{token}.ics").status_code in {404, 410}


def test_atom_feed_survives_what_is_pasted_from_slides(client):
    make_occurrence(title="Cobots\x0bzum Anfassen", summary="Was\x0bpassiert.")
    root = ElementTree.fromstring(client.get("/termine/atom.xml").content)
    assert root.find("atom:entry/atom:title", ATOM).text == "Cobots zum Anfassen"
