"""The released programme as everybody sees it: page, calendar, PDF, data; one version number everywhere (E-1)."""

import json
import re

import icalendar
import pytest

from digitalradar.events.services.rescheduling import call_off
from digitalradar.programmes.models import ProgrammeItem
from digitalradar.programmes.services.releasing import release
from tests.factories.programmes import make_day, make_item, make_room, make_speaker, move_item
from tests.pdf_reader import Document

pytestmark = pytest.mark.django_db


def structured(html: str) -> list[dict]:
    """Return the JSON-LD blocks of a page."""
    return [json.loads(block) for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)]


@pytest.fixture
def day():
    """Return a day with a released programme in two rooms."""
    day = make_day()
    ida = make_speaker(day, "Ida Beispiel", organisation="Tischlerei Beispiel")
    eve = make_speaker(day, "Eve Verborgen", consent_on=None)
    make_item(day, "Daten teilen", room=make_room(day, "Saal 1"), speakers=[ida], text="Wie es anfing.")
    make_item(day, "Cobots", room=make_room(day, "Saal 2"), speakers=[eve], after=180, language="en")
    release(occurrence=day)
    return day


def pages(day) -> dict[str, str]:
    return {
        "event": f"/termine/{day.slug}/",
        "page": f"/termine/{day.slug}/programm/",
        "ics": f"/termine/{day.slug}/programm/programm.ics",
        "json": f"/termine/{day.slug}/programm/programm.json",
        "pdf": f"/termine/{day.slug}/programm/programm.pdf",
        "api": f"/api/v1/events/{day.slug}",
    }


def test_e1_one_version_number_everywhere(client, day):
    move_item(day.programme.get(title="Cobots"), 30)
    release(occurrence=day)
    found = {name: client.get(url) for name, url in pages(day).items()}
    for name in ("event", "page"):
        html = found[name].content.decode()
        assert "Version 2, freigegeben am" in html
        parts = [block for block in structured(html) if "subEvent" in block]
        assert [block["workFeatured"]["version"] for block in parts] == [2]
        assert [part["name"] for part in parts[0]["subEvent"]] == ["Daten teilen", "Cobots"]
    assert found["json"].json()["version"] == 2
    assert found["api"].json()["programme"] == found["json"].json()
    calendar = icalendar.Calendar.from_ical(found["ics"].content)
    assert calendar["X-DIGITALRADAR-PROGRAMME-VERSION"] == "2"
    events = calendar.walk("VEVENT")
    assert [(str(event["SUMMARY"]), event["SEQUENCE"]) for event in events] == [("Daten teilen", 0), ("Cobots", 1)]
    assert all("Programm, Version 2" in event["DESCRIPTION"] for event in events)
    assert "Version 2" in " ".join(Document(found["pdf"].content).texts)


def test_working_version_is_not_shown(client, day):
    make_item(day, "Noch geheim", after=300)
    item = day.programme.get(title="Daten teilen")
    item.title = "Anders"
    item.save()
    for url in pages(day).values():
        content = client.get(url).content
        assert b"geheim" not in content
        assert b"Anders" not in content


def test_nobody_is_named_without_consent(client, day):
    for name, url in pages(day).items():
        if name != "pdf":
            assert "Verborgen" not in client.get(url).content.decode()
    assert "Name folgt" in client.get(pages(day)["page"]).content.decode()


def test_kept_page_loses_a_name_at_once(client, day):
    assert "Ida Beispiel" in client.get(pages(day)["event"]).content.decode()
    ida = day.speakers.get(name="Ida Beispiel")
    ida.consent_on = None
    ida.save()
    assert "Ida Beispiel" not in client.get(pages(day)["event"]).content.decode()


def test_tracks_narrow_and_rooms_order(client):
    day = make_day()
    office = day.tracks.create(title="Büro & Co")
    hall, room = make_room(day, "Halle"), make_room(day, "Büro 1")
    make_item(day, "Für alle", room=hall)
    make_item(day, "Fürs Büro", room=room, track=office, after=120)
    make_item(day, "Fürs Handwerk", room=hall, track=day.tracks.create(title="Handwerk"), after=120)
    release(occurrence=day)
    url = f"/termine/{day.slug}/programm/"

    def titles(query: str) -> list[str]:
        html = client.get(url + query).content.decode()
        return re.findall(r'class="programme-title"[^>]*>([^<]*)<', html)

    assert titles("") == ["Für alle", "Fürs Büro", "Fürs Handwerk"]
    assert titles("?strang=B%C3%BCro+%26+Co") == ["Für alle", "Fürs Büro"]
    assert titles("?nach=raum") == ["Fürs Büro", "Für alle", "Fürs Handwerk"]
    assert titles("?strang=gibt-es-nicht&nach=quatsch") == ["Für alle", "Fürs Büro", "Fürs Handwerk"]


def test_changes_are_told(client, day):
    move_item(day.programme.get(title="Cobots"), 30)
    ProgrammeItem.objects.filter(title="Daten teilen").update(state="cancelled")
    release(occurrence=day, note="Ida ist krank.")
    html = client.get(pages(day)["page"]).content.decode()
    assert "Ida ist krank." in html
    assert "fällt aus." in html
    assert "„Cobots“ hat eine neue Zeit" in html


def test_moved_date_says_that_the_programme_is_older(client, day):
    assert "Der Termin ist verlegt" not in client.get(pages(day)["page"]).content.decode()
    for name in ("starts_at", "ends_at"):
        setattr(day, name, getattr(day, name).replace(minute=30))
    day.save()
    assert "gelten noch für den alten Termin" in client.get(pages(day)["page"]).content.decode()


def test_e1_nothing_takes_place_of_a_day_that_is_called_off(client, day):
    call_off(occurrence=day, reason="Sturm")
    found = {name: client.get(url) for name, url in pages(day).items()}
    events = icalendar.Calendar.from_ical(found["ics"].content).walk("VEVENT")
    assert [(str(event["STATUS"]), event["SEQUENCE"]) for event in events] == [("CANCELLED", 1)] * 2
    assert [item["is_cancelled"] for item in found["json"].json()["items"]] == [True, True]
    for name in ("event", "page"):
        parts = [block for block in structured(found[name].content.decode()) if "subEvent" in block]
        states = [part["eventStatus"] for block in parts for part in block["subEvent"]]
        assert states == ["https://schema.org/EventCancelled"] * 2


@pytest.mark.parametrize("count", [1, 3])
def test_constant_queries(client, count, django_assert_num_queries):
    day = make_day()
    for number in range(count):
        make_item(day, after=60 * number, room=make_room(day), speakers=[make_speaker(day)], seats=5)
    release(occurrence=day)
    client.get(pages(day)["page"])  # what is remembered of the frame
    with django_assert_num_queries(11):  # one for what the form of the date asks, which is read with it
        client.get(f"{pages(day)['page']}?nach=raum")


def test_unknown_and_not_released_are_not_found(client):
    assert client.get("/termine/gibt-es-nicht/programm/").status_code == 404
    day = make_day()
    for name, url in pages(day).items():
        assert client.get(url).status_code == (200 if name in ("event", "api") else 404)
    assert client.get(pages(day)["api"]).json()["programme"] is None
    draft = make_day(state="draft")
    make_item(draft)
    release(occurrence=draft)
    for url in pages(draft).values():
        assert client.get(url).status_code == 404


def test_pdf_is_tagged_and_kept_by_browsers(client, day):
    answer = client.get(pages(day)["pdf"])
    assert answer["Content-Type"] == "application/pdf"
    paper = Document(answer.content)
    assert str(paper.pdf.Root.Lang) == "de"
    heads = [head.scopes for head in paper.of_kind("TH")]
    assert heads == [["/Column"]] * 3
    again = client.get(pages(day)["pdf"], headers={"If-None-Match": answer["ETag"]})
    assert again.status_code == 304
