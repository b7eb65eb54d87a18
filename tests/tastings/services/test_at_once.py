"""T6: sixty people with three wishes each, at once, on stations that share equipment."""

import random
from itertools import combinations

import pytest
from django.db.models import Q

from digitalradar.events.models import Booking
from digitalradar.events.rules.places import overlap
from digitalradar.events.services.conditions import PlaceRefused
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.signing_up import sign_up
from digitalradar.tastings.models import Equipment, Round, Slot
from digitalradar.tastings.rules.equipment import find_clash
from digitalradar.tastings.rules.timetable import lay_out
from digitalradar.tastings.services.choosing import keep_rounds
from digitalradar.tastings.services.equipment import uses_of
from digitalradar.tastings.services.planning import set_plan, set_slots
from tests.assessments.together import together
from tests.factories.events import assert_places_right, entry, seats
from tests.factories.tastings import BREAK, make_equipment, make_station, make_tasting_date

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]
PEOPLE, WISHES, SEATS, WORKERS = 60, 3, 3, 12
STATIONS, ROUNDS = 5, 6


def shared_plan():
    """Return a tasting whose last two stations share one headset and so take turns."""
    occurrence = make_tasting_date()
    headset = make_equipment()
    shared = [STATIONS - 1, STATIONS]
    stations = [
        make_station(occurrence, f"Station {number}", order=number, equipment=[headset] if number in shared else [])
        for number in range(1, STATIONS + 1)
    ]
    set_slots(occurrence=occurrence, parts=lay_out(rounds=ROUNDS, minutes=25, pause=BREAK))
    rounds = list(Slot.objects.filter(kind="round"))
    turns = {(stations[-1].pk, slot.pk) for slot in rounds[::2]} | {(stations[-2].pk, slot.pk) for slot in rounds[1::2]}
    everywhere = {(station.pk, slot.pk): SEATS for station in stations[:-2] for slot in rounds}
    set_plan(occurrence=occurrence, seats=everywhere | dict.fromkeys(turns, SEATS))
    return occurrence


def wishes_of(number: int, rounds: list[Round]) -> list[int]:
    """Return three offers of one person; half of the people ask for two at the same time, too."""
    chance = random.Random(number)
    chosen: dict[int, Round] = {}
    while len(chosen) < WISHES:
        cell = chance.choice(rounds)
        chosen.setdefault(cell.slot_id, cell)
    return [cell.offer_id for cell in chosen.values()]


def test_t6_sixty_people_with_three_wishes_at_once():
    occurrence = shared_plan()
    rounds = list(Round.objects.order_by("pk"))

    def one(number: int) -> None:
        name, wishes = f"Person {number}", wishes_of(number, rounds)
        held = keep_rounds(occurrence=occurrence, places=wishes)
        registration = sign_up(occurrence=occurrence, entry=entry(name), offers=wishes, hold=held.shell).registration
        if number % 2:
            same_time = [cell.offer_id for cell in rounds if cell.slot_id == Round.objects.get(offer=wishes[0]).slot_id]
            with pytest.raises(PlaceRefused, match="zur selben Zeit"):
                keep_rounds(occurrence=occurrence, places=same_time[:2])
        confirm(registration)

    def some(first: int) -> None:
        for number in range(first, PEOPLE, WORKERS):
            one(number)

    together(*[lambda first=first: some(first) for first in range(WORKERS)])

    assert_places_right(occurrence)
    offers = [cell.offer for cell in Round.objects.select_related("offer")]
    assert max(seats(offer) for offer in offers) == SEATS
    confirmed = Booking.objects.filter(state="confirmed").select_related("offer")
    assert confirmed.count() + Booking.objects.filter(state="waitlisted").count() == PEOPLE * WISHES
    for registration in {booking.registration_id for booking in confirmed}:
        own = [booking.offer for booking in confirmed if booking.registration_id == registration]
        assert not any(overlap((a.starts_at, a.ends_at), (b.starts_at, b.ends_at)) for a, b in combinations(own, 2))
    units = dict(Equipment.objects.values_list("pk", "units"))
    assert len(list(uses_of(Q(), units))) == ROUNDS
    assert find_clash(uses_of(Q(), units), units) is None
