"""Who came: at two desks at once, twice, taken back, corrected with a reason."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.events.models import Attendance, Booking, Offer
from digitalradar.events.services.attendance import NotAdmitted, arrive, correct, undo
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.closing import close
from digitalradar.events.services.rescheduling import call_off
from tests.assessments.together import together
from tests.events.back_office.host import begin, bookable
from tests.factories.events import assert_places_right, book, make_occurrence, make_round, request

pytestmark = pytest.mark.django_db
DESKS = 8


def guest(name: str = "Ada Beispiel", **more):
    """Return the registration of somebody at a date that has begun."""
    offer = bookable(**more)
    registration = book(offer, name).registration
    registration.occurrence = begin(offer.occurrence)
    return registration


def test_a_guest_is_counted_once_and_the_second_scan_says_since_when():
    registration = guest()
    first = arrive(registration)
    second = arrive(registration, at=now() + timedelta(minutes=20))
    assert (first.is_new, second.is_new) == (True, False)
    assert second.attendance.arrived_at == first.attendance.arrived_at
    assert (first.attendance.persons, first.attendance.minutes) == (1, 75)
    assert registration.bookings.get().state == "attended"
    assert_places_right(registration.occurrence)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_desks_at_once_never_count_twice():
    registration = guest()
    found = together(*[lambda: arrive(registration).is_new for _desk in range(DESKS)])
    assert sorted(map(bool, found)) == [False] * (DESKS - 1) + [True]
    assert Attendance.objects.count() == 1
    assert registration.occurrence.log.filter(action="attendance.recorded").count() == 1
    assert_places_right(registration.occurrence)


def test_a_round_counts_as_long_as_it_takes():
    occurrence = make_occurrence(kind="tech-tasting")
    one, two = (make_round(occurrence, title, after=after) for title, after in (("VR", 0), ("3D", 30)))
    registration = book(one).registration
    Booking.objects.create(registration=registration, offer=two, person=registration.person, state="confirmed")
    Offer.objects.filter(pk=two.pk).update(seats_taken=1)
    begin(occurrence)
    assert arrive(registration).attendance.minutes == 50


def test_who_has_no_place_is_not_let_in():
    offer = bookable(capacity=1)
    gone, waiting = (book(offer, name).registration for name in ("Ada Beispiel", "Bela Beispiel"))
    late = book(offer, "Cem Beispiel").registration
    cancel(gone)  # Bela gets the place
    begin(offer.occurrence)
    for registration, sentence in ((gone, "abgesagt"), (late, "Warteliste")):
        with pytest.raises(NotAdmitted, match=sentence):
            arrive(registration)
    assert arrive(waiting).is_new
    assert Attendance.objects.count() == 1


def test_an_unconfirmed_sign_up_is_not_let_in():
    offer = bookable()
    registration = request(offer)
    begin(offer.occurrence)
    with pytest.raises(NotAdmitted, match="noch nicht bestätigt"):
        arrive(registration)


def test_check_in_has_its_time():
    offer = bookable()
    registration = book(offer).registration
    with pytest.raises(NotAdmitted, match="noch nicht begonnen"):
        arrive(registration)
    assert arrive(registration, at=offer.occurrence.starts_at - timedelta(hours=1)).is_new
    undo(registration)
    with pytest.raises(NotAdmitted, match="vorbei"):
        arrive(registration, at=offer.occurrence.ends_at + timedelta(hours=13))
    call_off(occurrence=offer.occurrence, reason="x")
    with pytest.raises(NotAdmitted, match="abgesagt"):
        arrive(registration, at=offer.occurrence.starts_at)


def test_a_check_in_is_taken_back_until_the_date_is_closed():
    registration = guest()
    arrive(registration)
    assert undo(registration)
    assert not undo(registration)
    assert registration.bookings.get().state == "confirmed"
    arrive(registration)
    close(registration.occurrence)
    with pytest.raises(NotAdmitted, match="abgeschlossen"):
        undo(registration)
    assert_places_right(registration.occurrence)


def test_after_closing_only_corrections_with_a_reason():
    registration = guest()
    close(registration.occurrence)
    assert registration.bookings.get().state == "no_show"
    with pytest.raises(NotAdmitted, match="abgeschlossen"):
        arrive(registration)
    with pytest.raises(NotAdmitted, match="Grund"):
        correct(registration, persons=1, minutes=60, reason="  ")
    attendance = correct(registration, persons=1, minutes=60, reason="Frau Beispiel stand auf der Papierliste")
    assert (attendance.persons, attendance.minutes, attendance.way) == (1, 60, "list")
    assert registration.bookings.get().state == "attended"
    entry = registration.occurrence.log.get(action="attendance.corrected")
    assert entry.detail == {"persons": 1, "minutes": 60}  # X21: the reason is not in the log
    assert_places_right(registration.occurrence)


def test_a_correction_can_say_that_nobody_came():
    registration = guest()
    arrive(registration)
    close(registration.occurrence)
    attendance = correct(registration, persons=0, minutes=90, reason="Verwechslung")
    assert (attendance.persons, attendance.minutes, attendance.correction) == (0, 0, "Verwechslung")
    assert registration.bookings.get().state == "no_show"
    with pytest.raises(NotAdmitted, match="So viele"):
        correct(registration, persons=2, minutes=60, reason="x")
    assert_places_right(registration.occurrence)
