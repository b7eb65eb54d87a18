"""I-1, I-3, I-4, I-5 and I-7 after any sequence of acts: hypothesis looks for one that breaks them."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils.timezone import now
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitalradar.accounts.models import Person
from digitalradar.core.errors import DomainError
from digitalradar.events import emails
from digitalradar.events.models import Booking, LogEntry, Occurrence, Offer, Registration
from digitalradar.events.models.booking import ACTIVE
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.capacity import set_capacity
from digitalradar.events.services.changing import change
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.due import lapse_requests, release_kept
from digitalradar.events.services.erasing import erase
from digitalradar.events.services.holding import hold
from digitalradar.events.services.places import locked
from digitalradar.events.services.signing_up import register_verified, sign_up
from digitalradar.events.services.waiting_list import accept, decline, lapse_offers, promote, queue
from tests.factories.events import assert_places_right, entry, make_occurrence, make_offer

pytestmark = pytest.mark.django_db
NAMES = "ABCDEF"
ACTS = ("request", "confirm", "enter", "reserve", "cancel", "cancel", "grow", "capacity", "accept", "decline")
ACTS += ("hold", "erase", "wait", "wait")
act = st.tuples(st.sampled_from(ACTS), st.sampled_from(NAMES), st.integers(1, 4))


class Story:
    """One offer, some people, and a clock that only goes forward."""

    def __init__(self, **fields) -> None:
        self.offer = make_offer(make_occurrence(starts_at=now() + timedelta(days=60)), **fields)
        self.occurrence = self.offer.occurrence
        self.at = now()

    def do(self, what: str, name: str, number: int) -> None:
        self.at += timedelta(minutes=1)
        with suppress(DomainError):  # refusals are part of the story
            getattr(self, what)(name, number)

    def own(self, name: str) -> Registration | None:
        return Registration.objects.filter(person__email=f"{name.lower()}@example.org").order_by("-pk").first()

    def request(self, name: str, number: int) -> None:
        sign_up(occurrence=self.occurrence, entry=entry(name, party_size=number), at=self.at)

    def enter(self, name: str, number: int) -> None:
        register_verified(occurrence=self.occurrence, entry=entry(name, party_size=number), at=self.at)

    def reserve(self, name: str, number: int) -> None:
        register_verified(occurrence=self.occurrence, entry=entry(name, party_size=number), reserved=True, at=self.at)

    def hold(self, _name: str, number: int) -> None:
        hold(occurrence=self.occurrence, offers=[self.offer.pk], party_size=number, at=self.at)

    def capacity(self, name: str, number: int) -> None:
        set_capacity(self.offer, number + NAMES.index(name), reserved=number // 3, at=self.at)

    def wait(self, _name: str, number: int) -> None:
        self.at += timedelta(hours=[0, 1, 12, 30, 80][number])
        release_kept(self.at)
        lapse_offers(self.at)
        lapse_requests(self.at)

    def confirm(self, name: str, _number: int) -> None:
        if mine := self.own(name):
            confirm(mine, at=self.at)

    def cancel(self, name: str, _number: int) -> None:
        if mine := self.own(name):
            cancel(mine, at=self.at)

    def grow(self, name: str, number: int) -> None:
        if mine := self.own(name):
            change(mine, party_size=number, at=self.at)

    def erase(self, name: str, _number: int) -> None:
        if mine := self.own(name):
            erase(mine, at=self.at)

    def accept(self, name: str, _number: int) -> None:
        if (mine := self.own(name)) and (booking := mine.bookings.first()):
            accept(booking, at=self.at)

    def decline(self, name: str, _number: int) -> None:
        if (mine := self.own(name)) and (booking := mine.bookings.first()):
            decline(booking, at=self.at)

    def check(self) -> None:
        """Hold the rows against the invariants."""
        assert_places_right(self.occurrence)
        active = Booking.objects.filter(state__in=ACTIVE).exclude(person=None).values_list("person", flat=True)
        assert len(active) == len(set(active)), "I-3: two active bookings of one person"
        with locked(self.occurrence.pk, at=self.at) as date:
            offer = date.offers[self.offer.pk]
            first = queue(offer).first()
            overdue = Booking.objects.filter(state__in=["requested", "held"], held_until__lte=self.at)
            if first is not None and not overdue.exists():
                assert not date.has_room(offer, first.party_size), "I-5: a place is free and the first one waits"
            assert promote(date, offer) == [] or first is not None


@pytest.mark.database
@pytest.mark.slow
@given(
    parties=st.lists(st.integers(1, 3), min_size=3, max_size=6),
    acts=st.lists(act, min_size=1, max_size=12),
    policy=st.sampled_from(Offer.Policy.values),
    passing=st.booleans(),
)
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_invariants_hold_after_any_sequence_of_acts(monkeypatch, parties, acts, policy, passing):
    for mail in ("confirm_address", "registered", "waiting", "promoted", "place_offered", "offer_lapsed"):
        monkeypatch.setattr(emails, mail, lambda *_about: None)  # what they say is tested elsewhere
    for mail in ("changed", "cancelled", "already_registered"):
        monkeypatch.setattr(emails, mail, lambda *_about: None)
    for model in (LogEntry, Booking, Registration, Offer, Occurrence, Person):
        model.objects.all().delete()
    story = Story(capacity=4, policy=policy, smaller_may_pass=passing, max_party=4)
    come = [("enter", name, persons) for name, persons in zip(NAMES, parties, strict=False)]
    for what, name, number in come + acts:
        story.do(what, name, number)
        story.check()
