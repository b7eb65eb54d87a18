"""Changing a registration: fewer, more, other words, further offers."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Registration
from digitalradar.events.services.changing import book_more, change
from digitalradar.events.services.erasing import erase
from digitalradar.events.services.signing_up import CONSENT_VERSION, PlaceRefused
from digitalradar.mail.models import Message
from tests.factories.events import (
    assert_places_right,
    book,
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


def test_smaller_party_frees_places_for_those_who_wait():
    offer = make_offer(capacity=3)
    registration = book(offer, "A", party_size=3).registration
    book(offer, "B", party_size=2)
    changed = change(registration, party_size=1)
    assert (changed.party_size, changed.bookings.get().party_size) == (1, 1)
    assert states(offer) == {"A": "confirmed", "B": "confirmed"}
    assert "events.changed" in kinds_of_mail()
    assert_places_right(offer.occurrence)


def test_larger_party_needs_free_places():
    offer = make_offer(capacity=3)
    registration = book(offer, "A").registration
    assert change(registration, party_size=3).party_size == 3
    with pytest.raises(PlaceRefused, match="bleibt, wie sie war"):
        change(registration, party_size=4, organisation="Andere")
    assert Registration.objects.values_list("party_size", "organisation").get() == (3, "")
    assert_places_right(offer.occurrence)


def test_larger_party_may_not_overtake_those_who_wait():
    offer = make_offer(capacity=3)
    registration = book(offer, "A", party_size=2).registration
    book(offer, "B", party_size=2)
    with pytest.raises(PlaceRefused):
        change(registration, party_size=3)
    assert states(offer) == {"A": "confirmed", "B": "waitlisted"}


def test_waiting_party_may_grow_and_keeps_its_turn():
    offer = make_offer(capacity=2)
    first = book(offer, "A", party_size=2).registration
    waiting = book(offer, "B").registration
    book(offer, "C")
    change(waiting, party_size=2)
    change(first, party_size=1)
    assert states(offer) == {"A": "confirmed", "B": "waitlisted", "C": "waitlisted"}


def test_waiting_party_that_shrinks_takes_what_is_free():
    offer = make_offer(capacity=3)
    book(offer, "A", party_size=2)
    waiting = book(offer, "B", party_size=2).registration
    change(waiting, party_size=1)
    assert states(offer) == {"A": "confirmed", "B": "confirmed"}
    assert_places_right(offer.occurrence)


@pytest.mark.parametrize(("persons", "said"), [(5, "höchstens 4"), (4, None)])
def test_party_stays_within_what_the_host_allows(persons, said):
    registration = book(make_offer(capacity=10, max_party=4), "A").registration
    if said:
        with pytest.raises(PlaceRefused, match=said):
            change(registration, party_size=persons)
    else:
        assert change(registration, party_size=persons).party_size == 4


def test_party_of_a_date_that_has_begun_does_not_change():
    offer = make_offer()
    registration = book(offer, "A").registration
    with pytest.raises(PlaceRefused, match="schon begonnen"):
        change(registration, party_size=2, at=offer.occurrence.starts_at)


def test_words_and_consents_change_without_a_mail():
    registration = request_and_confirm(make_offer())
    before, moment = kinds_of_mail(), now()
    change(registration, organisation="Beispiel GmbH", food_needs="vegetarisch", photo_consent=True, at=moment)
    registration.refresh_from_db()
    assert (registration.organisation, registration.food_needs) == ("Beispiel GmbH", "vegetarisch")
    assert registration.photo_consent_at == moment
    change(registration, photo_consent=True, at=moment + timedelta(days=1))
    registration.refresh_from_db()
    assert registration.photo_consent_at == moment
    change(registration, photo_consent=False)
    registration.refresh_from_db()
    assert (registration.photo_consent_at, kinds_of_mail()) == (None, before)


def test_address_is_no_field_to_change():
    with pytest.raises(TypeError):
        change(book(make_offer()).registration, email="other@example.org")


def test_further_round_is_booked():
    occurrence = make_occurrence(kind="tech-tasting")
    one, later = make_round(occurrence, "Brille"), make_round(occurrence, "Drucker", after=30, capacity=1)
    registration = book(one, "A").registration
    book(later, "B")
    assert [booking.state for booking in book_more(registration, [one.pk, later.pk])] == ["waitlisted"]
    assert (states(one), states(later)) == ({"A": "confirmed"}, {"B": "confirmed", "A": "waitlisted"})
    assert book_more(registration, [later.pk]) == []


def test_further_round_at_the_same_time_is_refused():
    occurrence = make_occurrence(kind="tech-tasting")
    one, other = make_round(occurrence, "Brille"), make_round(occurrence, "Drucker")
    registration = book(one, "A").registration
    with pytest.raises(PlaceRefused, match="zur selben Zeit"):
        book_more(registration, [other.pk])
    assert states(other) == {}


def test_further_round_needs_a_confirmed_registration():
    occurrence = make_occurrence()
    one, other = make_offer(occurrence, title="Runde 1"), make_offer(occurrence, title="Runde 2")
    with pytest.raises(PlaceRefused, match="bestätigen"):
        book_more(request(one, "A"), [other.pk])


def test_further_round_without_place_or_waiting_list_changes_nothing():
    occurrence = make_occurrence()
    one = make_offer(occurrence, title="Runde 1")
    full = make_offer(occurrence, title="Runde 2", capacity=1, policy="off")
    free = make_offer(occurrence, title="Runde 3")
    book(full, "B")
    registration = book(one, "A").registration
    with pytest.raises(PlaceRefused, match="letzte Platz"):
        book_more(registration, [full.pk, free.pk])
    assert (states(full), states(free)) == ({"B": "confirmed"}, {})
    assert_places_right(occurrence)


def test_form_that_was_open_while_somebody_erased_brings_nothing_back():
    registration = book(make_offer(), "A").registration
    erase(registration)
    with pytest.raises(PlaceRefused, match="gilt nicht mehr"):
        change(registration, name="A", organisation="Beispiel GmbH")
    assert Registration.objects.values_list("name", "organisation").get() == ("", "")


def test_consent_given_later_keeps_which_words_it_was_given_to():
    registration = book(make_offer(), "A").registration
    assert registration.consent_version == ""
    given = change(registration, photo_consent=True)
    assert (given.photo_consent_at is not None, given.consent_version) == (True, CONSENT_VERSION)
    assert Registration.objects.get().consent_version == CONSENT_VERSION
