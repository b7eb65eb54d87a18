"""The waiting list: order, offered places, parties, and what nobody overtakes."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Booking, LogEntry, Occurrence
from digitalradar.events.services.cancelling import TooLate, cancel
from digitalradar.events.services.capacity import TooFewPlaces, release_reserved, set_capacity
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.places import free, locked
from digitalradar.events.services.rescheduling import call_off, move
from digitalradar.events.services.signing_up import PlaceRefused, register_verified
from digitalradar.events.services.waiting_list import accept, decline, lapse_offers, position, promote
from digitalradar.mail.models import Message
from tests.factories.events import (
    assert_places_right,
    book,
    entry,
    make_occurrence,
    make_offer,
    make_round,
    request,
    request_and_confirm,
    states,
)

pytestmark = pytest.mark.django_db


def mails(address: str) -> list[str]:
    return list(Message.objects.filter(address=address).order_by("pk").values_list("kind", flat=True))


def test_i5_cancelled_place_goes_to_the_first_who_waits():
    offer = make_offer(capacity=1)
    first = book(offer, "A")
    book(offer, "B")
    book(offer, "C")
    cancel(first.registration)
    assert states(offer) == {"A": "cancelled", "B": "confirmed", "C": "waitlisted"}
    assert mails("b@example.org") == ["events.waiting", "events.promoted"]
    assert mails("a@example.org") == ["events.registered", "events.cancelled"]
    assert_places_right(offer.occurrence)


def test_i4_priority_comes_before_the_time_of_joining():
    offer = make_offer(capacity=1)
    first = book(offer, "A")
    book(offer, "B")
    register_verified(occurrence=offer.occurrence, entry=entry("C"), priority=5)
    assert [position(booking) for booking in Booking.objects.order_by("pk")] == [0, 2, 1]
    cancel(first.registration)
    assert states(offer) == {"A": "cancelled", "B": "waitlisted", "C": "confirmed"}


def test_x5_offer_policy():
    offer = make_offer(capacity=1, policy="offer", offer_hours=24)
    start = now()
    first, third, fourth = (book(offer, name, at=start) for name in ("A", "C", "D"))
    cancel(first.registration, at=start)
    third.refresh_from_db()
    assert (third.state, third.offered_until) == ("offered", start + timedelta(hours=24))
    assert free(type(offer).objects.get(pk=offer.pk)) == 0
    assert lapse_offers(at=start + timedelta(hours=24, seconds=-1)) == 0
    assert lapse_offers(at=start + timedelta(hours=24, seconds=1)) == 1
    assert states(offer) == {"A": "cancelled", "C": "lapsed", "D": "offered"}
    with pytest.raises(PlaceRefused, match="Frist"):
        accept(third, at=start + timedelta(hours=25))
    assert states(offer) == {"A": "cancelled", "C": "lapsed", "D": "offered"}
    accept(fourth, at=start + timedelta(hours=26))
    accept(fourth, at=start + timedelta(hours=27))
    assert states(offer) == {"A": "cancelled", "C": "lapsed", "D": "confirmed"}
    assert mails("c@example.org") == ["events.waiting", "events.place_offered", "events.offer_lapsed"]
    assert mails("d@example.org") == ["events.waiting", "events.place_offered", "events.registered"]
    assert_places_right(offer.occurrence)


def test_x5_click_after_the_deadline_lapses_even_before_the_job_ran():
    offer = make_offer(capacity=1, policy="offer", offer_hours=24)
    start = now()
    first, third, _fourth = (book(offer, name, at=start) for name in ("A", "C", "D"))
    cancel(first.registration, at=start)
    with pytest.raises(PlaceRefused, match="Frist"):
        accept(third, at=start + timedelta(hours=24, seconds=1))
    assert states(offer) == {"A": "cancelled", "C": "lapsed", "D": "offered"}


def test_declined_place_is_offered_to_the_next():
    offer = make_offer(capacity=1, policy="offer")
    first, second, _third = (book(offer, name) for name in ("A", "B", "C"))
    cancel(first.registration)
    decline(second)
    decline(second)
    assert states(offer) == {"A": "cancelled", "B": "declined", "C": "offered"}


def test_offered_place_ends_with_the_closing_time():
    closes_at = now() + timedelta(hours=5)
    offer = make_offer(capacity=1, policy="offer", offer_hours=24, closes_at=closes_at)
    first, second = book(offer, "A"), book(offer, "B")
    cancel(first.registration)
    second.refresh_from_db()
    assert second.offered_until == closes_at


def test_x6_no_overtaking():
    offer = make_offer(capacity=1, policy="offer")
    first, _fourth = book(offer, "A"), book(offer, "D")
    cancel(first.registration)
    request_and_confirm(offer, "F")
    assert states(offer) == {"A": "cancelled", "D": "offered", "F": "waitlisted"}


def test_i7_free_place_behind_a_party_that_does_not_fit_is_not_for_newcomers():
    offer = make_offer(capacity=3)
    book(offer, "A", party_size=2)
    book(offer, "B", party_size=2)
    request_and_confirm(offer, "C")
    assert states(offer) == {"A": "confirmed", "B": "waitlisted", "C": "waitlisted"}
    offer.refresh_from_db()
    assert free(offer) == 1


def test_t4_smaller_party_passes_only_if_the_host_wants_it_and_the_larger_keeps_its_place():
    offer = make_offer(capacity=3, smaller_may_pass=True)
    first = book(offer, "A", party_size=2)
    larger = book(offer, "B", party_size=2)
    book(offer, "C")
    assert states(offer) == {"A": "confirmed", "B": "waitlisted", "C": "confirmed"}
    passed = LogEntry.objects.get(action="booking.passed_over")
    assert (passed.booking_number, passed.detail["reason"]) == (larger.pk, "party")
    cancel(first.registration)
    assert states(offer) == {"A": "cancelled", "B": "confirmed", "C": "confirmed"}
    assert_places_right(offer.occurrence)


def test_party_is_promoted_entirely_or_not_at_all():
    offer = make_offer(capacity=3)
    singles = [book(offer, name) for name in ("A", "B", "C")]
    book(offer, "D", party_size=2)
    book(offer, "E")
    cancel(singles[0].registration)
    assert states(offer) == {"A": "cancelled", "B": "confirmed", "C": "confirmed", "D": "waitlisted", "E": "waitlisted"}
    cancel(singles[1].registration)
    assert states(offer) == {"A": "cancelled", "B": "cancelled", "C": "confirmed", "D": "confirmed", "E": "waitlisted"}


@pytest.mark.parametrize("change", [{"closes_at": now() - timedelta(minutes=1)}, {}])
def test_i6_no_promotion_after_closing_or_for_a_cancelled_date(change):
    offer = make_offer(capacity=1)
    first = book(offer, "A")
    book(offer, "B")
    type(offer).objects.filter(pk=offer.pk).update(**change or {"order": 0})
    if not change:
        Occurrence.objects.update(state=Occurrence.State.CANCELLED)
    cancel(first.registration)
    assert states(offer) == {"A": "cancelled", "B": "waitlisted"}


def test_promotion_passes_over_who_has_another_round_at_that_time():
    occurrence = make_occurrence(kind="tech-tasting")
    one = make_round(occurrence, "Brille", capacity=1)
    other = make_round(occurrence, "Drucker", after=60, capacity=5)
    first = book(one, "A")
    second = book(one, "B")
    book(one, "C")
    Booking.objects.create(
        registration=second.registration, person=second.person, offer=other, state="confirmed", party_size=1
    )
    type(other).objects.filter(pk=other.pk).update(
        seats_taken=1, starts_at=occurrence.starts_at, ends_at=occurrence.starts_at + timedelta(minutes=20)
    )
    cancel(first.registration)
    assert states(one) == {"A": "cancelled", "B": "waitlisted", "C": "confirmed"}
    assert LogEntry.objects.get(action="booking.passed_over").detail["reason"] == "overlap"


def test_i8_cancelling_is_possible_until_the_start_and_twice_changes_nothing():
    offer = make_offer(capacity=1)
    first, waiting = book(offer, "A"), book(offer, "B")
    start = offer.occurrence.starts_at
    cancel(waiting.registration, at=start - timedelta(seconds=1))
    assert cancel(waiting.registration, at=start) == []
    with pytest.raises(TooLate, match="schon begonnen"):
        cancel(first.registration, at=start)
    assert states(offer) == {"A": "confirmed", "B": "withdrawn"}
    before = list(Booking.objects.values()), Message.objects.count(), LogEntry.objects.count()
    assert cancel(waiting.registration) == []
    assert (list(Booking.objects.values()), Message.objects.count(), LogEntry.objects.count()) == before


def test_one_of_two_bookings_is_cancelled():
    occurrence = make_occurrence()
    one, other = make_offer(occurrence, title="Runde 1"), make_offer(occurrence, title="Runde 2")
    booked = register_verified(occurrence=occurrence, entry=entry("A"), offers=[one.pk, other.pk])
    assert [booking.offer for booking in cancel(booked.registration, offers=[other.pk])] == [other]
    assert (states(one), states(other)) == ({"A": "confirmed"}, {"A": "cancelled"})
    assert mails("a@example.org") == ["events.registered", "events.changed"]


def test_nothing_is_mailed_when_an_unconfirmed_sign_up_is_taken_back():
    offer = make_offer()
    cancel(request(offer, "A"))
    assert states(offer) == {"A": "withdrawn"}
    assert mails("a@example.org") == ["events.confirm_address"]


def test_x8_capacity_change():
    offer = make_offer(capacity=2)
    for name in "ABCDE":
        book(offer, name)
    promoted = set_capacity(offer, 4)
    assert [booking.registration.name for booking in promoted] == ["C", "D"]
    assert list(states(offer).values()) == ["confirmed"] * 4 + ["waitlisted"]
    with pytest.raises(TooFewPlaces, match="3 Personen") as refusal:
        set_capacity(offer, 1)
    assert refusal.value.affected == 3
    offer.refresh_from_db()
    assert (offer.capacity, offer.seats_taken) == (4, 4)
    assert_places_right(offer.occurrence)


def test_i9_lowering_to_what_is_taken_is_possible():
    offer = make_offer(capacity=4)
    book(offer, "A")
    assert set_capacity(offer, 1) == []
    offer.refresh_from_db()
    assert offer.capacity == 1


def test_unlimited_offer_empties_the_waiting_list():
    offer = make_offer(capacity=1)
    for name in "ABC":
        book(offer, name)
    set_capacity(offer, None)
    assert list(states(offer).values()) == ["confirmed"] * 3


def test_place_kept_for_a_request_is_gone_when_the_host_takes_it_away():
    offer = make_offer(capacity=2)
    book(offer, "A")
    second = request(offer, "B")
    set_capacity(offer, 1)
    confirm(second)
    assert states(offer) == {"A": "confirmed", "B": "waitlisted"}


def test_released_reserved_places_go_to_those_who_wait():
    offer = make_offer(capacity=3, reserved=2)
    for name in "ABC":
        book(offer, name)
    assert list(states(offer).values()) == ["confirmed", "waitlisted", "waitlisted"]
    release_reserved(offer)
    assert list(states(offer).values()) == ["confirmed"] * 3
    assert_places_right(offer.occurrence)


def test_promoting_again_promotes_nobody_twice():
    offer = make_offer(capacity=1)
    first = book(offer, "A")
    book(offer, "B")
    book(offer, "C")
    cancel(first.registration)
    with locked(offer.occurrence_id) as date:
        assert promote(date, date.offers[offer.pk]) == []
    assert states(offer) == {"A": "cancelled", "B": "confirmed", "C": "waitlisted"}


def offered_place():
    """Return the booking of somebody to whom a place is offered, at a date in two weeks."""
    offer = make_offer(capacity=1, policy="offer")
    first = book(offer, "A")
    waiting = book(offer, "B")
    cancel(first.registration)
    waiting.refresh_from_db()
    assert waiting.state == "offered"
    return waiting


def test_offered_place_is_not_taken_after_a_date_that_moved_nearer_has_begun():
    booking = offered_place()
    starts_at = now() + timedelta(hours=1)
    move(occurrence=booking.offer.occurrence, starts_at=starts_at, ends_at=starts_at + timedelta(hours=1))
    booking.refresh_from_db()
    with pytest.raises(PlaceRefused, match="schon begonnen"):
        accept(booking, at=starts_at)


def test_who_was_offered_a_place_hears_of_the_cancelled_date_and_of_no_deadline():
    booking = offered_place()
    call_off(occurrence=booking.offer.occurrence, reason="Sturm")
    with pytest.raises(PlaceRefused, match="abgesagt"):
        accept(booking)
    lapse_offers(at=now() + timedelta(days=3))
    booking.refresh_from_db()
    assert booking.state == "lapsed"
    assert mails("b@example.org")[-1] == "events.occurrence_cancelled"


def test_who_passes_a_larger_party_at_once_gets_one_mail():
    offer = make_offer(capacity=2, smaller_may_pass=True)
    book(offer, "A")
    book(offer, "B", party_size=2)
    request_and_confirm(offer, "C")
    assert states(offer) == {"A": "confirmed", "B": "waitlisted", "C": "confirmed"}
    assert mails("c@example.org") == ["events.confirm_address", "events.promoted"]
