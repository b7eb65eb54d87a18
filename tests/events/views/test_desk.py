"""The page of the helpers at the door."""

import re

import pytest
from django.test import Client
from django.utils.timezone import localtime

from digitalradar.events.models import Attendance, Booking, Registration
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.desk_links import open_desk, shut_desk
from tests.events.back_office.host import begin, bookable, end
from tests.factories.events import assert_places_right, book, make_round, request

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk():
    """The address of a desk with places for three: Ada and Bela have one, Cem is out again."""
    offer = bookable(capacity=3)
    book(offer, "Ada Beispiel", organisation="Beispiel GmbH")
    book(offer, "Bela Muster")
    cancel(book(offer, "Cem Beispiel").registration)
    occurrence = begin(offer.occurrence)
    return f"/termine/einchecken/{open_desk(occurrence=occurrence)}/"


def words(answer) -> str:
    text = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(text.split())


def of(name: str) -> Registration:
    return Registration.objects.get(name=name)


def test_a_typed_code_finds_the_guest_however_it_is_typed(client, desk):
    code = of("Ada Beispiel").code
    for typed in (code, code.lower(), f" {code[:3]}-{code[3:]} "):
        assert "Ada Beispiel" in words(client.get(desk, {"code": typed}))
    assert "Unbekannter Code." in words(client.get(desk, {"code": "ZZZZZZ"}))


def test_names_and_firms_are_found_from_two_letters_on(client, desk):
    assert "Ada Beispiel" in words(client.get(desk, {"name": "beispiel gmbh"}))
    assert "Bela Muster" in words(client.get(desk, {"name": "Bela"}))
    assert "Ada" not in words(client.get(desk, {"name": "a"}))
    assert "Niemand." in words(client.get(desk, {"name": "Xaver"}))


def test_e7_second_scan_says_since_when_and_a_cancelled_guest_is_refused(client, desk):
    first = client.post(desk, {"act": "arrive", "guest": of("Ada Beispiel").pk}, follow=True)
    assert "Eingecheckt um" in words(first)
    assert "1 von 2 da" in words(first)
    second = client.post(desk, {"act": "arrive", "guest": of("Ada Beispiel").pk}, follow=True)
    since = localtime(Attendance.objects.get().arrived_at)
    assert f"Schon da seit {since:%H:%M} Uhr" in words(second)
    refused = client.post(desk, {"act": "arrive", "guest": of("Cem Beispiel").pk})
    assert refused.status_code == 409
    assert "Diese Anmeldung ist abgesagt." in words(refused)
    assert Attendance.objects.count() == 1


def test_undo(client, desk):
    client.post(desk, {"act": "arrive", "guest": of("Ada Beispiel").pk})
    back = client.post(desk, {"act": "undo", "guest": of("Ada Beispiel").pk}, follow=True)
    assert "0 von 2 da" in words(back)
    assert not Attendance.objects.exists()


def test_walk_ins_get_what_is_free_and_then_wait(client, desk):
    offer = Booking.objects.first().offer_id
    form = {"act": "walk_in", "offer": offer, "name": "Dora Spontan", "party_size": 1}
    assert "Eingecheckt um" in words(client.post(desk, form, follow=True))
    assert "Kein Platz: Warteliste" in words(client.post(desk, form | {"name": "Emil Spontan"}, follow=True))
    assert of("Dora Spontan").attendance.way == "walk_in"
    assert_places_right(of("Dora Spontan").occurrence)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"name": "x" * 121},
        {"party_size": 0},
        {"party_size": 21},
        {"party_size": "viele"},
        {"offer": 0},
        {"offer": "x"},
    ],
)
def test_wrong_walk_ins_are_shown_again(client, desk, wrong):
    right = {"act": "walk_in", "offer": Booking.objects.first().offer_id, "name": "Dora", "party_size": 1}
    answer = client.post(desk, right | wrong)
    assert answer.status_code == 400
    assert not Registration.objects.filter(source="walk_in").exists()


@pytest.mark.parametrize(
    "sent",
    [{}, {"act": "arrive"}, {"act": "arrive", "guest": "x"}, {"act": "arrive", "guest": "9" * 30}, {"act": "fly"}],
)
def test_nonsense_leads_back(client, desk, sent):
    assert client.post(desk, sent).status_code == 302
    assert not Attendance.objects.exists()


@pytest.mark.parametrize(
    "query", ["?code=%20", "?name=%25", "?gast=x", "?gast=99999999999999999999", "?code=" + "A" * 500]
)
def test_wrong_input_is_no_error(client, desk, query):
    assert client.get(desk + query).status_code == 200


def test_a_guest_of_another_date_is_unknown_here(client, desk):
    other = book(bookable(), "Fremde Beispiel").registration
    assert "Fremde" not in words(client.get(desk, {"gast": other.pk, "name": "Fremde"}))
    assert "Fremde" not in words(client.get(desk, {"code": other.code}))
    client.post(desk, {"act": "arrive", "guest": other.pk})
    assert not Attendance.objects.exists()


def test_a_get_changes_nothing(client, desk):
    before = list(Booking.objects.values_list("pk", "state"))
    for query in ({}, {"code": of("Ada Beispiel").code}, {"gast": of("Ada Beispiel").pk, "neu": 1}):
        client.get(desk, query)
        client.head(desk, query)
    assert list(Booking.objects.values_list("pk", "state")) == before
    assert not Attendance.objects.exists()


def test_only_the_newest_link_opens_and_only_around_the_date(client, desk):
    occurrence = of("Ada Beispiel").occurrence
    newer = f"/termine/einchecken/{open_desk(occurrence=occurrence)}/"
    assert client.get(desk).status_code == 404
    assert client.get(newer).status_code == 200
    end(occurrence)
    type(occurrence).objects.filter(pk=occurrence.pk).update(state="closed")
    closed = words(client.get(newer, {"name": "Beispiel"}))
    assert "Dieser Termin ist abgeschlossen." in closed
    assert "Ada" not in closed
    shut_desk(occurrence=occurrence)
    assert client.get(newer).status_code == 404


def test_before_its_time_no_names(client):
    offer = bookable()
    book(offer, "Ada Beispiel")
    address = f"/termine/einchecken/{open_desk(occurrence=offer.occurrence)}/"
    page = words(client.get(address, {"name": "Ada"}))
    assert "noch nicht begonnen" in page
    assert "Ada" not in page


def test_the_code_of_a_guest_leads_to_the_desk_on_a_helpers_phone_only(client, desk):
    code = of("Ada Beispiel").code
    stranger = client.get("/termine/einchecken/", {"code": code})
    assert "Zeigen Sie diesen Code am Empfang." in words(stranger)
    assert "Ada" not in words(stranger)
    client.get(desk)
    assert client.get("/termine/einchecken/", {"code": code})["Location"] == f"{desk}?code={code}"


def test_the_page_is_kept_nowhere_and_counts(client, desk):
    answer = client.get(desk)
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert client.get(f"{desk}stand.json").json() == {"present": 0, "expected": 2}


@pytest.mark.parametrize("count", [1, 3])
def test_the_desk_needs_constant_queries(client, django_assert_num_queries, count):
    offer = bookable(capacity=10)
    for number in range(count):
        book(offer, f"Ada Beispiel{number}")
    request(offer, "Bela Beispiel")
    address = f"/termine/einchecken/{open_desk(occurrence=begin(offer.occurrence))}/"
    client.get(address)
    with django_assert_num_queries(7):
        client.get(address, {"name": "Ada"})


def test_t3_unclaimed_places_go_to_those_at_the_door_not_too_early(client, desk, settings):
    form = {"act": "walk_in", "offer": Booking.objects.first().offer_id, "party_size": 1}
    for name in ("Dora Spontan", "Emil Spontan"):
        client.post(desk, form | {"name": name})
    assert "Warten am Eingang Emil Spontan" in words(client.get(desk))
    settings.EVENTS_UNCLAIMED_MINUTES = 30
    early = client.post(desk, {"act": "release"})
    assert early.status_code == 409
    assert "30 Minuten nach dem Beginn" in words(early)
    settings.EVENTS_UNCLAIMED_MINUTES = 10
    assert "Warten am Eingang" not in words(client.post(desk, {"act": "release"}, follow=True))
    assert of("Emil Spontan").attendance.way == "walk_in"
    assert of("Bela Muster").bookings.get().state == "lapsed"
    assert of("Ada Beispiel").bookings.get().state == "confirmed"
    assert_places_right(of("Ada Beispiel").occurrence)


def test_every_form_of_the_desk_is_protected(desk):
    strict = Client(enforce_csrf_checks=True)
    page = strict.get(desk, {"code": of("Ada Beispiel").code}).content.decode()
    assert page.count('method="post"') == page.count("csrfmiddlewaretoken") == 2
    token = re.search(r'csrfmiddlewaretoken" value="(\w+)"', page)[1]
    sent = {"act": "arrive", "guest": of("Ada Beispiel").pk}
    assert strict.post(desk, sent).status_code == 403
    assert strict.post(desk, sent | {"csrfmiddlewaretoken": token}).status_code == 302
    assert Attendance.objects.count() == 1


def test_t3_places_of_a_round_are_released_although_others_have_not_begun(client):
    offer = bookable(capacity=1)
    book(offer, "Ada Beispiel")
    occurrence = begin(offer.occurrence)
    make_round(occurrence, "Später", after=60)
    address = f"/termine/einchecken/{open_desk(occurrence=occurrence)}/"
    client.post(address, {"act": "walk_in", "offer": offer.pk, "party_size": 1, "name": "Dora Spontan"})
    assert client.post(address, {"act": "release"}).status_code == 302
    assert of("Dora Spontan").attendance.way == "walk_in"
