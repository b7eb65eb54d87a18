"""The search finds dates that everybody may see, from their publication on."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import AgendaItem, Occurrence, Place
from digitalradar.events.search_source import index_all
from digitalradar.search.models import Document
from digitalradar.search.queries import search
from tests.factories.events import make_occurrence

pytestmark = pytest.mark.django_db


def found(text: str, language: str = "de") -> list[str]:
    return [hit.document.url for hit in search(text, language=language, kinds=["event"]).hits]


@pytest.fixture
def committed(django_capture_on_commit_callbacks):
    """Do what waits for the commit at the end of a ``with`` block."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def test_published_date_is_found_by_its_words_and_its_format(committed):
    with committed():
        occurrence = make_occurrence(title="Cobots in der Werkstatt", slug="cobots", summary="Roboter zum Anfassen.")
    for text in ("cobot", "roboter anfassen", "workshop"):
        assert found(text) == ["/termine/cobots/"]
    assert Document.objects.get().summary.endswith(" Uhr. Roboter zum Anfassen.")
    assert occurrence.local_start.strftime("%Y") in Document.objects.get().summary


def test_english_date_is_found_in_english(committed):
    with committed():
        make_occurrence(title="Robots in the workshop", slug="robots", language="en")
    assert (found("robot", "en"), found("robot")) == (["/en/termine/robots/"], [])


def test_change_and_withdrawal_reach_the_search(committed):
    with committed():
        occurrence = make_occurrence(title="Cobots", slug="cobots")
    with committed():
        occurrence.title, occurrence.slug = "Drohnen", "drohnen"
        occurrence.save()
    assert (found("cobots"), found("drohnen")) == ([], ["/termine/drohnen/"])
    with committed():
        occurrence.state = Occurrence.State.DRAFT
        occurrence.save()
    assert not Document.objects.exists()
    with committed():
        occurrence.state = Occurrence.State.PUBLISHED
        occurrence.save()
    with committed():
        occurrence.delete()
    assert not Document.objects.exists()


def test_changed_agenda_and_place_reach_the_search_at_once(committed):
    with committed():
        place = Place.objects.create(name="Haus am Markt", town="Musterstadt")
        occurrence = make_occurrence(title="Cobots", slug="cobots", place=place)
        AgendaItem.objects.create(occurrence=occurrence, title="Greifer", speaker="Ottokar Beispiel")
    item = AgendaItem.objects.get()
    assert (found("greifer"), found("musterstadt")) == (["/termine/cobots/"], ["/termine/cobots/"])
    with committed():
        item.title, item.speaker = "Sicherheit", "Wilhelmine Beispiel"
        item.save()
        place.town = "Kleinhausen"
        place.save()
    words = ("greifer", "sicherheit", "ottokar", "wilhelmine", "musterstadt", "kleinhausen")
    assert [word for word in words if found(word)] == ["sicherheit", "wilhelmine", "kleinhausen"]
    with committed():
        item.delete()
    assert (found("sicherheit"), found("wilhelmine")) == ([], [])


def test_agenda_of_a_draft_stays_out_of_the_search(committed):
    with committed():
        draft = make_occurrence(title="Cobots", state=Occurrence.State.DRAFT)
        AgendaItem.objects.create(occurrence=draft, title="Greifer")
    assert not Document.objects.exists()


def test_daily_job_finds_what_the_clock_published(committed):
    with committed():
        occurrence = make_occurrence(title="Cobots", slug="cobots", publish_at=now() + timedelta(hours=1))
    assert found("cobots") == []
    AgendaItem.objects.create(occurrence=occurrence, title="Sicherheit am Arbeitsplatz")
    Occurrence.objects.update(publish_at=now() - timedelta(minutes=1))
    assert (index_all(), index_all()) == (1, 0)
    assert found("arbeitsplatz") == ["/termine/cobots/"]


def test_page_of_the_search_names_dates(client, committed):
    with committed():
        make_occurrence(title="Cobots", slug="cobots")
    html = client.get("/suche/?q=cobots").content.decode()
    assert 'href="/termine/cobots/"' in html
    assert "Termin" in html
