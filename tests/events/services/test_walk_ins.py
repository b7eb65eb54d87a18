"""T-3: people at the door, and places nobody claims."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.signing_up import PlaceRefused
from digitalradar.events.services.walk_ins import release_unclaimed, walk_in
from digitalradar.mail.models import Message
from tests.factories.events import assert_places_right, book, entry, make_occurrence, make_offer, make_round, states

pytestmark = pytest.mark.django_db


def begin(offer: Offer, minutes: int = 0) -> None:
    """Let the date have begun so many minutes ago."""
    starts_at = now() - timedelta(minutes=minutes)
    times = {"starts_at": starts_at, "ends_at": starts_at + timedelta(hours=2)}
    Occurrence.objects.filter(pk=offer.occurrence_id).update(**times)
    offer.occurrence.refresh_from_db()


def test_walk_in_gets_a_free_place_without_a_mail():
    offer = make_offer(capacity=2)
    begin(offer)
    booking = walk_in(offer=offer, entry=entry("A", email=""))
    assert (booking.state, booking.registration.source) == ("confirmed", "walk_in")
    assert arrive(booking.registration, way="walk_in").is_new
    assert states(offer) == {"A": "attended"}
    assert not Message.objects.exists()
    assert_places_right(offer.occurrence)


def test_walk_ins_are_not_entered_days_before():
    with pytest.raises(PlaceRefused, match="wenn der Termin beginnt"):
        walk_in(offer=make_offer(), entry=entry())


def test_t3_unclaimed_seats_go_to_walk_ins_in_queue_order():
    offer = make_offer(capacity=3)
    here, late, later = (book(offer, name) for name in ("Here", "Late", "Later"))
    book(offer, "Waiting")
    begin(offer, 9)
    arrive(here.registration)
    for name in ("W1", "W2", "W3"):
        walk_in(offer=offer, entry=entry(name, email=""))
    with pytest.raises(PlaceRefused, match="10 Minuten"):
        release_unclaimed(offer)
    begin(offer, 10)
    assert [booking.registration.name for booking in release_unclaimed(offer)] == ["W1", "W2"]
    assert states(offer) == {
        "Here": "attended",
        "Late": "lapsed",
        "Later": "lapsed",
        "Waiting": "waitlisted",
        "W1": "confirmed",
        "W2": "confirmed",
        "W3": "waitlisted",
    }
    assert {late.pk, later.pk} == set(offer.bookings.filter(state="lapsed").values_list("pk", flat=True))
    assert release_unclaimed(offer) == []
    assert_places_right(offer.occurrence)


def test_only_as_many_places_are_taken_back_as_walk_ins_need():
    offer = make_offer(capacity=2)
    book(offer, "First")
    book(offer, "Second")
    begin(offer, 15)
    walk_in(offer=offer, entry=entry("W1", email=""))
    release_unclaimed(offer)
    assert states(offer) == {"First": "confirmed", "Second": "lapsed", "W1": "confirmed"}


@pytest.mark.parametrize(("may_pass", "admitted"), [(False, []), (True, ["W2"])])
def test_party_of_walk_ins_gets_all_places_or_none(may_pass, admitted):
    offer = make_offer(capacity=2, smaller_may_pass=may_pass)
    here = book(offer, "Here")
    book(offer, "Late")
    begin(offer, 15)
    arrive(here.registration)
    walk_in(offer=offer, entry=entry("W1", email="", party_size=2))
    walk_in(offer=offer, entry=entry("W2", email=""))
    assert [booking.registration.name for booking in release_unclaimed(offer)] == admitted
    assert states(offer)["Late"] == ("lapsed" if may_pass else "confirmed")


def test_before_the_beginning_the_waiting_list_comes_first():
    offer = make_offer(capacity=2)
    book(offer, "A")
    book(offer, "B", party_size=2)
    begin(offer, -60)
    assert walk_in(offer=offer, entry=entry("W", email="")).state == "waitlisted"
    begin(offer)
    assert walk_in(offer=offer, entry=entry("X", email="")).state == "waitlisted"
    Offer.objects.filter(pk=offer.pk).update(smaller_may_pass=False)
    begin(offer, 10)
    assert [booking.registration.name for booking in release_unclaimed(offer)] == ["W", "X"]


def test_somebody_registered_keeps_the_booking():
    offer = make_offer(capacity=2)
    booked = book(offer, "A")
    begin(offer)
    assert walk_in(offer=offer, entry=entry("A")) == booked


def test_registered_person_walks_into_another_round_but_not_at_the_same_time():
    occurrence = make_occurrence(kind="tech-tasting", starts_at=now() + timedelta(minutes=30))
    one, same, later = (make_round(occurrence, title, after=after) for title, after in [("A", 0), ("B", 0), ("C", 30)])
    booked = book(one, "Ada")
    with pytest.raises(PlaceRefused, match="zur selben Zeit"):
        walk_in(offer=same, entry=entry("Ada"))
    assert walk_in(offer=later, entry=entry("Ada")).registration == booked.registration
