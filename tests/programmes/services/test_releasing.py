"""Releasing a programme (E-1, E-2, E-3, E-5)."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.db import Error, transaction

from digitalradar.accounts.models import Person
from digitalradar.core.errors import DomainError
from digitalradar.core.tokens import hash_token, new_token
from digitalradar.events.models import Booking, LogEntry, Offer
from digitalradar.events.queries.places import places_shown
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.changing import book_more
from digitalradar.events.services.links import personal_url
from digitalradar.events.services.rescheduling import move
from digitalradar.mail.models import Message
from digitalradar.programmes.models import Plan, ProgrammeItem, ProgrammeVersion
from digitalradar.programmes.queries.programme import released
from digitalradar.programmes.rules.snapshots import read
from digitalradar.programmes.services.editing import shift
from digitalradar.programmes.services.releasing import NotReleasable, release
from tests.assessments.together import together
from tests.factories.events import assert_places_right, book, request, states
from tests.factories.programmes import make_day, make_item, make_room, make_speaker, move_item

pytestmark = pytest.mark.django_db


def mails() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("pk").values_list("kind", "recipient"))


def forget_mails() -> None:
    Message.objects.all().delete()


def pick(registration, *items) -> None:
    plan = Plan.objects.create(
        occurrence=registration.occurrence, registration=registration, token_hash=hash_token(new_token())
    )
    for item in items:
        plan.picks.create(item=item)


@pytest.mark.database
def test_e1_released_version_is_immutable():
    day = make_day()
    item = make_item(day, "Daten teilen", room=make_room(day, "Saal 1"))
    first = release(occurrence=day)
    before = ProgrammeVersion.objects.get(pk=first.pk).data
    move_item(item, 30)
    item.room.title = "Saal 2"
    item.room.save()
    second = release(occurrence=day, note="Alles später")
    assert (first.number, second.number) == (1, 2)
    assert ProgrammeVersion.objects.get(pk=first.pk).data == before
    assert [entry.room for entry in read(second.data)] == ["Saal 2"]
    for change in ({"data": {}}, {"number": 7}, {"note": "anders"}, {"released_at": day.starts_at}):
        with pytest.raises(Error), transaction.atomic():
            ProgrammeVersion.objects.filter(pk=first.pk).update(**change)
    ProgrammeVersion.objects.filter(pk=first.pk).update(by=None)  # whoever released it may leave
    day.offers.all().delete()
    day.delete()
    assert not ProgrammeVersion.objects.exists()


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_e1_numbers_have_no_gaps_when_many_release_at_once():
    day = make_day()
    item = make_item(day)

    def change_and_release() -> str:
        ProgrammeItem.objects.filter(pk=item.pk).update(text=new_token())
        try:
            release(occurrence=day)
        except DomainError:  # another one has released this very text
            return "nothing new"
        return "released"

    answers = together(*[change_and_release] * 6)
    count = answers.count("released")
    assert count >= 1
    numbers = ProgrammeVersion.objects.order_by("number").values_list("number", flat=True)
    assert list(numbers) == list(range(1, count + 1))


def test_e2_release_is_refused_while_a_speaker_is_in_two_rooms():
    day = make_day()
    ida = make_speaker(day, "Ida Beispiel")
    make_item(day, "Daten teilen", after=60, room=make_room(day), speakers=[ida])
    other = make_item(day, "Cobots", after=90, room=make_room(day), speakers=[ida])
    with pytest.raises(NotReleasable) as refusal:
        release(occurrence=day)
    assert str(refusal.value) == "Ida Beispiel wäre gleichzeitig bei „Daten teilen“ und „Cobots“."
    assert not ProgrammeVersion.objects.exists()
    other.state = ProgrammeItem.State.DRAFT  # what is not ready yet stands in nobody's way
    other.save()
    assert release(occurrence=day).number == 1


def test_e2_room_names_both_items():
    day = make_day()
    room = make_room(day, "Saal 1")
    make_item(day, "Daten teilen", after=60, room=room)
    make_item(day, "Cobots", after=90, room=room)
    with pytest.raises(NotReleasable, match="„Daten teilen“ und „Cobots“ liegen gleichzeitig in „Saal 1“"):
        release(occurrence=day)


def test_e3_tells_exactly_those_concerned_and_once():
    day = make_day()
    ida, jo = make_speaker(day, "Ida Beispiel"), make_speaker(day, "Jo Beispiel")
    make_speaker(day, "Eva Ungefragt")
    moved = make_item(day, "Daten teilen", after=60, seats=10, speakers=[ida])
    same = make_item(day, "Cobots", after=180, seats=10, speakers=[jo])
    release(occurrence=day)
    assert mails() == [
        ("programmes.speaker_told", "ida.beispiel@example.org"),
        ("programmes.speaker_told", "jo.beispiel@example.org"),
    ]
    moved.refresh_from_db()
    same.refresh_from_db()
    booked = book(moved.offer, "A").registration
    book(same.offer, "B")
    whole = Offer.objects.get(occurrence=day, title="")
    pick(book(whole, "C").registration, moved, same)
    pick(book(whole, "D").registration, same)
    gone = book(whole, "E").registration
    pick(gone, moved)
    cancel(gone)
    pick(booked, moved)  # booked and picked: still one mail
    forget_mails()
    move_item(moved, 15)
    release(occurrence=day, note="Der Zug kommt später.")
    assert mails() == [
        ("programmes.programme_changed", "a@example.org"),
        ("programmes.programme_changed", "c@example.org"),
        ("programmes.speaker_told", "ida.beispiel@example.org"),
    ]
    text = Message.objects.get(recipient="a@example.org").text
    assert "„Daten teilen“ hat eine neue Zeit" in text
    assert "Der Zug kommt später." in text
    assert "Cobots" not in text
    assert Message.objects.get(recipient="a@example.org").attachments.count() == 1
    assert Message.objects.get(recipient="c@example.org").attachments.count() == 0


def test_e3_move_that_brings_two_seats_of_one_person_together_is_named_in_the_mail_and_on_their_page(client):
    day = make_day()
    make_item(day, "Daten teilen", after=60, seats=10)
    moved = make_item(day, "Cobots", after=180, seats=10)
    release(occurrence=day)
    offers = [Offer.objects.get(title=title) for title in ("Daten teilen", "Cobots")]
    both = book(offers[0], "A").registration
    book_more(both, [offers[1].pk])
    book(offers[1], "B")
    own_page = urlsplit(personal_url(both)).path
    told = "„Daten teilen“ und „Cobots“ sind zur selben Zeit."
    assert told not in client.get(own_page).content.decode()
    forget_mails()
    moved.refresh_from_db()
    move_item(moved, -105)
    release(occurrence=day)
    texts = dict(Message.objects.filter(kind="programmes.programme_changed").values_list("recipient", "text"))
    assert {to: told in text for to, text in texts.items()} == {"a@example.org": True, "b@example.org": False}
    assert told in client.get(own_page).content.decode()
    cancel(both, offers=[offers[1].pk])
    assert told not in client.get(own_page).content.decode()


def test_e3_new_words_are_news_for_nobody():
    day = make_day()
    item = make_item(day, speakers=[make_speaker(day)])
    release(occurrence=day)
    forget_mails()
    item.text = "Genauer gesagt."
    item.save()
    assert release(occurrence=day).number == 2
    assert mails() == []


@pytest.mark.parametrize("state", ["draft", "published"])
def test_speakers_get_a_link_once_it_leads_somewhere(state):
    day = make_day(state=state)
    make_item(day, speakers=[make_speaker(day)])
    release(occurrence=day)
    message = Message.objects.get()
    is_linked = state == "published"
    assert (f"/termine/{day.slug}/" in message.text, f"/termine/{day.slug}/" in message.html) == (is_linked, is_linked)


def test_speaker_who_joins_and_who_leaves_are_told():
    day = make_day()
    ida, jo = make_speaker(day, "Ida Beispiel"), make_speaker(day, "Jo Beispiel")
    item = make_item(day, speakers=[ida])
    release(occurrence=day)
    forget_mails()
    item.speakers.set([jo])
    release(occurrence=day)
    assert [recipient for _kind, recipient in mails()] == ["ida.beispiel@example.org", "jo.beispiel@example.org"]


def test_e5_seats_follow_the_kernel():
    day = make_day()
    item = make_item(day, "Werkstatt", seats=2)
    assert not Offer.objects.filter(title="Werkstatt").exists()  # nothing can be booked before the release
    release(occurrence=day)
    offer = Offer.objects.get(title="Werkstatt")
    for name in ("A", "B", "C"):
        book(offer, name)
    assert states(offer) == {"A": "confirmed", "B": "confirmed", "C": "waitlisted"}
    item.refresh_from_db()
    item.seats = 3
    item.save()
    release(occurrence=day)
    assert states(offer) == {"A": "confirmed", "B": "confirmed", "C": "confirmed"}
    item.seats = 1
    item.save()
    with pytest.raises(DomainError, match="So wenige Plätze gehen nicht"):
        release(occurrence=day)
    assert ProgrammeVersion.objects.count() == 2
    item.seats = None
    item.save()
    with pytest.raises(DomainError, match="gibt es schon 3 Buchungen"):
        release(occurrence=day)
    assert_places_right(day)


def test_cancelled_item_ends_its_bookings_and_nobody_moves_up():
    day = make_day()
    item = make_item(day, "Werkstatt", seats=1)
    release(occurrence=day)
    offer = Offer.objects.get(title="Werkstatt")
    book(offer, "A")
    book(offer, "B")
    forget_mails()
    item.refresh_from_db()
    item.state = ProgrammeItem.State.CANCELLED
    item.save()
    release(occurrence=day)
    assert states(offer) == {"A": "cancelled", "B": "withdrawn"}
    assert mails() == [
        ("programmes.programme_changed", "a@example.org"),
        ("programmes.programme_changed", "b@example.org"),
    ]
    item.state = ProgrammeItem.State.READY
    item.save()
    release(occurrence=day)
    assert book(offer, "C").state == Booking.State.CONFIRMED
    assert_places_right(day)


def test_cancelled_item_stays_shut_when_the_date_is_moved_and_opens_again_when_it_is_back():
    day = make_day()
    item = make_item(day, "Werkstatt", seats=1)
    release(occurrence=day)
    item.refresh_from_db()
    item.state = ProgrammeItem.State.CANCELLED
    item.save()
    release(occurrence=day)
    later = timedelta(days=60)
    move(occurrence=day, starts_at=day.starts_at + later, ends_at=day.ends_at + later)
    offer = Offer.objects.get(title="Werkstatt")
    assert places_shown(offer) == "closed"
    shift(occurrence=day, by_time=later)
    item.refresh_from_db()
    item.state = ProgrammeItem.State.READY
    item.save()
    release(occurrence=day)
    offer.refresh_from_db()
    assert (offer.closes_at, book(offer, "A").state) == (None, "confirmed")


def test_e3_nobody_is_written_to_whose_address_is_not_confirmed():
    day = make_day()
    item = make_item(day, "Werkstatt", seats=2)
    release(occurrence=day)
    registration = request(Offer.objects.get(title="Werkstatt"), "Kauft bei uns")
    pick(registration, item)
    forget_mails()
    item.refresh_from_db()
    move_item(item, 15)
    release(occurrence=day)
    assert mails() == []


def test_sequence_rises_with_what_calendars_have_to_learn():
    day = make_day()
    item = make_item(day)

    def number() -> int:
        return read(release(occurrence=day).data)[0].sequence

    found = [number()]
    item.text = "anders"
    item.save()
    found.append(number())
    move_item(item, 5)
    found.append(number())
    item.state = ProgrammeItem.State.CANCELLED
    item.save()
    found.append(number())
    assert found == [0, 0, 1, 2]


def test_refused_when_there_is_nothing_to_release():
    day = make_day()
    with pytest.raises(DomainError, match="noch keinen Programmpunkt"):
        release(occurrence=day)
    make_item(day)
    release(occurrence=day)
    with pytest.raises(DomainError, match="nichts geändert"):
        release(occurrence=day)
    day.state = "cancelled"
    day.save()
    with pytest.raises(DomainError, match="vorbei oder abgesagt"):
        release(occurrence=day)


def test_withdrawn_consent_takes_the_name_out_of_all_versions():
    day = make_day()
    ida = make_speaker(day)
    make_item(day, speakers=[ida])
    version = release(occurrence=day)
    assert list(released(day, version).speakers.values()) == [ida]
    ida.consent_on = None
    ida.save()
    assert released(day, version).speakers == {}
    assert "Ida" not in str(version.data)


def test_made_up_days_write_to_nobody():
    day = make_day(is_example=True)
    item = make_item(day, speakers=[make_speaker(day)], seats=3)
    release(occurrence=day)
    assert (Message.objects.count(), Person.objects.count()) == (0, 0)
    assert item.uid.hex in str(ProgrammeVersion.objects.get().data)
    assert LogEntry.objects.get(action="programme.released").detail == {"version": 1, "changes": 1}
