"""The stations of a tech tasting of the example year, and who booked which round."""

from collections.abc import Sequence
from typing import Any

from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.events.models import Occurrence, Offer
from digitalradar.tastings.models import Equipment, Interest, Slot, Station
from digitalradar.tastings.rules.timetable import Part, lay_out
from digitalradar.tastings.services.planning import save_station, set_plan, set_slots

from .guests import Crowd, seat
from .people import guest

FIRST_GUEST = 7


def add_stations(occurrence: Occurrence, facts: dict[str, Any], people: dict[str, Person]) -> None:
    """Plan stations and rounds and let people book; each guest has one round, so nobody is in two places."""
    equipment = {
        told["name"]: Equipment.objects.get_or_create(name=told["name"], defaults={**told, "is_example": True})[0]
        for told in facts["equipment"]
    }
    pause = Part(facts["pause"]["after"], facts["pause"]["minutes"], facts["pause"]["title"])
    for order, told in enumerate(facts["stations"]):
        fields = {name: value for name, value in told.items() if name != "equipment"}
        needed = [equipment[name] for name in told.get("equipment", [])]
        save_station(station=Station(occurrence=occurrence, order=order, **fields), equipment=needed)
    set_slots(occurrence=occurrence, parts=lay_out(rounds=facts["rounds"], minutes=facts["minutes"], pause=pause))
    slots = Slot.objects.filter(occurrence=occurrence, kind=Slot.Kind.ROUND)
    stations = list(Station.objects.filter(occurrence=occurrence))
    set_plan(occurrence=occurrence, seats={(one.pk, slot.pk): facts["seats"] for one in stations for slot in slots})
    offers = Offer.objects.filter(occurrence=occurrence).select_related("occurrence").order_by("starts_at", "order")
    _book(list(offers), facts, people)
    Interest.objects.bulk_create(
        Interest(occurrence=occurrence, station=stations[number % len(stations)], created_at=now())
        for number in range(facts["interest"])
    )


def _book(offers: Sequence[Offer], facts: dict[str, Any], people: dict[str, Person]) -> None:
    """Let the first rounds fill as the plan says, one guest after the other."""
    number = FIRST_GUEST
    for offer, booked in zip(offers, facts["bookings"], strict=True):
        place = offers.index(offer)
        waiting = facts["waiting"][place] if place < len(facts["waiting"]) else 0
        crowd = Crowd(booked=booked, waiting=waiting)
        seat(offer, crowd, [guest(number + one) for one in range(crowd.total)], people)
        number += crowd.total
