"""The page of one date: facts, notices, structured data, what only participants may know, and its kept copy."""

import json
import re
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.timezone import now
from wagtail.documents import get_document_model

from digitalradar.events import formats
from digitalradar.events.models import AgendaItem, Material, Occurrence, Question
from digitalradar.events.presentation import event_parts
from digitalradar.events.views.event import event
from tests.factories.events import make_occurrence, make_offer
from tests.factories.region import ContactPersonFactory

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")
SECRET = "https://meet.example.org/geheim"


def page(client, occurrence: Occurrence, prefix: str = "") -> str:
    response = client.get(f"{prefix}/termine/{occurrence.slug}/")
    assert response.status_code == 200
    return response.content.decode()


def described(html: str) -> dict:
    """Return what the page tells search engines."""
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    return json.loads(data)


@pytest.mark.parametrize(
    "fields", [{"state": Occurrence.State.DRAFT}, {"publish_at": now() + timedelta(days=1)}, {"slug": "anders"}]
)
def test_what_is_not_public_answers_like_what_is_not_there(client, fields):
    make_occurrence(**({"slug": "termin"} | fields))
    unknown, hidden = client.get("/termine/gibt-es-nicht/"), client.get("/termine/termin/")
    assert (unknown.status_code, hidden.status_code) == (404, 404)
    assert "Diesen Termin gibt es nicht" in hidden.content.decode()


def test_page_shows_what_one_has_to_know(client, occurrence, topic):
    occurrence.description, occurrence.bring_along = "<p>Mit <b>eigenen</b> Händen.</p>", "Handschuhe"
    occurrence.contact, occurrence.host = ContactPersonFactory(name="Jana Muster"), "Verein Muster"
    occurrence.starts_at = datetime(2100, 12, 3, 14, tzinfo=BERLIN)
    occurrence.ends_at = datetime(2100, 12, 3, 16, 30, tzinfo=BERLIN)
    occurrence.is_example = True
    occurrence.save()
    occurrence.topic_fields.add(topic)
    AgendaItem.objects.create(occurrence=occurrence, starts_at=time(14), title="Begrüßung", speaker="Ada Beispiel")
    html = page(client, occurrence)
    for text in (
        "Freitag, 14:00 bis 16:30\u00a0Uhr",
        "Haus am Markt, Musterstadt",
        "stufenlos erreichbar",
        "kostenfrei",
        "<b>eigenen</b>",
        "Handschuhe",
        "Jana Muster",
        "Begrüßung",
        "Ada Beispiel",
        "Beispieldaten",
        "Veranstaltet von: Verein Muster",
        "Es sind Plätze frei",
        "?thema=prozesse",
        f'href="{reverse("events:sign_up", args=[occurrence.slug])}"',
        f'href="{reverse("events:ics", args=[occurrence.slug])}"',
        '<link rel="canonical" href="',
        'hreflang="en"',
    ):
        assert text in html, text


def test_english_page_says_which_texts_are_german(client, occurrence):
    html = page(client, occurrence, "/en")
    assert '<html lang="en">' in html
    assert '<h1 lang="de">Sensoren ausprobieren</h1>' in html
    occurrence.language = "en"
    occurrence.save()
    assert "<h1>Sensoren ausprobieren</h1>" in page(client, occurrence, "/en")
    assert '<h1 lang="en">' in page(client, occurrence)


@pytest.mark.parametrize("mode", ["online", "both"])
def test_online_address_is_not_on_the_page(client, occurrence, mode):
    occurrence.mode, occurrence.online_url = mode, SECRET
    occurrence.save()
    html = page(client, occurrence)
    assert "geheim" not in html
    assert "sobald Ihr Platz bestätigt ist" in html


def test_x16_page_describes_the_date_to_search_engines(client, occurrence, settings):
    occurrence.starts_at = datetime(2100, 7, 1, 9, tzinfo=BERLIN)
    occurrence.ends_at = datetime(2100, 7, 1, 11, tzinfo=BERLIN)
    occurrence.host = "Verein Muster"
    occurrence.save()
    data = described(page(client, occurrence))
    assert data["url"] == f"{settings.PUBLIC_URL}/termine/{occurrence.slug}/"
    assert {key: data[key] for key in data if key not in {"url", "offers", "organizer"}} == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Sensoren ausprobieren",
        "description": occurrence.summary,
        "startDate": "2100-07-01T09:00:00+02:00",
        "endDate": "2100-07-01T11:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Haus am Markt",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Markt 1",
                "postalCode": "12345",
                "addressLocality": "Musterstadt",
                "addressCountry": "DE",
            },
        },
        "inLanguage": "de",
        "isAccessibleForFree": True,
    }
    assert (data["organizer"]["name"], data["offers"]["price"]) == ("Verein Muster", "0")
    assert data["offers"]["availability"] == "https://schema.org/InStock"


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, {"eventStatus": "EventScheduled"}),
        (
            {"previous_starts_at": datetime(2026, 1, 5, 9, tzinfo=BERLIN)},
            {"eventStatus": "EventRescheduled", "previousStartDate": "2026-01-05T09:00:00+01:00"},
        ),
        ({"state": Occurrence.State.CANCELLED}, {"eventStatus": "EventCancelled"}),
        ({"mode": "online"}, {"eventAttendanceMode": "OnlineEventAttendanceMode"}),
        ({"mode": "both"}, {"eventAttendanceMode": "MixedEventAttendanceMode"}),
    ],
)
def test_x16_status_and_mode_follow_the_date(client, place, fields, told):
    occurrence = make_occurrence(place=place, **fields)
    data = described(page(client, occurrence))
    assert {key: data[key].removeprefix("https://schema.org/") for key in told} == told
    assert data["startDate"] == occurrence.local_start.isoformat()


def test_x16_online_date_lies_at_its_own_page(client):
    data = described(page(client, make_occurrence(mode="online", online_url=SECRET)))
    assert data["location"] == {"@type": "VirtualLocation", "url": data["url"]}


@pytest.mark.parametrize(
    ("fields", "offer", "said"),
    [
        ({}, {"capacity": 20}, "Es sind Plätze frei"),
        ({}, {"capacity": 20, "seats_taken": 19}, "Es sind nur noch wenige Plätze frei"),
        ({}, {"capacity": 2, "seats_taken": 2}, "Auf die Warteliste"),
        ({}, {"capacity": 2, "seats_taken": 2, "policy": "off"}, "eine Warteliste gibt es für diesen Termin nicht"),
        ({}, {"opens_at": now() + timedelta(days=1)}, "Die Anmeldung öffnet am"),
        ({}, {"closes_at": now() - timedelta(days=1)}, "Die Anmeldung zu diesem Termin ist geschlossen."),
        ({}, {"closes_at": now() + timedelta(days=1)}, "Anmelden können Sie sich bis zum"),
        ({}, None, "müssen Sie sich nicht anmelden"),
        ({"starts_at": now() - timedelta(minutes=1)}, {}, "Dieser Termin hat schon begonnen."),
        ({"starts_at": now() - timedelta(hours=9)}, {}, "Dieser Termin ist vorbei."),
        ({"state": "cancelled", "cancel_reason": "Zu wenige."}, {}, "Zu wenige."),
        ({"state": "closed"}, {}, "Dieser Termin ist vorbei."),
        ({"previous_starts_at": now()}, {}, "Dieser Termin ist verlegt."),
    ],
)
def test_page_says_whether_and_how_one_can_come(client, fields, offer, said):
    occurrence = make_occurrence(**fields)
    if offer is not None:
        make_offer(occurrence, **offer)
    assert said in page(client, occurrence)


def test_page_is_kept_until_the_clock_changes_it(rf):
    occurrence = make_occurrence()
    offer = make_offer(occurrence, closes_at=now() + timedelta(hours=1))
    assert event(rf.get("/"), occurrence.slug).page_cache_until == offer.closes_at.timestamp()
    offer.opens_at = now() + timedelta(minutes=1)
    offer.save()
    assert event(rf.get("/"), occurrence.slug).page_cache_until == offer.opens_at.timestamp()


def test_browser_learns_when_the_clock_changed_the_page(client):
    begins = now() - timedelta(seconds=30)
    occurrence = make_occurrence(starts_at=begins, publish_at=begins - timedelta(days=3))
    response = client.get(f"/termine/{occurrence.slug}/")
    told = client.get(f"/termine/{occurrence.slug}/", headers={"if-modified-since": response["Last-Modified"]})
    assert told.status_code == 304


@pytest.mark.parametrize("count", [1, 3])
def test_page_needs_constant_queries(client, occurrence, topic, django_assert_num_queries, count):
    occurrence.topic_fields.add(topic)
    for number in range(count):
        make_offer(occurrence, title=f"Runde {number}")
        AgendaItem.objects.create(occurrence=occurrence, title="Punkt")
        Question.objects.create(occurrence=occurrence, text="Frage?")
        Material.objects.create(
            occurrence=occurrence, title="Folien", url="https://example.org", released_at=now(), audience="public"
        )
    client.get("/termine/vergangen/")
    with django_assert_num_queries(9):  # the first time; one for the guides on its topic, one for what its form asks
        client.get(f"/termine/{occurrence.slug}/")


@pytest.mark.django_db(transaction=True)
def test_page_is_rendered_once_and_anew_with_each_change_and_turn(client, monkeypatch, django_assert_num_queries):
    occurrence = make_offer(make_occurrence(slug="einmal", title="Erster Titel")).occurrence
    page(client, occurrence)
    with django_assert_num_queries(0):
        assert "Erster Titel" in page(client, occurrence)
    occurrence.title = "Zweiter Titel"
    occurrence.save()
    assert "Zweiter Titel" in page(client, occurrence)
    with django_assert_num_queries(0):
        page(client, occurrence)
    monkeypatch.setattr(event_parts, "now", lambda: occurrence.starts_at + timedelta(minutes=1))
    with CaptureQueriesContext(connection) as made:
        page(client, occurrence)
    assert len(made) > 0


@pytest.mark.parametrize(
    ("audience", "released_at", "is_shown"),
    [("public", now(), True), ("participants", now(), False), ("public", None, False)],
)
def test_material_is_shown_and_sent_as_far_as_it_is_released(
    client, admin_client, occurrence, settings, tmp_path, audience, released_at, is_shown
):
    settings.MEDIA_ROOT = tmp_path
    document = get_document_model().objects.create(title="Folien", file=ContentFile(b"x", "folien.txt"))
    Material.objects.create(
        occurrence=occurrence, title="Folien", document=document, audience=audience, released_at=released_at
    )
    assert (document.url in page(client, occurrence)) is is_shown
    sent = client.get(document.url)
    assert (sent.status_code, is_shown and b"".join(sent)) == ((200, b"x") if is_shown else (404, False))
    assert b"".join(admin_client.get(document.url)) == b"x"


def test_format_may_replace_the_sign_up(client, occurrence, monkeypatch):
    monkeypatch.setattr(formats, "_sign_ups", {})
    formats.register_signup("workshop", "events/includes/date.html", lambda occurrence: {"any": "thing"})
    assert 'id="anmelden"' not in page(client, occurrence)
    formats.register_signup("workshop", "events/includes/date.html", lambda occurrence: None)
    occurrence.save()  # what was rendered is remembered
    assert 'id="anmelden"' in page(client, occurrence)
