"""Signing up: who asks, who is in already, and what nobody can sign up for."""

from datetime import timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core.tokens import hash_token
from digitalradar.events.models import Booking, LogEntry, Occurrence, Registration
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.confirming import confirm
from digitalradar.events.services.links import personal_token
from digitalradar.events.services.signing_up import PlaceRefused, register_verified, sign_up
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


def kinds_of_mail() -> list[str]:
    return list(Message.objects.order_by("pk").values_list("kind", flat=True))


def test_sign_up_keeps_a_place_and_asks_for_confirmation():
    offer = make_offer(capacity=1)
    moment = now()
    registration = request(offer, organisation="Beispiel GmbH", at=moment)
    booking = registration.bookings.get()
    assert (booking.state, booking.held_until) == ("requested", moment + timedelta(minutes=30))
    assert registration.token_hash == hash_token(personal_token(registration))
    assert (registration.name, registration.organisation, registration.confirmed_at) == (
        "Ada Beispiel",
        "Beispiel GmbH",
        None,
    )
    assert Person.objects.values_list("email", "name", "verified_at").get() == ("ada.beispiel@example.org", "", None)
    assert kinds_of_mail() == ["events.confirm_address"]
    offer.refresh_from_db()
    assert offer.seats_taken == 0


def test_confirming_gives_the_kept_place():
    offer = make_offer(capacity=1)
    registration = request_and_confirm(offer)
    assert states(offer) == {"Ada Beispiel": "confirmed"}
    assert registration.confirmed_at is not None
    assert Person.objects.get().name == "Ada Beispiel"
    assert kinds_of_mail() == ["events.confirm_address", "events.registered"]
    assert_places_right(offer.occurrence)


def test_confirming_twice_changes_nothing():
    offer = make_offer()
    registration = request_and_confirm(offer)
    before = list(Booking.objects.values()), list(LogEntry.objects.values()), kinds_of_mail()
    assert [booking.state for booking in confirm(registration)] == ["confirmed"]
    assert (list(Booking.objects.values()), list(LogEntry.objects.values()), kinds_of_mail()) == before


def test_place_kept_for_one_is_not_free_for_another():
    offer = make_offer(capacity=1)
    request(offer, "Erste Person")
    request_and_confirm(offer, "Zweite Person")
    assert states(offer) == {"Erste Person": "requested", "Zweite Person": "waitlisted"}


def test_kept_place_is_given_away_when_its_time_is_over():
    offer = make_offer(capacity=1)
    moment = now()
    first = request(offer, "Erste Person", at=moment)
    book(offer, "Zweite Person", at=moment + timedelta(minutes=31))
    confirm(first, at=moment + timedelta(minutes=32))
    assert states(offer) == {"Erste Person": "waitlisted", "Zweite Person": "confirmed"}


def test_second_sign_up_leaves_the_first_as_it_is():
    offer = make_offer(max_party=4)
    first = request(offer, at=now() - timedelta(minutes=5))
    again = sign_up(occurrence=offer.occurrence, entry=entry(party_size=3, organisation="Andere"), offers=[offer.pk])
    assert (again.registration.pk, again.is_new) == (first.pk, False)
    assert Registration.objects.values_list("party_size", "organisation").get() == (1, "")
    assert kinds_of_mail() == ["events.confirm_address", "events.already_registered"]


def test_second_sign_up_for_another_offer_of_the_date_is_the_same_registration():
    occurrence = make_occurrence()
    one, other = make_offer(occurrence, title="Runde 1"), make_offer(occurrence, title="Runde 2")
    request(one)
    assert sign_up(occurrence=occurrence, entry=entry(), offers=[other.pk]).is_new is False
    assert Booking.objects.get().offer == one


def test_who_cancelled_can_sign_up_again():
    offer = make_offer()
    cancel(request_and_confirm(offer))
    request_and_confirm(offer)
    assert list(Booking.objects.order_by("pk").values_list("state", flat=True)) == ["cancelled", "confirmed"]
    assert_places_right(offer.occurrence)


@pytest.mark.parametrize(
    ("date_fields", "offer_fields", "said"),
    [
        ({"starts_at": now() - timedelta(minutes=1)}, {}, "schon begonnen"),
        ({"state": Occurrence.State.CANCELLED}, {}, "abgesagt"),
        ({"state": Occurrence.State.CLOSED}, {}, "geschlossen"),
        ({"state": Occurrence.State.DRAFT, "publish_at": None}, {}, "noch nicht begonnen"),
        ({"publish_at": now() + timedelta(days=1)}, {}, "noch nicht begonnen"),
        ({}, {"opens_at": now() + timedelta(days=1)}, "noch nicht begonnen"),
        ({}, {"closes_at": now() - timedelta(hours=1)}, "geschlossen"),
        ({}, {"max_party": 1}, "nur ein Platz"),
        ({}, {"max_party": 2}, None),
    ],
)
def test_x10_past_event_and_other_dates_that_are_not_open(date_fields, offer_fields, said):
    offer = make_offer(make_occurrence(**date_fields), **offer_fields)
    if said is None:
        assert request(offer, party_size=2).pk
        return
    with pytest.raises(PlaceRefused, match=said):
        request(offer, party_size=2)
    assert not Registration.objects.exists()
    assert not Person.objects.exists()
    assert not Message.objects.exists()


def test_full_without_waiting_list_is_refused():
    offer = make_offer(capacity=2, policy="off")
    book(offer, "Erste Person")
    with pytest.raises(PlaceRefused, match="So viele Plätze"):
        request(offer, "Zweite Person", party_size=2)
    request(offer, "Dritte Person")
    with pytest.raises(PlaceRefused, match="Der letzte Platz war gerade weg"):
        request(offer, "Vierte Person")
    assert states(offer) == {"Erste Person": "confirmed", "Dritte Person": "requested"}


def test_place_gone_at_the_confirmation_without_waiting_list_is_said_and_kept():
    offer = make_offer(capacity=1, policy="off")
    moment = now()
    first = request(offer, "Erste Person", at=moment)
    book(offer, "Zweite Person", at=moment + timedelta(hours=1))
    with pytest.raises(PlaceRefused, match="Der letzte Platz"):
        confirm(first, at=moment + timedelta(hours=2))
    assert states(offer) == {"Erste Person": "lapsed", "Zweite Person": "confirmed"}
    with pytest.raises(PlaceRefused, match="gilt nicht mehr"):
        confirm(first, at=moment + timedelta(hours=3))


def test_confirming_after_the_beginning_is_refused():
    offer = make_offer()
    registration = request(offer)
    with pytest.raises(PlaceRefused, match="schon begonnen"):
        confirm(registration, at=offer.occurrence.starts_at)
    assert states(offer) == {"Ada Beispiel": "requested"}


def test_firm_gets_no_more_places_than_the_host_wants():
    offer = make_offer(capacity=10, max_per_organisation=2)
    book(offer, "Erste Person", organisation="Beispiel GmbH")
    with pytest.raises(PlaceRefused, match="Aus einem Betrieb"):
        book(offer, "Zweite Person", organisation=" beispiel  gmbh ", party_size=2)
    book(offer, "Dritte Person", organisation="beispiel GmbH")
    book(offer, "Vierte Person", organisation="")
    book(offer, "Fünfte Person", organisation="")
    assert len(states(offer)) == 4


def test_t1_nobody_in_two_stations_at_once():
    occurrence = make_occurrence(kind="tech-tasting")
    brille, drucker = make_round(occurrence, "Brille"), make_round(occurrence, "Drucker", after=20)
    later = make_round(occurrence, "Sensoren", after=45)
    with pytest.raises(PlaceRefused, match="„Brille“ und „Drucker“ sind zur selben Zeit"):
        sign_up(occurrence=occurrence, entry=entry(), offers=[brille.pk, drucker.pk])
    both = sign_up(occurrence=occurrence, entry=entry(), offers=[later.pk, brille.pk])
    assert [booking.offer for booking in confirm(both.registration)] == [brille, later]


def test_offers_of_another_date_cannot_be_chosen():
    mine, other = make_offer(), make_offer()
    with pytest.raises(PlaceRefused, match="wählen Sie aus"):
        sign_up(occurrence=mine.occurrence, entry=entry(), offers=[mine.pk, other.pk])


def test_without_a_choice_the_date_itself_is_booked():
    occurrence = make_occurrence()
    make_offer(occurrence, title="Vortrag")
    whole = make_offer(occurrence)
    registration = sign_up(occurrence=occurrence, entry=entry()).registration
    assert registration.bookings.get().offer == whole


def test_date_that_is_gone_is_not_there():
    occurrence = make_occurrence()
    Occurrence.objects.all().delete()
    with pytest.raises(ObjectDoesNotExist):
        sign_up(occurrence=occurrence, entry=entry())


def test_host_enters_a_guest_into_a_reserved_place():
    offer = make_offer(capacity=2, reserved=1)
    book(offer, "Erste Person")
    assert book(offer, "Zweite Person").state == "waitlisted"
    register_verified(occurrence=offer.occurrence, entry=entry("Gast Beispiel"), reserved=True)
    assert states(offer) == {"Erste Person": "confirmed", "Zweite Person": "waitlisted", "Gast Beispiel": "confirmed"}
    assert_places_right(offer.occurrence)


def test_cancelled_guest_leaves_the_reserved_place_reserved():
    offer = make_offer(capacity=2, reserved=1)
    guest = register_verified(occurrence=offer.occurrence, entry=entry("Gast Beispiel"), reserved=True).registration
    book(offer, "Erste Person")
    book(offer, "Zweite Person")
    cancel(guest)
    assert states(offer) == {"Gast Beispiel": "cancelled", "Erste Person": "confirmed", "Zweite Person": "waitlisted"}
    assert_places_right(offer.occurrence)


def test_host_enters_somebody_without_an_address():
    offer = make_offer()
    signed_up = register_verified(occurrence=offer.occurrence, entry=entry(email=""))
    assert (signed_up.registration.person, signed_up.registration.source) == (None, "host")
    assert states(offer) == {"Ada Beispiel": "confirmed"}
    assert not Message.objects.exists()


def test_log_holds_no_name():
    offer = make_offer()
    request_and_confirm(offer, organisation="Beispiel GmbH")
    cancel(Registration.objects.get())
    actions = list(LogEntry.objects.values_list("action", flat=True))
    assert actions == ["registration.requested", "registration.confirmed", "booking.cancelled"]
    assert "Beispiel" not in str(list(LogEntry.objects.values("detail")))


def test_who_pressed_twice_at_the_last_place_is_not_refused():
    offer = make_offer(capacity=1, policy="off")
    first = request(offer)
    assert request(offer) == first
    with pytest.raises(PlaceRefused):
        request(offer, at=now() + timedelta(minutes=3))
    assert kinds_of_mail() == ["events.confirm_address"]
