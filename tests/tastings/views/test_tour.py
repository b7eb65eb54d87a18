"""From the grid to the sign-up: choose, hold, write, confirm."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Booking, Offer, Registration
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.due import release_kept
from digitalradar.events.services.holding import hold
from digitalradar.events.services.signing_up import PlaceRefused
from digitalradar.mail.models import Message
from digitalradar.tastings.presentation.choice import name_of
from tests.factories.events import assert_places_right, book
from tests.factories.tastings import make_tasting, make_tasting_date, offer_of

from .conftest import picked, stamp_of, written

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _quick_forms(settings):
    settings.EVENTS_FORM_SECONDS = 0


def held() -> list[tuple[str, int]]:
    rows = Booking.objects.filter(state="held").order_by("offer__starts_at").select_related("offer")
    return [(row.offer.title, row.party_size) for row in rows]


def expire() -> None:
    Booking.objects.filter(state="held").update(held_until=now() - timedelta(seconds=1))


def test_page_of_the_date_shows_the_grid_and_the_stations(client, occurrence):
    book(offer_of(occurrence, 1, 1))
    page = client.get("/termine/tasting/").content.decode()
    assert page.count('role="radiogroup"') == 3
    assert "Station 1, 2 frei" in page
    assert "Die Stationen" in page
    assert "csrfmiddlewaretoken" not in page


def test_tasting_without_rounds_is_booked_like_any_other_date(client, db):
    occurrence = make_tasting_date(slug="ohne")
    Offer.objects.create(occurrence=occurrence, capacity=4)
    page = client.get("/termine/ohne/").content.decode()
    assert "/termine/ohne/anmelden/" in page
    assert client.get("/termine/ohne/rundgang/").status_code == 302


def test_kept_page_follows_every_seat(client, occurrence):
    offer = offer_of(occurrence, 1, 1)
    Offer.objects.update(capacity=20)
    client.get("/termine/tasting/")
    book(offer)
    assert "Station 1, 19 frei" in client.get("/termine/tasting/").content.decode()


def test_party_of_two_sees_a_waiting_list_where_one_place_is_free(client, occurrence, address):
    book(offer_of(occurrence, 1, 1), party_size=2)
    page = client.get(address, {"personen": "2"}).content.decode()
    assert "Station 1, nur 1 frei, Warteliste" in page
    assert "Station 1, 3 frei" in page


def test_choice_in_the_address_is_chosen_and_can_be_removed(client, occurrence, address):
    values = picked(occurrence, (1, 1), (2, 3))
    page = client.get(address, values).content.decode()
    assert (page.count('name="weg"'), "2 Stationen für 1 buchen" in page) == (2, True)
    slot = offer_of(occurrence, 1, 1).round.slot_id
    page = client.get(address, values | {"weg": str(slot)}).content.decode()
    assert (page.count('name="weg"'), "1 Station für 1 buchen" in page) == (1, True)


def test_sending_keeps_the_places_and_leads_to_the_form(client, occurrence, send):
    answer = send(picked(occurrence, (1, 1), (2, 2), persons=2))
    assert answer.status_code == 302
    assert held() == [("Station 1", 2), ("Station 2", 2)]
    page = client.get(answer.url).content.decode()
    assert "Ihre Plätze sind bis" in page
    assert 'name="party_size"' not in page
    assert answer["Referrer-Policy"] == "same-origin"


def test_whole_way_to_confirmed_places(client, occurrence, send):
    form = send(picked(occurrence, (1, 1), (2, 2), persons=2)).url
    page = client.get(form).content.decode()
    answer = client.post(form, written(since=stamp_of(page), companions="Berta Beispiel"))
    assert answer.url == "/termine/tasting/anmelden/danke/"
    registration = Registration.objects.get()
    assert (registration.party_size, registration.companions) == (2, "Berta Beispiel")
    assert Message.objects.count() == 1
    confirm(registration)
    assert [booking.state for booking in registration.bookings.all()] == ["confirmed", "confirmed"]
    assert_places_right(occurrence)


def test_t3_form_not_sent_gives_the_seat_back_at_minute_eleven(occurrence, send):
    offer = offer_of(occurrence, 1, 1)
    Offer.objects.filter(pk=offer.pk).update(capacity=1)
    send(picked(occurrence, (1, 1)))
    assert held() == [("Station 1", 1)]
    assert send(picked(occurrence, (1, 1))).status_code == 409  # two holds for the last seat are impossible
    assert release_kept(now() + timedelta(minutes=9, seconds=50)) == 0
    assert release_kept(now() + timedelta(minutes=11)) == 1
    assert held() == []
    assert book(offer).state == "confirmed"


def test_what_is_gone_is_told_at_its_row_and_the_rest_stays_chosen(occurrence, send):
    values = picked(occurrence, (1, 1), (2, 2))
    book(offer_of(occurrence, 1, 1), party_size=3)
    answer = send(values)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "„Station\u00a01“ ist inzwischen vergeben" in page or "„Station 1“ ist inzwischen vergeben" in page
    assert "Station 2 um" in page
    assert "Station 1 um" not in page
    assert held() == []


def test_waiting_list_is_joined_only_when_asked(client, occurrence, send):
    offer = offer_of(occurrence, 1, 1)
    book(offer, party_size=3)
    form = send(picked(occurrence, (1, 1), wait=True) | picked(occurrence, (2, 2))).url
    page = client.get(form).content.decode()
    assert "Warteliste" in page
    client.post(form, written(since=stamp_of(page)))
    registration = Registration.objects.get(name="Ada Beispiel", confirmed_at=None)
    confirm(registration)
    states = dict(registration.bookings.values_list("offer__title", "state"))
    assert states == {"Station 1": "waitlisted", "Station 2": "confirmed"}


def test_expired_hold_leads_back_with_the_choice(client, occurrence, send):
    form = send(picked(occurrence, (1, 1))).url
    expire()
    answer = client.get(form, follow=True)
    assert "Vormerkung ist abgelaufen" in answer.content.decode()
    assert "1 Station für 1 buchen" in answer.content.decode()


def test_form_sent_after_the_time_is_taken_if_all_is_free(client, occurrence, send):
    form = send(picked(occurrence, (1, 1))).url
    page = client.get(form).content.decode()
    expire()
    assert client.post(form, written(since=stamp_of(page))).status_code == 302
    assert Registration.objects.get(name="Ada Beispiel").bookings.get().state == "requested"
    assert held() == []


def test_form_sent_after_the_time_says_what_is_gone_and_keeps_what_was_written(client, occurrence, send):
    form = send(picked(occurrence, (1, 1), (2, 2))).url
    page = client.get(form).content.decode()
    expire()
    book(offer_of(occurrence, 1, 1), "Berta", party_size=3)
    answer = client.post(form, written(since=stamp_of(page)))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Die Zeit zum Ausfüllen war um" in page
    assert 'value="Ada Beispiel"' in page
    assert not Registration.objects.filter(name="Ada Beispiel").exists()


def test_going_back_lets_the_places_go_and_keeps_the_choice(client, occurrence, send):
    form = send(picked(occurrence, (1, 1))).url
    path, _mark, query = form.partition("?")
    answer = client.post(f"{path}zurueck/?{query}")
    assert answer.url.startswith("/termine/tasting/rundgang/?personen=1")
    assert held() == []
    assert not Registration.objects.exists()


def test_new_hold_takes_the_place_of_the_earlier_one(occurrence, send):
    Offer.objects.update(capacity=1)
    token = send(picked(occurrence, (1, 1), (2, 2))).url.split("/")[3]
    assert send(picked(occurrence, (1, 1)) | {"vorgemerkt": token}).status_code == 302
    assert held() == [("Station 1", 1)]


def test_machine_gets_the_same_answer_and_nothing_happens(client, occurrence, send):
    form = send(picked(occurrence, (1, 1))).url
    page = client.get(form).content.decode()
    answer = client.post(form, written(since=stamp_of(page), website="x"))
    assert answer.url == "/termine/tasting/anmelden/danke/"
    assert (Message.objects.count(), Registration.objects.filter(name="Ada Beispiel").count()) == (0, 0)


def test_form_of_another_site_gets_the_grid_with_a_token(client, occurrence, address):
    answer = client.post(address, picked(occurrence, (1, 1)), HTTP_SEC_FETCH_SITE="cross-site")
    assert answer.status_code == 200
    assert "csrfmiddlewaretoken" in answer.content.decode()
    assert held() == []


@pytest.mark.parametrize(
    ("change", "status", "words"),
    [
        ({}, 400, "mindestens eine Station"),
        ({"first": "abc"}, 409, "nicht mehr zu haben"),
        ({"first": "999999"}, 409, "nicht mehr zu haben"),
        ({"first": "9" * 40}, 409, "nicht mehr zu haben"),
        ({"first": "²"}, 409, "nicht mehr zu haben"),
        ({"first": "other-slot"}, 409, "nicht mehr zu haben"),
        ({"first": "other-date"}, 409, "nicht mehr zu haben"),
        ({"personen": "99"}, 400, "mindestens eine Station"),
        ({"personen": "-1"}, 400, "mindestens eine Station"),
        ({"personen": "x"}, 400, "mindestens eine Station"),
    ],
)
def test_wrong_input_is_told_and_keeps_nothing(occurrence, send, change, status, words):
    first = offer_of(occurrence, 1, 1)
    special = {"other-slot": offer_of(occurrence, 1, 2).pk, "other-date": offer_of(make_tasting(1, 1)).pk}
    values = {
        (name_of(first.round.slot_id) if name == "first" else name): str(special.get(value, value))
        for name, value in change.items()
    }
    answer = send(values)
    assert (answer.status_code, words in answer.content.decode()) == (status, True)
    assert held() == []


@pytest.mark.parametrize("token", ["x", "a" * 43, "ungültig"])
def test_unknown_hold_leads_back_to_the_grid(client, occurrence, token):
    query = "&".join(f"{name}={value}" for name, value in picked(occurrence, (1, 1)).items())
    answer = client.get(f"/termine/rundgang/{token}/tasting/?{query}")
    assert answer.url.startswith("/termine/tasting/rundgang/")


def test_t1_same_time_twice_is_refused_by_the_kernel(occurrence):
    with pytest.raises(PlaceRefused, match="zur selben Zeit"):
        hold(occurrence=occurrence, offers=[offer_of(occurrence, 1, 1).pk, offer_of(occurrence, 2, 1).pk])


def test_t4_party_is_booked_whole_or_not_at_all(occurrence, send):
    book(offer_of(occurrence, 1, 1))
    assert send(picked(occurrence, (1, 1), persons=3)).status_code == 409
    assert send(picked(occurrence, (1, 1), persons=2)).status_code == 302
    assert held() == [("Station 1", 2)]


@pytest.mark.parametrize(("stations", "rounds"), [(1, 1), (5, 6)])
def test_grid_needs_constant_queries(client, django_assert_num_queries, stations, rounds):
    occurrence = make_tasting(stations, rounds, slug="viele")
    client.get("/termine/viele/rundgang/")
    with django_assert_num_queries(QUERIES):
        page = client.get("/termine/viele/rundgang/").content.decode()
    assert page.count('role="radiogroup"') == rounds
    assert occurrence.slug == "viele"


QUERIES = 9


def test_rate_limit_of_holds(occurrence, send, settings):
    settings.RATE_LIMITS = True
    answers = [send(picked(occurrence, (1, 1))).status_code for _number in range(61)]
    assert answers[-1] == 429


def test_english_page(client, occurrence):
    assert client.get("/en/termine/tasting/rundgang/").status_code == 200
