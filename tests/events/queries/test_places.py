"""What everybody is told of places, with one query however many offers there are, and when kept pages are forgotten."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.queries.places import all_shown, places_shown
from digitalradar.events.rules.places import Shown
from digitalradar.events.services import places
from tests.factories.events import book, make_occurrence, make_offer, request

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 3])
def test_offers_are_counted_with_one_query(number, django_assert_num_queries):
    for _number in range(number):
        book(make_offer(capacity=1))
    offers = list(Offer.objects.select_related("occurrence"))
    with django_assert_num_queries(1):
        assert set(all_shown(offers).values()) == {Shown.WAITING}


def test_places_pass_from_free_to_waiting_and_back():
    offer = make_offer(capacity=4)
    told = []
    for name in "ABCDE":
        book(offer, name)
        offer.refresh_from_db()
        told.append(places_shown(offer))
    assert told == [Shown.FREE, Shown.FEW, Shown.FEW, Shown.WAITING, Shown.WAITING]


def test_kept_place_is_not_free_until_its_time_is_over():
    offer = make_offer(capacity=1, policy="off")
    moment = now()
    request(offer, at=moment)
    assert places_shown(offer, moment) == Shown.FULL
    assert places_shown(offer, moment + timedelta(minutes=30)) == Shown.FREE


@pytest.mark.parametrize(
    ("date_fields", "offer_fields", "told"),
    [
        ({"starts_at": now() - timedelta(minutes=1)}, {}, Shown.PAST),
        ({"state": Occurrence.State.CANCELLED}, {}, Shown.CLOSED),
        ({"publish_at": now() + timedelta(days=1)}, {}, Shown.NOT_YET),
        ({}, {"opens_at": now() + timedelta(days=1)}, Shown.NOT_YET),
        ({}, {"closes_at": now() - timedelta(days=1)}, Shown.CLOSED),
        ({}, {"starts_at": now() - timedelta(minutes=1)}, Shown.PAST),
        ({}, {"capacity": None}, Shown.FREE),
    ],
)
def test_what_is_not_open_says_why(date_fields, offer_fields, told):
    assert places_shown(make_offer(make_occurrence(**date_fields), **offer_fields)) == told


def test_kept_pages_are_forgotten_only_when_they_would_tell_something_else(monkeypatch):
    forgotten = []
    monkeypatch.setattr(places, "forget", lambda *tags: forgotten.append(tags))
    offer = make_offer(capacity=12)
    both = ("events", f"event:{offer.occurrence_id}")
    for number in range(8):
        book(offer, f"Person {number}")
    assert forgotten == []
    book(offer, "Person 9")
    assert forgotten == [both]
    book(offer, "Person 10", party_size=3)
    assert forgotten == [both, both]
    book(offer, "Person 11")
    assert forgotten == [both, both]
