"""X14: what calendars get with the e-mails about a sign-up."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from digitalradar.events import emails
from digitalradar.events.models import Booking, Occurrence, Place, Registration
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.signing_up import register_verified
from digitalradar.mail.models import Attachment, Message
from tests.events.calendar.reading import read, unfolded
from tests.factories.events import book, entry, make_occurrence, make_offer, make_round

pytestmark = pytest.mark.django_db
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture
def occurrence():
    place = Place.objects.create(name="Kühlhaus, Süd", street="Hafenstraße 1", postcode="12345", town="Musterstadt")
    return make_occurrence(
        title="Prüfen, messen; fragen – größer geht’s nicht, auch wenn die Zeile sehr lang wird und Umlaute hat: äöüß",
        starts_at=datetime(2027, 4, 6, 12, 0, tzinfo=UTC),
        place=place,
        room="Halle 2",
        host="Beispiel-Kammer",
    )


def files(kind: str = "") -> list[Attachment]:
    return list(Attachment.objects.filter(message__kind__startswith=kind).order_by("message__pk"))


def move(occurrence: Occurrence, starts_at: datetime) -> None:
    occurrence.previous_starts_at, occurrence.starts_at = occurrence.starts_at, starts_at
    occurrence.ends_at = starts_at.replace(hour=starts_at.hour + 2)
    occurrence.sequence += 1
    occurrence.save()


def test_x14_invitation_names_the_date_and_its_one_attendee(occurrence):
    book(make_offer(occurrence), "Jörg Müller-Ähnlich")
    [file] = files("events.registered")
    assert (file.name, file.content_type) == ("termin.ics", "text/calendar; method=REQUEST")
    content = bytes(file.content)
    lines = unfolded(content)
    assert {"METHOD:REQUEST", f"UID:{occurrence.uid}", "SEQUENCE:0", "STATUS:CONFIRMED"} <= set(lines)
    assert "DTSTART;TZID=Europe/Berlin:20270406T140000" in lines
    assert "BEGIN:VTIMEZONE" in lines
    event = read(content).vevent
    assert event.summary.value == occurrence.title
    assert event.dtstart.value.astimezone(UTC) == occurrence.starts_at
    assert event.dtend.value.astimezone(UTC) == occurrence.ends_at
    assert event.location.value == "Kühlhaus, Süd, Hafenstraße 1, 12345 Musterstadt, Raum: Halle 2"
    assert event.organizer.value == "mailto:digitalradar@localhost"
    assert event.organizer.params["CN"] == ["Beispiel-Kammer"]
    [attendee] = event.attendee_list
    assert attendee.value.startswith("mailto:")
    assert attendee.params["CN"] == ["Jörg Müller-Ähnlich"]
    assert "/termine/anmeldung/" in event.description.value


def test_x14_several_peoples_messages_do_not_name_each_other(occurrence):
    offer = make_offer(occurrence)
    for name in ("Ada Beispiel", "Bea Beispiel", "Cem Beispiel"):
        book(offer, name)
    for file in files("events.registered"):
        [attendee] = read(bytes(file.content)).vevent.attendee_list
        assert attendee.value == f"mailto:{file.message.address}"
        others = {message.address for message in Message.objects.exclude(pk=file.message_id)}
        assert not [address for address in others if address in bytes(file.content).decode()]


def test_x14_moved_date_keeps_its_uid_and_raises_the_number(occurrence):
    booking = book(make_offer(occurrence))
    move(occurrence, datetime(2027, 4, 7, 13, 0, tzinfo=UTC))
    emails.occurrence_moved(booking.registration)
    emails.occurrence_moved(booking.registration)
    [moved] = files("events.occurrence_moved")
    event = read(bytes(moved.content)).vevent
    assert (event.uid.value, event.sequence.value) == (str(occurrence.uid), "1")
    assert event.dtstart.value == datetime(2027, 4, 7, 15, 0, tzinfo=event.dtstart.value.tzinfo)


def test_x14_cancelled_date_is_taken_out(occurrence):
    booking = book(make_offer(occurrence))
    occurrence.state, occurrence.sequence = Occurrence.State.CANCELLED, 1
    occurrence.save()
    emails.occurrence_cancelled(booking.registration)
    [file] = files("events.occurrence_cancelled")
    assert file.content_type == "text/calendar; method=CANCEL"
    event = read(bytes(file.content)).vevent
    assert (event.status.value, event.sequence.value, event.uid.value) == ("CANCELLED", "1", str(occurrence.uid))


def test_who_cancels_gets_a_message_with_a_higher_number(occurrence):
    booking = book(make_offer(occurrence))
    cancel(booking.registration)
    [file] = files("events.cancelled")
    assert read(bytes(file.content)).method.value == "CANCEL"
    assert Registration.objects.get().calendar_sequence == 1


def test_number_rises_with_each_change_and_never_falls(occurrence):
    booking = book(make_offer(occurrence))
    for _turn in range(2):
        emails.changed(booking.registration)
    move(occurrence, datetime(2027, 4, 8, 13, 0, tzinfo=UTC))
    emails.occurrence_moved(booking.registration)
    numbers = [read(bytes(file.content)).vevent.sequence.value for file in files()]
    assert numbers == ["0", "1", "2", "3"]


def test_who_waits_gets_no_entry(occurrence):
    offer = make_offer(occurrence, capacity=1)
    book(offer, "Ada Beispiel")
    waiting = book(offer, "Bea Beispiel")
    emails.occurrence_moved(waiting.registration)
    assert [file.message.kind for file in files()] == ["events.registered"]
    cancel(waiting.registration)
    assert not files("events.cancelled")


def test_who_moves_up_gets_the_entry(occurrence):
    offer = make_offer(occurrence, capacity=1)
    first, second = book(offer, "Ada Beispiel"), book(offer, "Bea Beispiel")
    cancel(first.registration)
    [file] = files("events.promoted")
    assert file.message.address == "bea.beispiel@example.org"
    assert read(bytes(file.content)).vevent.sequence.value == "0"
    assert Booking.objects.get(pk=second.pk).state == "confirmed"


def test_entry_spans_the_own_rounds(occurrence):
    one, two = make_round(occurrence, "Kamera", after=30), make_round(occurrence, "Cobot", after=60)
    register_verified(occurrence=occurrence, entry=entry(), offers=[one.pk, two.pk])
    [file] = files("events.registered")
    event = read(bytes(file.content)).vevent
    assert event.dtstart.value.astimezone(UTC) == one.starts_at
    assert event.dtend.value.astimezone(UTC) == two.ends_at
    assert "Ihr Platz: Kamera, 14:30 bis 14:55 Uhr\nIhr Platz: Cobot, 15:00 bis 15:25 Uhr" in event.description.value


def test_online_address_is_only_in_the_entry_of_who_has_a_place(occurrence):
    Occurrence.objects.filter(pk=occurrence.pk).update(
        mode="online", place=None, room="", online_url="https://raum.example/x"
    )
    occurrence.refresh_from_db()
    offer = make_offer(occurrence, capacity=1)
    book(offer, "Ada Beispiel")
    book(offer, "Bea Beispiel")
    [file] = files()
    assert read(bytes(file.content)).vevent.location.value == "https://raum.example/x"
    waiting = Message.objects.get(kind="events.waiting")
    assert "raum.example" not in waiting.text + waiting.html
    assert "Die Adresse bekommen Sie, sobald Sie einen Platz haben." in waiting.text
