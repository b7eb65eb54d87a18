"""„War das hilfreich?“: asked on a page of its own, counted once, nothing about who answered."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localdate

from digitalradar.knowledge.models import GuideFeedback, GuidePage
from digitalradar.knowledge.services.feedback import empty_old_comments, give_feedback, new_receipt
from tests.assessments.together import together
from tests.factories.knowledge import make_guide

FORM = "/leitfaeden/pruefen/rueckmeldung/"


@pytest.fixture
def guide(shelves) -> GuidePage:
    return make_guide()


def answer(page: GuidePage, **changes) -> dict[str, str]:
    return {"helpful": "ja", "comment": "Gut erklärt.", "receipt": new_receipt(page), **changes}


def stored() -> list[tuple[bool, str, date]]:
    return list(GuideFeedback.objects.values_list("is_helpful", "comment", "given_on"))


@pytest.mark.django_db
def test_an_answer_is_stored_without_anything_about_its_writer(client, guide):
    page = client.get("/leitfaeden/pruefen/").content.decode()
    assert f'href="{FORM}?hilfreich=nein"' in page
    form = client.get(f"{FORM}?hilfreich=nein").content.decode()
    assert 'value="nein" ' in form.split("checked")[0][-120:]
    response = client.post(FORM, answer(guide))
    assert (response.status_code, response["Location"]) == (302, f"{FORM}?danke=1")
    assert "Danke für Ihre Antwort" in client.get(response["Location"]).content.decode()
    assert stored() == [(True, "Gut erklärt.", localdate())]
    fields = {field.name for field in GuideFeedback._meta.get_fields()}
    assert fields == {"id", "page", "is_helpful", "comment", "given_on", "receipt"}


@pytest.mark.django_db
def test_the_same_browser_answers_once(client, guide):
    response = client.post(FORM, answer(guide))
    cookie = response.cookies["digitalradar_feedback"]
    assert (cookie.value, cookie["path"], cookie["httponly"], cookie["samesite"]) == ("1", FORM, True, "Lax")
    assert b"<form" not in client.get(FORM).content.split(b"<main")[1]
    client.post(FORM, answer(guide, helpful="nein"))
    assert len(stored()) == 1


@pytest.mark.django_db
def test_one_form_counts_once_without_cookies(guide):
    sent = answer(guide)
    for _time in range(3):
        assert Client().post(FORM, sent).status_code == 302
    assert len(stored()) == 1
    Client().post(FORM, answer(guide, helpful="nein", comment=""))
    assert [row[0] for row in stored()] == [False, True]


@pytest.mark.django_db
def test_addresses_in_comments_are_masked(client, guide):
    client.post(FORM, answer(guide, comment="Bitte an anna@betrieb.example oder 0231 1234567."))
    assert stored()[0][1] == "Bitte an *** oder ***."


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [
        {"helpful": ""},
        {"helpful": "vielleicht"},
        {"comment": "x" * 601},
        {"receipt": ""},
        {"receipt": "x" * 300},
        {"receipt": "gefälscht"},
        {"receipt": "W10:1abcde:x"},
    ],
)
def test_wrong_input_is_explained_and_can_be_sent_again(client, guide, changes):
    response = client.post(FORM, answer(guide, **changes))
    assert response.status_code == 400
    assert b'role="alert"' in response.content
    assert stored() == []
    again = response.context["form"]["receipt"].value()
    assert client.post(
        FORM, answer(guide, receipt=again if "receipt" in changes else new_receipt(guide))
    ).status_code in (
        302,
        400,
    )


@pytest.mark.django_db
def test_a_receipt_of_another_page_is_exchanged(client, guide):
    response = client.post(FORM, answer(guide, receipt=new_receipt(make_guide("anderer"))))
    assert (response.status_code, stored()) == (400, [])
    assert client.post(FORM, answer(guide, receipt=response.context["form"]["receipt"].value())).status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/leitfaeden/gibt-es-nicht/rueckmeldung/", "/check/pruefen/rueckmeldung/"])
def test_unknown_pages_have_no_form(client, guide, address):
    assert client.get(address).status_code == 404


@pytest.mark.django_db
def test_a_retired_page_takes_no_answer(client, guide):
    guide.unpublish()
    assert client.post(FORM, answer(guide)).status_code == 404
    assert stored() == []


@pytest.mark.django_db
def test_answers_are_limited_per_address(client, guide, settings):
    settings.RATE_LIMITS = True
    codes = [Client().post(FORM, answer(guide)).status_code for _time in range(21)]
    assert codes == [302] * 20 + [429]


@pytest.mark.django_db
def test_words_go_after_two_years_and_numbers_stay(guide):
    for receipt, age in (("old", 740), ("young", 700)):
        give_feedback(page=guide, receipt=receipt, is_helpful=True, comment=receipt)
        GuideFeedback.objects.filter(comment=receipt).update(given_on=localdate() - timedelta(days=age))
    assert empty_old_comments() == 1
    assert sorted(comment for _yes, comment, _day in stored()) == ["", "young"]
    assert empty_old_comments() == 0


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_one_form_sent_many_times_at_once_counts_once(emptied_roles):
    guide = make_guide()
    sent = answer(guide)
    assert together(*[lambda: Client().post(FORM, sent).status_code] * 6) == [302] * 6
    assert len(stored()) == 1
