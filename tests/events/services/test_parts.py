"""The date itself and its parts: who has no place at the date keeps nobody from a seat in it."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Booking, LogEntry, Occurrence, Registration
from digitalradar.events.services.attendance import NotAdmitted, arrive
from digitalradar.events.services.cancelling import TooLate, cancel
from digitalradar.events.services.changing import book_more
from digitalradar.events.services.conditions import PlaceRefused
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.signing_up import register_verified, sign_up
from digitalradar.events.services.waiting_list import accept
from digitalradar.events.services.walk_ins import release_unclaimed, walk_in
from digitalradar.mail.models import Message
from tests.factories.events import assert_places_right, book, entry, make_occurrence, make_offer, make_round, states

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def make_day(*, capacity: int = 10, **fields) -> tuple[Occurrence, list]:
    """Return a date with places for the day itself and for two seats of one person each, one after the other."""
    date = make_occurrence(**fields)
    day = make_offer(date, capacity=capacity)
    return date, [day, *(make_round(date, title, after=30 * n, capacity=1) for n, title in enumerate("XY", start=1))]


def sign_up_for(offers, name: str) -> Registration:
    return sign_up(
        occurrence=offers[0].occurrence, entry=entry(name), offers=[offer.pk for offer in offers]
    ).registration


def enter(offers, name: str) -> Registration:
    keys = [offer.pk for offer in offers]
    return register_verified(occurrence=offers[0].occurrence, entry=entry(name), offers=keys).registration


def test_who_gives_up_the_day_gives_up_its_seats_and_the_waiting_list_moves_up():
    date, (day, one, two) = make_day()
    going = enter([day, one, two], "A")
    enter([day, one], "B")
    cancelled = cancel(going, offers=[day.pk])
    assert {booking.offer_id for booking in cancelled} == {day.pk, one.pk, two.pk}
    assert [states(offer) for offer in (day, one, two)] == [
        {"A": "cancelled", "B": "confirmed"},
        {"A": "cancelled", "B": "confirmed"},
        {"A": "cancelled"},
    ]
    assert cancel(going, offers=[day.pk]) == []
    assert Message.objects.filter(recipient="a@example.org", kind="events.cancelled").count() == 1
    assert_places_right(date)


def test_seat_alone_is_given_up_and_the_day_stays():
    _date, (day, one, two) = make_day()
    registration = enter([day, one, two], "A")
    cancel(registration, offers=[one.pk])
    assert [states(offer)["A"] for offer in (day, one, two)] == ["confirmed", "cancelled", "confirmed"]


def test_day_that_has_begun_is_not_given_up_for_the_sake_of_later_seats():
    date, (day, one, _two) = make_day(starts_at=now() + timedelta(hours=1))
    registration = enter([day, one], "A")
    with pytest.raises(TooLate):
        cancel(registration, offers=[day.pk], at=date.starts_at + timedelta(minutes=1))
    assert states(one) == {"A": "confirmed"}


def test_who_has_to_wait_for_the_day_gets_no_seat_and_the_next_one_does():
    date, (day, one, two) = make_day(capacity=1)
    waiting = sign_up_for([day, one], "A")
    book(day, "B")
    Booking.objects.filter(registration=waiting).update(held_until=now() - timedelta(minutes=1))
    confirm(waiting)
    assert [states(offer) for offer in (day, one)] == [{"A": "waitlisted", "B": "confirmed"}, {"A": "lapsed"}]
    with pytest.raises(PlaceRefused, match="sobald Sie einen Platz am Termin selbst haben"):
        book_more(waiting, [two.pk])
    assert book(one, "C").state == "confirmed"
    assert "booking.part_refused" in LogEntry.objects.values_list("action", flat=True)
    assert_places_right(date)


def test_seat_kept_for_somebody_who_waits_for_the_day_goes_to_who_waits_for_the_seat():
    _date, (day, one, _two) = make_day(capacity=2)
    book(day, "B", party_size=2)
    asking = sign_up_for([day, one], "A")
    assert Booking.objects.get(registration=asking, offer=one).held_until is not None
    book(one, "C")
    confirm(asking)
    assert states(one) == {"A": "lapsed", "C": "confirmed"}


def test_without_day_and_waiting_list_nothing_comes_of_the_seat():
    _date, (day, one, _two) = make_day(capacity=1)
    asking = sign_up_for([day, one], "A")
    Booking.objects.filter(registration=asking).update(held_until=now() - timedelta(minutes=1))
    day.policy = "off"
    day.save(update_fields=["policy"])
    book(day, "B")
    with pytest.raises(PlaceRefused):
        confirm(asking)
    assert [states(offer)["A"] for offer in (day, one)] == ["lapsed", "lapsed"]


def test_host_enters_somebody_who_has_to_wait():
    _date, (day, one, _two) = make_day(capacity=1)
    book(day, "B")
    enter([day, one], "A")
    assert [states(offer)["A"] for offer in (day, one)] == ["waitlisted", "lapsed"]


def test_seats_can_be_booked_once_the_offered_day_is_taken():
    _date, (day, one, _two) = make_day(capacity=1)
    day.policy = "offer"
    day.save(update_fields=["policy"])
    first = book(day, "B").registration
    later = enter([day], "A")
    cancel(first)
    assert states(day)["A"] == "offered"
    with pytest.raises(PlaceRefused, match="sobald Sie einen Platz"):
        book_more(later, [one.pk])
    accept(Booking.objects.get(registration=later, offer=day))
    assert [booking.state for booking in book_more(later, [one.pk])] == ["confirmed"]


def test_t3_place_at_the_day_that_nobody_claims_takes_its_seats_along():
    date, (day, one, _two) = make_day(capacity=1, starts_at=now() + timedelta(minutes=10), kind="jahresveranstaltung")
    late = enter([day, one], "A")
    begun = date.starts_at + timedelta(minutes=16)
    assert walk_in(offer=day, entry=entry("W", email=""), at=begun).state == "waitlisted"
    release_unclaimed(day, at=begun)
    assert [states(day), states(one)] == [{"A": "lapsed", "W": "confirmed"}, {"A": "lapsed"}]
    with pytest.raises(NotAdmitted):
        arrive(late, at=begun)
    assert_places_right(date)


def test_date_without_an_offer_of_its_own_has_no_such_rule():
    date = make_occurrence()
    one, two = (make_round(date, title, after=30 * n, capacity=1) for n, title in enumerate("XY"))
    book(one, "B")
    registration = enter([one, two], "A")
    assert [states(offer)["A"] for offer in (one, two)] == ["waitlisted", "confirmed"]
    cancel(registration, offers=[one.pk])
    assert states(two) == {"A": "confirmed"}
