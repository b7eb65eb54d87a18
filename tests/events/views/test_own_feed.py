"""A calendar of one's own, behind the private link."""

import pytest
from django.utils.timezone import now

from digitalradar.events.models import PersonalFeed, Registration
from digitalradar.events.services.links import personal_token
from tests.events.calendar.reading import read
from tests.factories.events import make_offer, request_and_confirm

pytestmark = pytest.mark.django_db


@pytest.fixture
def address():
    registration = request_and_confirm(make_offer())
    return f"/termine/anmeldung/{personal_token(registration)}/"


def test_calendar_is_made_renewed_and_taken_away(client, address):
    assert "Kalender-Adresse anlegen" in client.get(address).content.decode()
    seen = []
    for _turn in range(2):
        answer = client.post(f"{address}kalender/", {"tun": "neu"})
        assert (answer.status_code, answer.url) == (302, f"{address}#kalender")
        page = client.get(address).content.decode()
        seen.append(page.partition("/termine/kalender/")[2].partition(".ics")[0])
    old, new = (client.get(f"/termine/kalender/{token}.ics") for token in seen)
    assert (old.status_code, new.status_code) == (410, 200)
    assert read(new.content).vevent.uid.value == str(Registration.objects.get().occurrence.uid)
    client.post(f"{address}kalender/", {"tun": "aus"})
    assert client.get(f"/termine/kalender/{seen[1]}.ics").status_code == 410


@pytest.mark.parametrize("sent", [{}, {"tun": ""}, {"tun": "alles"}])
def test_anything_else_changes_nothing(client, address, sent):
    assert client.post(f"{address}kalender/", sent).status_code == 302
    assert not PersonalFeed.objects.exists()


def test_get_changes_nothing(client, address):
    assert client.get(f"{address}kalender/").status_code == 405
    assert not PersonalFeed.objects.exists()


def test_nobody_gets_one_before_the_address_is_confirmed(client, address):
    Registration.objects.update(confirmed_at=None)
    client.post(f"{address}kalender/", {"tun": "neu"})
    assert not PersonalFeed.objects.exists()
    assert "Kalender-Adresse" not in client.get(address).content.decode()


def test_erased_registration_leads_nowhere(client, address):
    Registration.objects.update(erased_at=now(), person=None)
    assert client.post(f"{address}kalender/", {"tun": "neu"}).status_code == 404
