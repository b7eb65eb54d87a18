"""Secret links to drafts for people without account."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import now

from digitalradar.core.masking import mask
from digitalradar.knowledge.models import GuidePage, PreviewLink, ReviewComment
from digitalradar.knowledge.services.preview_links import delete_ended_links, find_link, make_link, revoke_link
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(roles) -> GuidePage:
    """A public guide with a newer draft."""
    page = make_guide(version="2026.1")
    page.promise, page.version = "Nur im Entwurf.", "2026.2"
    page.save_revision()
    return page


@pytest.fixture
def address(draft) -> str:
    _link, secret = make_link(page=draft, label="Prof. Beispiel")
    return f"/vorschau/{secret}/"


def test_the_link_shows_the_draft_and_nothing_of_it_is_public(client, draft, address):
    page = client.get(address)
    text = page.content.decode()
    assert page.status_code == 200
    assert "Nur im Entwurf." in text
    assert "Entwurf der Fassung 2026.2." in text
    assert "War das hilfreich?" not in text
    assert "Nur im Entwurf." not in client.get("/leitfaeden/pruefen/").content.decode()


def test_a_page_that_was_never_public_can_be_read(client, draft, address):
    GuidePage.objects.filter(pk=draft.pk).update(live=False)
    assert "Nur im Entwurf." in client.get(address).content.decode()
    assert client.get("/leitfaeden/pruefen/").status_code == 404


def test_the_answer_stays_out_of_caches_search_engines_and_logs(client, address):
    for _time in range(2):
        headers = client.get(address).headers
        assert "no-store" in headers["Cache-Control"]
        assert headers["X-Robots-Tag"] == "noindex, nofollow"
        assert headers["Referrer-Policy"] == "same-origin"
        assert "ETag" not in headers
    assert mask(f"GET {address}") == "GET /vorschau/***/"


def test_the_secret_is_stored_nowhere(draft):
    link, secret = make_link(page=draft, label="")
    assert len(secret) == 24
    stored = [str(value) for value in PreviewLink.objects.values().get().values()]
    assert not any(secret in value for value in stored)
    assert find_link(secret) == link


def test_a_remark_reaches_the_editors(client, draft, address):
    sent = {"section": "law", "text": "Die Frist ist vorbei.", "name": "Prof. Beispiel"}
    assert client.post(address, sent).status_code == 302
    one = ReviewComment.objects.get()
    assert (one.page_id, one.revision_id, one.section, one.text, one.name, one.user) == (
        draft.pk,
        draft.latest_revision_id,
        "law",
        "Die Frist ist vorbei.",
        "Prof. Beispiel",
        None,
    )
    page = client.get(address).content.decode()
    assert "Danke, Ihre Anmerkung ist bei der Redaktion." in page
    assert "Die Frist ist vorbei." not in page


@pytest.mark.parametrize("sent", [{}, {"text": "x"}, {"text": "x" * 2001}, {"text": "Gut so.", "name": "x" * 81}])
def test_wrong_input_is_explained(client, address, sent):
    answer = client.post(address, sent)
    assert answer.status_code == 400
    assert b'role="alert"' in answer.content
    assert not ReviewComment.objects.exists()


def test_ended_revoked_and_made_up_links_get_the_same_answer(client, draft):
    ended, first = make_link(page=draft, label="")
    PreviewLink.objects.filter(pk=ended.pk).update(expires_at=now() - timedelta(seconds=1))
    revoked, second = make_link(page=draft, label="")
    assert revoke_link(page=draft, link_id=revoked.pk)
    assert not revoke_link(page=draft, link_id=revoked.pk)
    answers = [client.get(f"/vorschau/{secret}/") for secret in (first, second, "A" * 24, "kurz", "Ä" * 24)]
    assert [answer.status_code for answer in answers] == [410] * 5
    assert [client.post(f"/vorschau/{first}/", {"text": "Hallo."}).status_code] == [410]


def test_a_link_lasts_two_weeks(draft):
    link, _secret = make_link(page=draft, label="")
    assert timedelta(days=13, hours=23) < link.expires_at - now() <= timedelta(days=14)
    PreviewLink.objects.update(expires_at=now() - timedelta(minutes=1))
    make_link(page=draft, label="")
    assert delete_ended_links() == 1
    assert PreviewLink.objects.count() == 1


def test_a_link_belongs_to_one_page(draft):
    link, _secret = make_link(page=draft, label="")
    assert not revoke_link(page=make_guide("anderer"), link_id=link.pk)


def test_there_are_never_many_links(draft):
    secrets = [make_link(page=draft, label=str(number))[1] for number in range(22)]
    assert PreviewLink.objects.count() == 20
    assert [find_link(secret) is None for secret in secrets] == [True] * 2 + [False] * 20


def test_remarks_are_limited_per_address(address, settings):
    settings.RATE_LIMITS = True
    codes = [Client().post(address, {"text": "Gut so."}).status_code for _time in range(31)]
    assert codes == [302] * 30 + [429]


def test_script_in_a_draft_is_text(client, draft, address):
    draft.title = "<script>alert(1)</script>"
    draft.save_revision()
    assert b"<script>alert" not in client.get(address).content
