"""Stations, rounds, equipment: what a host plans, and what the plan refuses (T-2, T2)."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.core.errors import DomainError
from digitalradar.events.models import Occurrence, Offer
from digitalradar.events.services.duplicating import duplicate
from digitalradar.events.services.editing import change_details
from digitalradar.events.services.publishing import publish
from digitalradar.events.services.rescheduling import move
from digitalradar.tastings.models import Round, Slot, Station
from digitalradar.tastings.rules.timetable import Part, lay_out
from digitalradar.tastings.services.equipment import EquipmentTwice
from digitalradar.tastings.services.planning import PlanRefused, delete_station, save_station, set_plan, set_slots
from tests.assessments.together import together
from tests.factories.events import book, make_offer
from tests.factories.tastings import (
    BREAK,
    fill,
    make_equipment,
    make_station,
    make_tasting,
    make_tasting_date,
    offer_of,
)

DRAFT = {"state": Occurrence.State.DRAFT, "publish_at": None, "mode": "online"}


def plan_of(occurrence: Occurrence) -> list[tuple[str, int, int | None]]:
    """Return station, minutes after the beginning and seats of each round."""
    begin = Occurrence.objects.get(pk=occurrence.pk).starts_at
    rounds = Round.objects.filter(station__occurrence=occurrence).select_related("offer", "station")
    return sorted(
        (cell.station.title, int((cell.offer.starts_at - begin).total_seconds() // 60), cell.offer.capacity)
        for cell in rounds
    )


@pytest.mark.django_db
def test_rounds_take_the_place_of_the_date_itself():
    occurrence = make_tasting_date()
    make_offer(occurrence, capacity=4)
    make_station(occurrence, "Cobot")
    set_slots(occurrence=occurrence, parts=lay_out(rounds=5, minutes=25, pause=BREAK))
    fill(occurrence, 4)
    assert plan_of(occurrence) == [("Cobot", after, 4) for after in (0, 25, 50, 100, 125)]
    assert list(occurrence.offers.filter(title="")) == []
    assert {(offer.is_exclusive, offer.policy) for offer in occurrence.offers.all()} == {(True, "automatic")}


@pytest.mark.django_db
def test_cells_are_opened_changed_and_struck():
    occurrence = make_tasting(1, 3)
    station, slots = Station.objects.get(), list(Slot.objects.all())
    waiting = [book(offer_of(occurrence), name) for name in ("A", "B", "C", "D")][-1]
    seats = {(station.pk, slots[0].pk): 4, (station.pk, slots[1].pk): None}
    set_plan(occurrence=occurrence, seats=seats)
    assert plan_of(occurrence) == [("Station 1", 0, 4), ("Station 1", 50, 3)]
    waiting.refresh_from_db()
    assert waiting.state == "confirmed"


@pytest.mark.django_db
def test_what_is_booked_is_not_struck():
    occurrence = make_tasting(1, 2)
    station, slot = Station.objects.get(), Slot.objects.first()
    book(offer_of(occurrence))
    with pytest.raises(PlanRefused, match="schon gebucht"):
        set_plan(occurrence=occurrence, seats={(station.pk, slot.pk): None})
    with pytest.raises(PlanRefused, match="schon gebucht"):
        delete_station(station=station)
    with pytest.raises(PlanRefused, match="schon etwas gebucht"):
        set_slots(occurrence=occurrence, parts=[Part(0, 10)])
    assert len(plan_of(occurrence)) == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("parts", "words"),
    [([Part(0, 25), Part(20, 25)], "überschneiden"), ([Part(0, 25), Part(230, 25)], "passen nicht")],
)
def test_slots_do_not_overlap_and_lie_within_the_date(parts, words):
    occurrence = make_tasting_date()
    with pytest.raises(PlanRefused, match=words):
        set_slots(occurrence=occurrence, parts=parts)
    assert not Slot.objects.exists()


@pytest.mark.django_db
def test_t2_shared_headset_at_eleven_is_refused_with_the_reason():
    occurrence = make_tasting_date(starts_at=now().replace(microsecond=0) + timedelta(days=9))
    headset = make_equipment("VR-Brille")
    stations = [make_station(occurrence, title, equipment=[headset]) for title in ("C", "D")]
    set_slots(occurrence=occurrence, parts=lay_out(rounds=2, minutes=25))
    first, second = Slot.objects.all()
    set_plan(occurrence=occurrence, seats={(stations[0].pk, first.pk): 3, (stations[1].pk, second.pk): 3})
    time = f"{occurrence.local_start:%H:%M}"
    with pytest.raises(EquipmentTwice, match=f"„VR-Brille“ gibt es nur einmal, am .* um {time} Uhr .* C, D"):
        set_plan(occurrence=occurrence, seats={(stations[1].pk, first.pk): 3})
    assert plan_of(occurrence) == [("C", 0, 3), ("D", 25, 3)]


@pytest.mark.django_db
def test_t2_two_headsets_serve_two_stations():
    occurrence = make_tasting_date()
    headset = make_equipment(units=2)
    for title in ("C", "D"):
        make_station(occurrence, title, equipment=[headset])
    set_slots(occurrence=occurrence, parts=[Part(0, 25)])
    fill(occurrence, 3)
    third = make_station(occurrence, "E")
    fill(occurrence, 3)
    with pytest.raises(EquipmentTwice, match="nur 2-mal"):
        save_station(station=third, equipment=[headset])
    assert list(third.equipment.all()) == []


def draft_with(headset, **fields) -> Occurrence:
    """Return a draft with one station that needs the headset."""
    occurrence = make_tasting_date(**({"starts_at": now().replace(microsecond=0) + timedelta(days=9)} | fields))
    make_station(occurrence, "Brille", equipment=[headset])
    set_slots(occurrence=occurrence, parts=[Part(0, 25)])
    fill(occurrence, 3)
    return occurrence


@pytest.mark.django_db
def test_t2_two_dates_that_want_the_same_headset():
    headset, begin = make_equipment(), now().replace(microsecond=0) + timedelta(days=9)
    first, second = (draft_with(headset, starts_at=begin, **DRAFT) for _number in range(2))
    publish(occurrence=first)
    with pytest.raises(EquipmentTwice, match="VR-Brille"):
        publish(occurrence=second)
    second.refresh_from_db()
    assert second.state == Occurrence.State.DRAFT
    change_details(occurrence=second, changes={"starts_at": begin + timedelta(minutes=25), "ends_at": second.ends_at})
    assert plan_of(second) == [("Brille", 0, 3)]
    publish(occurrence=second)
    with pytest.raises(EquipmentTwice):
        move(occurrence=second, starts_at=begin, ends_at=second.ends_at)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_t2_in_parallel_one_station_of_a_date_is_refused():
    occurrence = make_tasting_date()
    headset = make_equipment()
    stations = [make_station(occurrence, title, equipment=[headset]) for title in ("C", "D")]
    set_slots(occurrence=occurrence, parts=[Part(0, 25)])
    slot = Slot.objects.get()
    jobs = [
        lambda pk=station.pk: refused(set_plan, occurrence=occurrence, seats={(pk, slot.pk): 3}) for station in stations
    ]
    assert sorted(together(*jobs)) == [False, True]
    assert Round.objects.count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_t2_in_parallel_one_of_two_dates_is_published():
    headset, begin = make_equipment(), now().replace(microsecond=0) + timedelta(days=9)
    drafts = [draft_with(headset, starts_at=begin, **DRAFT) for _number in range(3)]
    assert sorted(together(*[lambda date=date: refused(publish, occurrence=date) for date in drafts])) == [
        False,
        True,
        True,
    ]
    assert Occurrence.objects.filter(state=Occurrence.State.PUBLISHED).count() == 1


def refused(act, **arguments) -> bool:
    try:
        act(**arguments)
    except EquipmentTwice:
        return True
    return False


@pytest.mark.django_db
def test_copy_has_stations_and_rounds_and_nobody_in_them():
    occurrence = make_tasting(2, 3, pause=Part(50, 10, "Pause"))
    Station.objects.first().equipment.add(make_equipment())
    book(offer_of(occurrence))
    copy = duplicate(occurrence=occurrence, starts_at=occurrence.starts_at + timedelta(days=30))
    assert plan_of(copy) == plan_of(occurrence)
    assert [slot.after for slot in copy.slots.all()] == [slot.after for slot in occurrence.slots.all()]
    assert sum(Offer.objects.filter(occurrence=copy).values_list("seats_taken", flat=True)) == 0
    assert [station.equipment.count() for station in copy.stations.all()] == [1, 0]


@pytest.mark.django_db
def test_new_name_of_a_station_is_that_of_its_rounds():
    occurrence = make_tasting(1, 1)
    station = Station.objects.get()
    station.title = "Neuer Name"
    save_station(station=station, equipment=[])
    assert offer_of(occurrence).title == "Neuer Name"


@pytest.mark.django_db
def test_fewer_seats_than_taken_are_refused():
    occurrence = make_tasting(1, 1)
    book(offer_of(occurrence), party_size=3)
    with pytest.raises(DomainError, match="1 Person hat schon"):
        fill(occurrence, 2)
