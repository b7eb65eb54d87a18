"""Staff write the introduction of a start page: draft, preview, publish, unpublish; nothing else changes."""

import json

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from digitalradar.assessments.models import Assessment, StartText
from tests.assessments.views.page import Page
from tests.factories.assessments import all_shipped, shipped
from tests.factories.staff import EVERYTHING, staff_client

pytestmark = pytest.mark.django_db

LEAD = "Finden Sie mit uns heraus, wo Ihr Betrieb steht."


@pytest.fixture
def staff(db):
    return staff_client(role=EVERYTHING)


def url(name: str, *args: object) -> str:
    return reverse(StartText.snippet_viewset.get_url_name(name), args=args)


def rich(*lines: str, kind: str = "unstyled", **more: object) -> str:
    """Return lines as the editor sends them."""
    blocks = [
        {"key": str(n), "type": kind, "depth": 0, "text": text, "inlineStyleRanges": [], "entityRanges": []}
        for n, text in enumerate(lines)
    ]
    blocks[0] |= {key: value for key, value in more.items() if key != "entityMap"}
    return json.dumps({"blocks": blocks, "entityMap": more.get("entityMap", {})})


def form(**changes: str) -> dict[str, str]:
    fields = {"catalogue": "digital-check", "language": "de", "headline": "", "lead": LEAD, "note": ""}
    return fields | {"good_to_know": rich("Wir kommen auch vorbei.")} | changes


def publish(staff, **changes: str) -> StartText:
    answer = staff.post(url("add"), form(**changes) | {"action-publish": "1"})
    assert answer.status_code == 302, answer.context["form"].errors
    return StartText.objects.latest("pk")


def test_draft_is_not_shown_and_published_text_is(staff, client):
    shipped()
    staff.post(url("add"), form(headline="Kommen Sie mit"))
    text = StartText.objects.get()
    assert not text.live
    assert LEAD not in Page(client.get(text.path)).text
    staff.post(url("edit", text.pk), form(headline="Kommen Sie mit") | {"action-publish": "1"})
    page = Page(client.get("/check/digital-check/"))
    assert [words for _attributes, words in page.all("h1")] == ["Kommen Sie mit"]
    assert LEAD in page.text
    assert "Wir kommen auch vorbei." in page.text


def test_withdrawn_text_gives_way_to_the_words_of_the_catalogue(staff, client):
    version = shipped()
    text = publish(staff)
    staff.post(url("unpublish", text.pk))
    page = Page(client.get("/check/digital-check/"))
    assert LEAD not in page.text
    assert "Zeigt in 15 bis 20 Minuten" in page.text
    assert version.is_active


def test_changes_to_a_live_text_wait_until_they_are_published(staff, client):
    shipped()
    text = publish(staff)
    staff.post(url("edit", text.pk), form(lead="Noch nicht fertig."))
    assert LEAD in Page(client.get(text.path)).text
    assert StartText.objects.get().has_unpublished_changes
    history = staff.get(url("history", text.pk)).content.decode()
    assert "verwaltung" in history or "redaktion" in history


def test_each_language_has_its_own_text_and_no_other_shows(staff, client):
    shipped()
    publish(staff)
    english = Page(client.get("/en/check/digital-check/"))
    assert LEAD not in english.text
    assert "Shows in 15 to 20 minutes" in english.text
    publish(staff, language="en", lead="Find out with us.")
    assert "Find out with us." in Page(client.get("/en/check/digital-check/")).text
    assert "Find out with us." not in Page(client.get("/check/digital-check/")).text


def test_overview_has_a_text_too(staff, client):
    all_shipped()
    publish(staff, catalogue="", headline="Checks für die Region", note="Im Dezember auch abends.")
    page = Page(client.get("/check/"))
    assert [words for _attributes, words in page.all("h1")] == ["Checks für die Region"]
    assert "Im Dezember auch abends." in page.text
    assert [words for _attributes, words in page.all("h2")].count("Gut zu wissen") == 1


def test_text_of_another_check_stays_there(staff, client):
    all_shipped()
    publish(staff, catalogue="kurz-check")
    assert LEAD not in Page(client.get("/check/digital-check/")).text
    assert LEAD not in Page(client.get("/check/")).text


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("catalogue", ["", "digital-check"])
def test_preview_shows_the_real_page_and_begins_no_run(staff, catalogue, language):
    shipped()
    fields = form(catalogue=catalogue, language=language, headline="Entwurf")
    answer = staff.post(url("preview_on_add"), fields)
    assert answer.json() == {"is_valid": True, "is_available": True}
    shown = staff.get(url("preview_on_add"))
    page = Page(shown)
    assert [words for _attributes, words in page.all("h1")] == ["Entwurf"]
    assert page.all("html")[0][0]["lang"] == language
    assert all("disabled" in attributes for attributes, _words in page.all("button", type="submit"))
    assert not Assessment.objects.exists()
    assert not StartText.objects.exists()
    assert "digitalradar_run" not in staff.cookies


def test_preview_in_the_frame_keeps_the_strict_policy(staff):
    shipped()
    text = publish(staff)
    staff.post(url("preview_on_edit", text.pk), form(lead="Entwurf."))
    answer = staff.get(url("preview_on_edit", text.pk))
    assert "Entwurf." in Page(answer).text
    assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
    assert "script-src 'self';" in answer["Content-Security-Policy"] + ";"
    assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_a_page_has_one_text_per_language(staff):
    shipped()
    publish(staff)
    answer = staff.post(url("add"), form() | {"action-publish": "1"})
    assert answer.status_code == 200
    assert "Für diese Seite gibt es in dieser Sprache schon einen Text." in answer.content.decode()
    assert StartText.objects.count() == 1


@pytest.mark.database
def test_database_holds_one_text_per_page_and_language():
    StartText.objects.create(lead="Eins")
    with pytest.raises(IntegrityError), transaction.atomic():
        StartText.objects.create(lead="Zwei")


def test_page_and_language_stay_as_they_were(staff):
    all_shipped()
    text = publish(staff)
    staff.post(url("edit", text.pk), form(catalogue="kurz-check", language="en") | {"action-publish": "1"})
    text.refresh_from_db()
    assert (text.catalogue, text.language) == ("digital-check", "de")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("catalogue", "gibt-es-nicht"),
        ("language", "fr"),
        ("lead", ""),
        ("lead", "x" * 401),
        ("headline", "x" * 81),
        ("note", "x" * 401),
    ],
)
def test_wrong_input_is_refused_and_kept_in_the_form(staff, field, value):
    shipped()
    answer = staff.post(url("add"), form(**{field: value}) | {"action-publish": "1"})
    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [field]
    assert not StartText.objects.exists()


def test_plain_fields_are_shown_as_text(staff, client):
    shipped()
    nasty = "<script>alert(1)</script><img src=x onerror=alert(2)>"
    publish(staff, headline=nasty, lead=nasty, note=nasty)
    content = client.get("/check/digital-check/").content.decode()
    assert "<script>alert" not in content
    assert "<img src=x" not in content
    assert content.count("&lt;img src=x") == 3


@pytest.mark.parametrize(
    "sent",
    [
        rich("<script>alert(1)</script><img src=x onerror=alert(2)>"),
        rich("gut", kind="header-one"),
        rich("gut", kind="atomic"),
        rich("gut", kind="<script>"),
        rich(
            "gut",
            entityRanges=[{"key": 0, "offset": 0, "length": 3}],
            entityMap={"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}},
        ),
        rich(
            "gut",
            entityRanges=[{"key": 0, "offset": 0, "length": 3}],
            entityMap={"0": {"type": "EMBED", "mutability": "MUTABLE", "data": {"url": "https://example.org"}}},
        ),
        rich("gut", inlineStyleRanges=[{"offset": 0, "length": 3, "style": "COLOR:red"}]),
    ],
    ids=["html", "h1", "atomic", "unknown block", "script link", "embed", "style"],
)
def test_rich_text_holds_only_what_it_may(staff, client, sent):
    shipped()
    publish(staff, good_to_know=sent)
    page = client.get("/check/digital-check/")
    content = page.content.decode()
    assert "<script>alert" not in content
    assert "javascript:" not in content
    assert "<img src=x" not in content
    assert "<iframe" not in content
    assert "style=" not in content
    assert len(Page(page).all("h1")) == 1


def test_heading_in_rich_text_stands_below_good_to_know(staff, client):
    shipped()
    publish(staff, good_to_know=rich("Anfahrt", kind="header-three"))
    page = Page(client.get("/check/digital-check/"))
    assert "Anfahrt" in [words for _attributes, words in page.all("h3")]


def test_text_of_a_check_that_is_no_longer_offered_can_still_be_edited(staff):
    version = shipped()
    text = publish(staff)
    type(version).objects.update(is_active=False)
    assert staff.get(url("edit", text.pk)).status_code == 200
    staff.post(url("edit", text.pk), form(lead="Neu.") | {"action-publish": "1"})
    text.refresh_from_db()
    assert text.lead == "Neu."


@pytest.mark.parametrize("count", [1, 2])
def test_list_needs_a_constant_number_of_queries(staff, count, django_assert_max_num_queries):
    for language in ("de", "en")[:count]:
        StartText.objects.create(language=language, lead=LEAD)
    staff.get(url("list"))
    with django_assert_max_num_queries(13):
        assert staff.get(url("list")).content.decode().count("Übersicht aller Checks (") >= count
