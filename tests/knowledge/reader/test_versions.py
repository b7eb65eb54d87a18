"""The history of a page: what was published when, and what changed."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from digitalradar.knowledge.models import GuidePage
from digitalradar.knowledge.queries.versions import published_versions
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")

ADDRESS = "/leitfaeden/pruefen/versionen/"


def publish(page: GuidePage, **fields) -> None:
    """Publish a page with other texts, the way the back office does."""
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()


@pytest.fixture
def guide() -> GuidePage:
    """A guide with two published versions and a draft that is none."""
    page = make_guide(version="2026.1", law="<p>Melden Sie das binnen 72 Stunden der Behörde.</p>")
    law = "<p>Melden Sie das binnen 24 Stunden der Behörde.</p><p>Die Frist ist neu.</p>"
    publish(page, version="2026.2", change_note="Frist geändert", law=law)
    page.law = "<p>Nur ein Entwurf.</p>"
    page.save_revision()
    return page


def test_published_versions_are_listed_without_drafts(guide, django_assert_num_queries):
    with django_assert_num_queries(1):
        versions = published_versions(guide)
    assert [(version.number, version.note) for version in versions] == [("2026.2", "Frist geändert"), ("2026.1", "")]


def test_the_two_newest_versions_are_compared_without_being_asked(client, guide):
    html = client.get(ADDRESS).content.decode()
    assert re.findall(r"<h3>([^<]+)</h3>", html) == ["Recht und Fristen"]
    assert re.findall(r"<(del|ins)><span[^>]*>[^<]*</span>([^<]+)</", html) == [
        ("del", "72"),
        ("ins", "24"),
        ("ins", "Die Frist ist neu."),
    ]
    assert "Entwurf" not in html


def test_versions_can_be_named_either_way_round(client, guide):
    newer, older = (version.pk for version in published_versions(guide))
    pages = [client.get(ADDRESS, {"von": one, "bis": other}) for one, other in ((older, newer), (newer, older))]
    changes = [re.findall(r"<(?:del|ins)>.*?</(?:del|ins)>", page.content.decode()) for page in pages]
    assert changes[0] == changes[1]
    same = client.get(ADDRESS, {"von": newer, "bis": newer})
    assert "hat sich der Wortlaut nicht geändert" in same.content.decode()


@pytest.mark.parametrize("wrong", ["0", "abc", "-1", "", "99999999999999999999", "1' OR '1'='1", "<script>"])
@pytest.mark.parametrize("name", ["von", "bis"])
def test_a_version_that_does_not_exist_is_refused(client, guide, name, wrong):
    response = client.get(ADDRESS, {name: wrong})
    html = response.content.decode()
    assert response.status_code == 400
    assert "Diese Fassung gibt es nicht." in html
    assert "<script>" not in html


def test_drafts_and_revisions_of_other_pages_cannot_be_read(client, guide):
    other = make_guide("andere", law="<p>Fremder Text.</p>")
    for revision in (guide.latest_revision.pk, other.latest_revision.pk):
        response = client.get(ADDRESS, {"von": revision})
        assert response.status_code == 400
        assert "Fremder Text" not in response.content.decode()


def test_a_page_with_one_version_offers_no_comparison(client):
    make_guide()
    html = client.get(ADDRESS).content.decode()
    assert "<select" not in html
    assert html.count('class="row-title"') == 1


def test_the_history_needs_the_same_queries_however_long_it_is(client, guide):
    client.get(ADDRESS)
    needed = []
    for number in range(3):
        publish(guide, version=f"2027.{number}")
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        needed.append(len(captured))
    assert needed == [needed[0]] * 3
