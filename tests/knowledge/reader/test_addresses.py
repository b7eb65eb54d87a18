"""Addresses of guides: renamed ones lead on, what is not public is not there."""

import pytest
from wagtail.models import PageViewRestriction

from digitalradar.knowledge.models import GlossaryTerm
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.usefixtures("shelves")


def test_the_old_address_of_a_renamed_guide_leads_to_the_new_one(client, django_capture_on_commit_callbacks):
    page = make_guide("alt")
    page.slug = "neu"
    with django_capture_on_commit_callbacks(execute=True):
        page.save_revision().publish()
    response = client.get("/leitfaeden/alt/")
    assert (response.status_code, response["Location"]) == (301, "/leitfaeden/neu/")
    page.refresh_from_db()
    assert page.identifier == "alt"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/leitfaeden/pruefen/versionen/", 200),
        ("/leitfaeden/begriffe/", 200),
        ("/en/guides/begriffe/", 200),
        ("/leitfaeden/begriffe/w/", 200),
        ("/leitfaeden/begriffe/x/", 404),
        ("/leitfaeden/begriffe/W/", 404),
        ("/leitfaeden/begriffe/wort/", 404),
        ("/technologien/begriffe/w/", 404),
        ("/leitfaeden/gibt-es-nicht/versionen/", 404),
        ("/gibt-es-nicht/pruefen/versionen/", 404),
        ("/technologien/pruefen/versionen/", 404),
        ("/technologien/begriffe/", 404),
        ("/gibt-es-nicht/begriffe/", 404),
        ("/en/guides/pruefen/versionen/", 404),
        ("/leitfaeden/PRUEFEN/versionen/", 404),
        ("/leitfaeden/%22%3E%3Cscript/versionen/", 404),
        ("/leitfaeden/pruefen/pruefen/versionen/", 404),
    ],
)
def test_pages_below_those_of_the_library(client, address, status):
    make_guide()
    GlossaryTerm.objects.create(id="wort", term="Wort", text="Ein Zeichen.")
    assert client.get(address).status_code == status


def test_what_is_not_public_has_no_history_for_readers(client):
    draft, private = make_guide("entwurf"), make_guide("intern")
    draft.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    addresses = ["/leitfaeden/entwurf/versionen/", "/leitfaeden/intern/versionen/"]
    assert [client.get(address).status_code for address in addresses] == [404, 404]
