"""The feed of new guides."""

from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.utils.timezone import now

from digitalradar.knowledge.models import GuidePage
from tests.factories.knowledge import make_guide
from tests.factories.region import RegionFactory

pytestmark = pytest.mark.django_db
ATOM = {"atom": "http://www.w3.org/2005/Atom"}


def entries(client, address: str = "/leitfaeden/feed.atom") -> list[str]:
    answer = client.get(address)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/atom+xml; charset=utf-8")
    return [title.text for title in ElementTree.fromstring(answer.content).findall("atom:entry/atom:title", ATOM)]


def test_feed_names_published_guides_newest_first(shelves, client):
    for days, slug in enumerate(("neu", "alt", "uralt")):
        GuidePage.objects.filter(pk=make_guide(slug).pk).update(first_published_at=now() - timedelta(days=days))
    make_guide("zurueckgezogen").unpublish()
    assert entries(client) == ["Leitfaden neu", "Leitfaden alt", "Leitfaden uralt"]


def test_feed_speaks_the_language_of_its_address(shelves, client):
    make_guide("pruefen")
    make_guide("check", language="en")
    assert entries(client, "/en/guides/feed.atom") == ["Leitfaden check"]


def test_feed_has_full_addresses_and_lasting_names(shelves, client, settings):
    settings.PUBLIC_URL = "https://digital.example.org"
    RegionFactory(name="Kreis <Muster> & Co")
    guide = make_guide("pruefen")
    first = ElementTree.fromstring(client.get("/leitfaeden/feed.atom").content)
    assert first.find("atom:title", ATOM).text == "Neue Leitfäden im Digitalradar Kreis <Muster> & Co"
    assert first.find("atom:entry/atom:link", ATOM).get("href") == "https://digital.example.org/leitfaeden/pruefen/"
    guide.slug = "nachsehen"
    guide.save_revision().publish()
    renamed = ElementTree.fromstring(client.get("/leitfaeden/feed.atom").content)
    assert renamed.find("atom:entry/atom:id", ATOM).text == first.find("atom:entry/atom:id", ATOM).text


def test_feed_is_advertised_on_the_list_and_nowhere_else_below_other_shelves(shelves, client):
    link = '<link rel="alternate" type="application/atom+xml" title="Neue Leitfäden" href="/leitfaeden/feed.atom">'
    assert link in client.get("/leitfaeden/").content.decode()
    assert "atom+xml" not in client.get("/technologien/").content.decode()


@pytest.mark.parametrize("address", ["/technologien/feed.atom", "/impressum/feed.atom", "/gibt-es-nicht/feed.atom"])
def test_only_the_guides_have_a_feed(shelves, client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_feed_needs_a_constant_number_of_queries(shelves, client, django_assert_num_queries, count):
    for number in range(count):
        make_guide(f"leitfaden-{number}")
    client.get("/leitfaeden/feed.atom")
    with django_assert_num_queries(8):
        assert len(entries(client)) == count
