"""X1, X2 and X3 as they happen: many processes send forms to a running portal with two workers, at one moment."""

from urllib.parse import urlencode

import pytest
from django.core.signing import TimestampSigner
from django.urls import reverse

from digitalradar.events.forms.trap import SALT
from digitalradar.events.models import Booking, Registration
from digitalradar.events.services.links import personal_token
from digitalradar.events.services.waiting_list import position
from digitalradar.mail.models import Message
from tests.events.live import post_at_once, served
from tests.factories.events import assert_places_right, make_offer, request, seats

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow, pytest.mark.database]
PEOPLE, CAPACITY, TURNS = 20, 3, 10


def asked(number: int) -> tuple:
    """Return a date with one offer, and the addresses at which twenty people confirm; none has a kept place."""
    offer = make_offer(capacity=CAPACITY)
    registrations = [request(offer, f"Person {number} {person}") for person in range(PEOPLE)]
    Booking.objects.filter(offer=offer).update(held_until=None)
    return offer, [reverse("events:confirm", args=[personal_token(row)]) for row in registrations]


def test_x1_last_seats_against_a_running_portal():
    with served() as port:
        for turn in range(TURNS):
            offer, paths = asked(turn)
            assert post_at_once(port, paths) == [302] * PEOPLE
            states = sorted(Booking.objects.filter(offer=offer).values_list("state", flat=True))
            assert states == ["confirmed"] * CAPACITY + ["waitlisted"] * (PEOPLE - CAPACITY)
            waiting = Booking.objects.filter(offer=offer, state="waitlisted")
            assert sorted(map(position, waiting)) == list(range(1, PEOPLE - CAPACITY + 1))
            assert_places_right(offer.occurrence)
        x7_all_give_their_places_back(port, offer)
        x3_double_click(port)


def x7_all_give_their_places_back(port: int, offer) -> None:
    """Three cancel at once: each place goes to one of those who waited longest."""
    seated = list(Registration.objects.filter(bookings__offer=offer, bookings__state="confirmed"))
    waiting = sorted(Booking.objects.filter(offer=offer, state="waitlisted"), key=position)
    paths = [reverse("events:cancel", args=[personal_token(registration)]) for registration in seated]
    assert post_at_once(port, paths * 2) == [302] * CAPACITY * 2
    assert set(Booking.objects.filter(offer=offer, state="confirmed")) == set(waiting[:CAPACITY])
    assert_places_right(offer.occurrence)


def x3_double_click(port: int) -> None:
    """The same form twelve times at once: one registration, one mail."""
    offer = make_offer()
    stamp = TimestampSigner(salt=SALT).sign(str(offer.occurrence.uid))
    form = {"name": "Ada Beispiel", "email": "ada@example.org", "since": stamp, "party_size": 1}
    path = reverse("events:sign_up", args=[offer.occurrence.slug])
    assert post_at_once(port, [f"{path}?{urlencode(form)}"] * 12) == [302] * 12
    assert Registration.objects.filter(occurrence=offer.occurrence).count() == 1
    assert Message.objects.filter(address="ada@example.org").count() == 1


def test_x2_control_against_a_running_portal():
    """With the guard off the same posts book too many: the test above tests something."""
    with served(EVENTS_UNGUARDED="1") as port:
        offer, paths = asked(0)
        post_at_once(port, paths)
    assert seats(offer) > CAPACITY
