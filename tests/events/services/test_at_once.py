"""Many people at the same moment, each with a connection of their own (X1, X2, X3, T6). Run on both databases.

The same with real processes against a running portal: tests/events/test_live_places.py.
"""

from itertools import pairwise

import pytest

from digitalradar.accounts.models import Person
from digitalradar.events.models import Booking, Registration
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.holding import hold
from digitalradar.events.services.signing_up import PlaceRefused, sign_up
from digitalradar.events.services.waiting_list import position
from digitalradar.mail.models import Message
from tests.assessments.together import together
from tests.factories.events import (
    assert_places_right,
    book,
    entry,
    make_occurrence,
    make_offer,
    make_round,
    request,
    seats,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]
PEOPLE = 20
CAPACITY = 3


def everybody_confirms(offer) -> None:
    """Twenty people, all of them asked and none with a kept place, confirm at once."""
    registrations = [request(offer, f"Person {number}") for number in range(PEOPLE)]
    Booking.objects.update(held_until=None)
    together(*[lambda registration=registration: confirm(registration) for registration in registrations])


@pytest.mark.parametrize("_turn", range(10))
def test_x1_last_seats(_turn):
    offer = make_offer(capacity=CAPACITY)
    everybody_confirms(offer)
    found = sorted(Booking.objects.values_list("state", flat=True))
    assert found == ["confirmed"] * CAPACITY + ["waitlisted"] * (PEOPLE - CAPACITY)
    positions = sorted(position(booking) for booking in Booking.objects.filter(state="waitlisted"))
    assert positions == list(range(1, PEOPLE - CAPACITY + 1))
    assert_places_right(offer.occurrence)


def test_x2_control(settings):
    """With the guard off and a pause after the check there are too many: X1 tests something."""
    settings.EVENTS_UNGUARDED = True
    offer = make_offer(capacity=CAPACITY)
    everybody_confirms(offer)
    assert seats(offer) > CAPACITY


def test_x3_double_click():
    offer = make_offer()
    answers = together(*[lambda: sign_up(occurrence=offer.occurrence, entry=entry("A"), offers=[offer.pk])] * 4)
    assert sorted(answer.is_new for answer in answers) == [False, False, False, True]
    assert len({answer.registration.pk for answer in answers}) == 1
    assert (Registration.objects.count(), Booking.objects.count(), Person.objects.count()) == (1, 1, 1)
    assert list(Message.objects.values_list("kind", flat=True)) == ["events.confirm_address"]


def test_x3_confirming_and_cancelling_twice_at_once():
    offer = make_offer()
    registration = request(offer, "A")
    together(*[lambda: confirm(registration)] * 3)
    together(*[lambda: cancel(registration)] * 3)
    assert list(Message.objects.order_by("pk").values_list("kind", flat=True)) == [
        "events.confirm_address",
        "events.registered",
        "events.cancelled",
    ]
    assert_places_right(offer.occurrence)


def test_person_at_two_dates_at_once_is_one_person():
    offers = [make_offer() for _number in range(4)]
    together(*[lambda offer=offer: request(offer, "A") for offer in offers])
    assert (Person.objects.count(), Registration.objects.count()) == (1, 4)


def test_last_seat_is_held_once():
    occurrence = make_occurrence(kind="tech-tasting")
    offer = make_round(occurrence, "Brille", capacity=1)
    shells = together(*[lambda: hold(occurrence=occurrence, offers=[offer.pk])] * 6)
    assert sorted(shell.bookings.count() for shell in shells) == [0, 0, 0, 0, 0, 1]


def test_places_freed_at_once_each_promote_one():
    offer = make_offer(capacity=4)
    seated = [book(offer, f"Seated {number}").registration for number in range(4)]
    for number in range(6):
        book(offer, f"Waiting {number}")
    together(*[lambda registration=registration: cancel(registration) for registration in seated])
    waiting = Booking.objects.filter(registration__name__startswith="Waiting").order_by("pk")
    assert list(waiting.values_list("state", flat=True)) == ["confirmed"] * 4 + ["waitlisted"] * 2
    assert Message.objects.filter(kind="events.promoted").count() == 4
    assert_places_right(offer.occurrence)


@pytest.mark.slow
def test_t6_sixty_people_with_three_wishes_each():
    """No seat too many, nobody in two rounds at once; each wish is booked or waits."""
    occurrence = make_occurrence(kind="tech-tasting")
    stations = [
        [make_round(occurrence, f"Station {station} um {slot}", after=30 * slot, capacity=3) for slot in range(4)]
        for station in range(6)
    ]

    def wishes(person: int) -> list[int]:
        if person % 5 == 0:  # they try for two rounds at the same time
            return [stations[person % 6][0].pk, stations[(person + 1) % 6][0].pk, stations[person % 6][2].pk]
        return [stations[(person + slot) % 6][(person + slot) % 4].pk for slot in range(3)]

    def one(person: int) -> bool:
        try:
            asked = sign_up(occurrence=occurrence, entry=entry(f"Person {person}"), offers=wishes(person))
        except PlaceRefused:
            return False
        confirm(asked.registration)
        return True

    def several(people: range) -> list[bool]:
        return [one(person) for person in people]

    came = [
        in_ for group in together(*[lambda n=n: several(range(n * 5, n * 5 + 5)) for n in range(12)]) for in_ in group
    ]
    assert (came.count(True), came.count(False)) == (48, 12)
    assert Booking.objects.count() == 48 * 3
    assert set(Booking.objects.values_list("state", flat=True)) <= {"confirmed", "waitlisted"}
    assert_places_right(occurrence)
    for registration in Registration.objects.all():
        mine = registration.bookings.order_by("offer__starts_at").select_related("offer")
        assert all(before.offer.ends_at <= after.offer.starts_at for before, after in pairwise(mine))
