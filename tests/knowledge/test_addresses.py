"""Finding a page by its address gives what Wagtail's own search gives."""

import pytest
from django.test import Client
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from digitalradar.core.page_cache.versions import known
from digitalradar.core.views import pages
from digitalradar.knowledge.models import GuidePage
from digitalradar.website.models import HomePage, StandardPage
from tests.committing import commit
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def guide(shelves) -> GuidePage:
    page = make_guide("pruefen")
    commit()
    return page


@pytest.mark.parametrize(
    ("address", "model"),
    [
        ("/", HomePage),
        ("/en/", HomePage),
        ("/leitfaeden/pruefen/", GuidePage),
        ("/impressum/", StandardPage),
        ("/en/impressum/", StandardPage),
    ],
)
def test_page_is_found_as_wagtail_finds_it(guide, client, monkeypatch, address, model):
    found = client.get(address)
    monkeypatch.setattr(pages, "_find", lambda site, path: None)
    by_wagtail = client.get(address)
    assert type(found.context["page"]) is type(by_wagtail.context["page"]) is model
    assert found.content == by_wagtail.content


@pytest.mark.parametrize(
    "address", ["/leitfaeden/pruefen/mehr/", "/pruefen/", "/en/leitfaeden/pruefen/", "/leitfaeden//pruefen/"]
)
def test_other_addresses_lead_nowhere(guide, client, address):
    assert client.get(address).status_code == 404


def test_address_without_slash_leads_on(guide, client):
    assert client.get("/leitfaeden/pruefen").headers["Location"] == "/leitfaeden/pruefen/"


def test_draft_and_retired_page_lead_nowhere(guide, client):
    assert client.get(guide.url).status_code == 200
    guide.unpublish()
    assert client.get(guide.url).status_code == 404


def test_renamed_and_moved_pages_are_found_at_their_new_address_only(guide, client):
    client.get("/leitfaeden/pruefen/")
    guide.slug = "nachsehen"
    guide.save_revision().publish()
    assert client.get("/leitfaeden/nachsehen/").status_code == 200
    assert client.get("/leitfaeden/pruefen/").status_code in {301, 404}
    shelf = guide.get_parent().specific
    shelf.slug = "anleitungen"
    shelf.save_revision().publish()
    assert client.get("/anleitungen/nachsehen/").status_code == 200
    assert client.get("/leitfaeden/nachsehen/").status_code in {301, 404}


def test_page_for_signed_in_people_asks_for_a_name(guide, client):
    client.get(guide.url)
    PageViewRestriction.objects.create(page=guide.get_parent(), restriction_type=PageViewRestriction.LOGIN)
    answer = client.get(guide.url)
    assert answer.status_code == 302
    assert "no-store" in answer["Cache-Control"]


def test_place_of_a_page_is_remembered(guide, django_assert_num_queries):
    known.rest()
    with override("de"):
        site = pages._site("localhost", "80")
        pages._place(site.pk, "de", "impressum/")
        with django_assert_num_queries(0):
            assert pages._place(site.pk, "de", "impressum/").pk


def test_unknown_host_of_a_second_site_falls_back_to_the_only_one(guide):
    assert Client(headers={"host": "127.0.0.1"}).get(guide.url).status_code == 200
