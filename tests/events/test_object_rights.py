"""What one group of people may see, others do not get: not as page, file, feed, export or through the API (X24)."""

import pytest
from django.urls import reverse

from digitalradar.accounts.models import Person
from digitalradar.events.back_office.names import NAME
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.services.erasing import erase
from digitalradar.events.services.links import personal_token
from digitalradar.events.services.personal_feeds import feed_token, renew_feed
from tests.factories.events import book, make_offer
from tests.factories.staff import staff_client

pytestmark = pytest.mark.django_db

FEEDS = (
    "/termine/",
    "/termine/kalender.ics",
    "/termine/atom.xml",
    "/api/v1/events",
    "/sitemap.xml",
    "/suche/?q=Geheimtermin",
)
PERSONAL = ("", "daten.json", "aendern/", "absagen/", "loeschen/", "termin.ics", "bescheinigung.pdf", "code.svg")


@pytest.fixture
def offer(db):
    made = make_offer(capacity=1)
    Occurrence.objects.update(title="Geheimtermin", slug="geheimtermin")
    made.refresh_from_db()
    book(made, "Ada Beispiel", organisation="Metallbau Beispiel", access_needs="Rollstuhl")
    book(made, "Ben Beispiel", organisation="Tischlerei Muster")
    return made


def test_x24_drafts_are_nowhere_for_the_public(client, offer):
    Occurrence.objects.update(state="draft")
    own = (
        "/termine/geheimtermin/",
        "/termine/geheimtermin.ics",
        "/termine/geheimtermin/anmelden/",
        "/api/v1/events/geheimtermin",
    )
    assert [client.get(address).status_code for address in own] == [404] * 4
    for address in FEEDS:
        assert "/geheimtermin" not in client.get(address).content.decode(), address


@pytest.mark.parametrize(
    "address", [*FEEDS, "/termine/geheimtermin/", "/termine/geheimtermin.ics", "/api/v1/events/geheimtermin"]
)
def test_x24_nobody_learns_who_takes_part_or_waits(client, offer, address):
    content = client.get(address).content.decode()
    assert not [word for word in ("Ada", "Ben ", "Metallbau", "Tischlerei", "Rollstuhl") if word in content]


@pytest.mark.parametrize("page", PERSONAL)
def test_x24_a_changed_link_opens_no_page_or_file(client, offer, page):
    ada = Registration.objects.get(name="Ada Beispiel")
    token = personal_token(ada)
    wrong = ("A" if token[0] != "A" else "B") + token[1:]
    assert client.get(f"/termine/anmeldung/{wrong}/{page}").status_code == 404


def test_x24_calendar_of_a_person_is_only_theirs(client, offer):
    ada = renew_feed(Person.objects.get(email="ada.beispiel@example.org"))
    content = client.get(f"/termine/kalender/{feed_token(ada.uid)}.ics").content.decode()
    assert "Geheimtermin" in content
    assert "Ben" not in content
    assert client.get(f"/termine/kalender/{'A' * 24}.ics").status_code == 410


def test_x24_erased_links_open_nothing(client, offer):
    ada = Registration.objects.get(name="Ada Beispiel")
    token = personal_token(ada)
    erase(ada)
    assert [client.get(f"/termine/anmeldung/{token}/{page}").status_code for page in PERSONAL] == [404] * len(PERSONAL)


@pytest.mark.parametrize("ending", ["csv", "xlsx", "json", "pdf"])
def test_x24_exports_are_for_staff_who_look_after_dates(client, offer, ending):
    name, extra = ("list_pdf", []) if ending == "pdf" else ("export", [ending])
    address = reverse(f"{NAME}:{name}", args=[offer.occurrence.pk, *extra])
    host = staff_client("events.view_occurrence", "events.view_registration")
    assert host.post(address).status_code == 200
    for stranger in (client, staff_client("events.view_occurrence")):
        answer = stranger.post(address)
        assert (answer.status_code, b"Ada" in answer.content) == (302, False)
