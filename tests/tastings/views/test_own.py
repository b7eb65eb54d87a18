"""The tour behind the private link."""

import pytest

from digitalradar.events.calendar.feeds import own_calendar
from digitalradar.events.models import Booking
from digitalradar.events.services.links import personal_token
from tests.factories.events import book, request
from tests.factories.tastings import make_tasting, offer_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def booked(occurrence) -> Booking:
    return book(offer_of(occurrence, 1, 1), "Ada Beispiel")


def page_of(booking: Booking, more: str = "") -> str:
    return f"/termine/anmeldung/{personal_token(booking.registration)}/{more}"


def change_of(booking: Booking, number: int = 1) -> str:
    slot = offer_of(booking.offer.occurrence, 1, number).round.slot_id
    return page_of(booking, f"runde/{slot}/")


def own(booking: Booking) -> list[tuple[str, str]]:
    rows = Booking.objects.filter(registration=booking.registration).order_by("offer__starts_at", "pk")
    return list(rows.values_list("offer__title", "state"))


def test_page_shows_rounds_rooms_and_what_is_free(client, booked):
    page = client.get(page_of(booked)).content.decode()
    assert ("Ihr Rundgang" in page, "Halle 1" in page, page.count("Station wählen")) == (True, True, 2)


def test_round_is_changed_by_a_post_only(client, occurrence, booked):
    other = offer_of(occurrence, 2, 1).round
    page = client.get(change_of(booked), {"runde": other.pk}).content.decode()
    assert ("wie bisher" in page, "3 frei" in page) == (True, True)
    assert own(booked) == [("Station 1", "confirmed")]
    assert client.post(change_of(booked), {"runde": other.pk}).url.endswith("?neu=geaendert")
    assert own(booked) == [("Station 1", "cancelled"), ("Station 2", "confirmed")]


def test_round_is_left_free(client, booked):
    client.post(change_of(booked), {"runde": "frei"})
    assert own(booked) == [("Station 1", "cancelled")]


def test_place_gone_meanwhile_is_told_and_the_tour_stays(client, occurrence, booked):
    other = offer_of(occurrence, 2, 1)
    book(other, "Berta", party_size=3)
    answer = client.post(change_of(booked), {"runde": other.round.pk})
    assert (answer.status_code, "bleibt, wie er war" in answer.content.decode()) == (409, True)
    assert own(booked) == [("Station 1", "confirmed")]


@pytest.mark.parametrize(("value", "status"), [("", 302), ("abc", 302), ("999999", 404), ("9" * 40, 302), ("²", 302)])
def test_wrong_rounds_change_nothing(client, booked, value, status):
    assert client.post(change_of(booked), {"runde": value}).status_code == status
    assert own(booked) == [("Station 1", "confirmed")]


def test_slots_of_other_dates_and_breaks_are_not_found(client, booked):
    other = offer_of(make_tasting(1, 1)).round.slot_id
    assert client.get(page_of(booked, f"runde/{other}/")).status_code == 404


def test_unconfirmed_people_are_led_back(client, occurrence):
    registration = request(offer_of(occurrence, 1, 1))
    booking = registration.bookings.get()
    assert client.get(change_of(booking)).url == page_of(booking)


def test_sheet_to_print(client, booked):
    page = client.get(page_of(booked, "rundgang/")).content.decode()
    assert ("Station 1" in page, "Halle 1" in page, booked.registration.code in page) == (True, True, True)


def test_wrong_link_opens_nothing(client, booked):
    assert client.get(f"/termine/anmeldung/{'a' * 43}/rundgang/").status_code == 404


def test_calendar_entry_names_the_rounds(booked):
    file = own_calendar([(booked.offer.occurrence, [booked])]).decode().replace("\r\n ", "")
    assert "Ihr Platz: Station 1" in file


@pytest.mark.parametrize("rounds", [1, 6])
def test_personal_page_needs_constant_queries(client, django_assert_num_queries, rounds):
    occurrence = make_tasting(3, rounds)
    booking = book(offer_of(occurrence, 1, 1))
    client.get(page_of(booking))
    with django_assert_num_queries(QUERIES):
        client.get(page_of(booking))


QUERIES = 9
