"""What falls due: requests, holds, offered places, dates that are over; and what is erased with them."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core.errors import DomainError
from digitalradar.events.models import Booking, Occurrence, Registration
from digitalradar.events.services.closing import close
from digitalradar.events.services.due import close_ended, delete_shells, lapse_requests, release_kept, sweep
from digitalradar.events.services.erasing import EMPTIED, erase
from digitalradar.events.services.holding import hold, release_hold
from digitalradar.events.services.places import free
from digitalradar.events.services.signing_up import PlaceRefused, sign_up
from digitalradar.mail.models import Message
from tests.factories.events import (
    assert_places_right,
    book,
    entry,
    make_occurrence,
    make_offer,
    make_round,
    request,
    states,
)

pytestmark = pytest.mark.django_db


def test_x12_unconfirmed():
    offer = make_offer(capacity=1)
    start = now()
    request(offer, "A", at=start, organisation="Beispiel GmbH", access_needs="Rampe", photo_consent=True)
    book(offer, "B", at=start + timedelta(minutes=1))
    assert release_kept(at=start + timedelta(minutes=31)) == 1
    assert states(offer) == {"A": "requested", "B": "confirmed"}
    assert lapse_requests(at=start + timedelta(hours=72, seconds=-1)) == 0
    assert lapse_requests(at=start + timedelta(hours=72)) == 1
    assert lapse_requests(at=start + timedelta(hours=73)) == 0
    erased = Registration.objects.get(erased_at__isnull=False)
    assert {name: getattr(erased, name) for name in EMPTIED} == EMPTIED
    assert list(Booking.objects.order_by("pk").values_list("state", "person__name")) == [
        ("lapsed", None),
        ("confirmed", ""),
    ]
    assert list(Person.objects.values_list("email", flat=True)) == ["b@example.org"]
    assert_places_right(offer.occurrence)


def test_lapsed_request_frees_its_kept_place(settings):
    settings.EVENTS_KEPT_MINUTES, settings.EVENTS_CONFIRM_HOURS = 1440, 2
    offer = make_offer(capacity=1)
    start = now()
    request(offer, "A", at=start)
    book(offer, "B", at=start)
    lapse_requests(at=start + timedelta(hours=2))
    assert list(Booking.objects.order_by("pk").values_list("state", flat=True)) == ["lapsed", "confirmed"]


def test_person_who_is_known_otherwise_stays():
    start = now()
    first, other = make_offer(), make_offer()
    book(first, "A")
    request(other, "A", at=start)
    lapse_requests(at=start + timedelta(hours=72))
    assert Person.objects.get().email == "a@example.org"


def test_request_for_a_date_that_has_begun_lapses():
    offer = make_offer(make_occurrence(starts_at=now() + timedelta(minutes=10)))
    request(offer)
    assert lapse_requests(at=now() + timedelta(minutes=11)) == 1


def test_t3_hold():
    occurrence = make_occurrence(kind="tech-tasting")
    offer = make_round(occurrence, "Brille", capacity=1)
    start = now()
    shell = hold(occurrence=occurrence, offers=[offer.pk], at=start)
    second = hold(occurrence=occurrence, offers=[offer.pk], at=start)
    assert (shell.bookings.get().state, second.bookings.exists(), free(offer)) == ("held", False, 0)
    book(offer, "B", at=start + timedelta(minutes=9))
    assert release_kept(at=start + timedelta(minutes=9, seconds=59)) == 0
    assert release_kept(at=start + timedelta(minutes=11)) == 1
    assert states(offer) == {"B": "confirmed"}
    assert list(Registration.objects.values_list("name", flat=True)) == ["B"]


def test_hold_becomes_a_sign_up():
    occurrence = make_occurrence(kind="tech-tasting")
    offer, later = make_round(occurrence, "Brille", capacity=1), make_round(occurrence, "Drucker", after=30)
    shell = hold(occurrence=occurrence, offers=[offer.pk, later.pk])
    waiting = book(offer, "B")
    signed_up = sign_up(occurrence=occurrence, entry=entry("A"), offers=[offer.pk], hold=shell)
    assert states(offer) == {"B": "waitlisted", "A": "requested"}
    assert signed_up.registration.bookings.get().held_until is not None
    assert (states(later), Registration.objects.filter(pk=shell.pk).exists()) == ({}, False)
    waiting.refresh_from_db()
    assert waiting.state == "waitlisted"


def test_held_place_that_is_not_wanted_any_more_goes_to_who_waits():
    occurrence = make_occurrence(kind="tech-tasting")
    offer, later = make_round(occurrence, "Brille", capacity=1), make_round(occurrence, "Drucker", after=30)
    shell = hold(occurrence=occurrence, offers=[offer.pk, later.pk])
    book(offer, "B")
    sign_up(occurrence=occurrence, entry=entry("A"), offers=[later.pk], hold=shell)
    assert (states(offer), states(later)) == ({"B": "confirmed"}, {"A": "requested"})


def test_hold_whose_time_is_over_gives_no_right_to_the_place():
    occurrence = make_occurrence(kind="tech-tasting")
    offer = make_round(occurrence, "Brille", capacity=1)
    start = now()
    shell = hold(occurrence=occurrence, offers=[offer.pk], at=start)
    later = start + timedelta(minutes=11)
    book(offer, "B", at=later)
    signed_up = sign_up(occurrence=occurrence, entry=entry("A"), offers=[offer.pk], hold=shell, at=later)
    assert signed_up.registration.bookings.get().held_until is None
    assert states(offer) == {"B": "confirmed", "A": "requested"}


def test_hold_is_let_go():
    offer = make_offer(capacity=1)
    shell = hold(occurrence=offer.occurrence, offers=[offer.pk])
    book(offer, "B")
    release_hold(shell)
    release_hold(shell)
    assert states(offer) == {"B": "confirmed"}
    assert Registration.objects.count() == 1


def test_full_offer_without_waiting_list_cannot_be_held():
    offer = make_offer(capacity=1, policy="off")
    book(offer)
    with pytest.raises(PlaceRefused):
        hold(occurrence=offer.occurrence, offers=[offer.pk])
    assert Registration.objects.count() == 1


def test_shells_of_forms_never_sent_are_deleted():
    offer = make_offer(capacity=1)
    book(offer)
    start = now()
    hold(occurrence=offer.occurrence, offers=[offer.pk], at=start)
    assert delete_shells(at=start + timedelta(minutes=9)) == 0
    assert delete_shells(at=start + timedelta(minutes=10)) == 1
    assert list(Registration.objects.values_list("name", flat=True)) == ["Ada Beispiel"]


def test_closing_makes_no_shows_and_ends_all_else():
    occurrence = make_occurrence()
    offer = make_offer(occurrence, capacity=1)
    came, missing = make_offer(occurrence, title="Runde 1"), make_offer(occurrence, title="Runde 2")
    book(offer, "A")
    book(offer, "B")
    book(came, "C")
    Booking.objects.filter(offer=came).update(state="attended")
    request(missing, "D")
    with pytest.raises(DomainError, match="begonnen"):
        close(occurrence)
    for _again in range(2):
        assert close(occurrence, at=occurrence.ends_at).state == "closed"
    assert (states(offer), states(came), states(missing)) == (
        {"A": "no_show", "B": "lapsed"},
        {"C": "attended"},
        {"D": "lapsed"},
    )
    assert_places_right(occurrence)


def test_dates_close_by_themselves():
    offer, later = make_offer(), make_offer(make_occurrence(starts_at=now() + timedelta(days=60)))
    book(offer)
    limit = offer.occurrence.ends_at + timedelta(hours=48)
    assert close_ended(at=limit - timedelta(seconds=1)) == 0
    assert close_ended(at=limit) == 1
    assert list(Occurrence.objects.order_by("pk").values_list("state", flat=True)) == ["closed", "published"]
    assert (states(offer), states(later)) == ({"Ada Beispiel": "no_show"}, {})


def test_erasing_gives_the_place_back_and_keeps_the_figures():
    offer = make_offer(capacity=1)
    registration = book(offer, "A", organisation="Beispiel GmbH").registration
    book(offer, "B")
    for _again in range(2):
        erase(registration)
    assert states(offer) == {"": "cancelled", "B": "confirmed"}
    assert list(Person.objects.values_list("email", flat=True)) == ["b@example.org"]


def test_erasing_after_the_date_keeps_that_somebody_came():
    offer = make_offer()
    registration = book(offer, "A").registration
    close(offer.occurrence, at=offer.occurrence.ends_at)
    erase(registration, at=offer.occurrence.ends_at)
    assert states(offer) == {"": "no_show"}
    assert not Person.objects.exists()


def test_sweep_does_what_cannot_wait(settings):
    settings.EVENTS_HOLD_MINUTES = 10
    offer = make_offer(capacity=1)
    hold(occurrence=offer.occurrence, offers=[offer.pk], at=now() - timedelta(minutes=20))
    Booking.objects.filter(state="held").update(held_until=now() - timedelta(minutes=10))
    assert sweep() == 0
    assert not Booking.objects.exists()


def test_nothing_due_needs_a_query_each(django_assert_num_queries):
    with django_assert_num_queries(2):
        sweep()


def test_x12_outbox_forgets_who_never_confirmed_and_who_erased_themselves():
    start = now()
    offer, other = make_offer(), make_offer()
    book(other, "B", at=start)
    request(offer, "A", at=start)
    lapse_requests(at=start + timedelta(hours=72))
    kept = [("events.registered", "b@example.org")]
    assert list(Message.objects.values_list("kind", "address")) == kept
    sent = Message.objects.get()
    Message.objects.update(state="sent", handed_over_at=start, finished_at=start)
    book(offer, "B", at=start)
    erase(Registration.objects.get(occurrence=other.occurrence))
    assert list(Message.objects.order_by("pk").values_list("address", "text")[:1]) == [("", "")]
    assert Message.objects.exclude(pk=sent.pk).get().address == "b@example.org"
