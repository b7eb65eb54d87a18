"""A date from draft to public, copied, moved and called off."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.timezone import now

from digitalradar.core.errors import DomainError
from digitalradar.events.kinds import find_kind
from digitalradar.events.models import AgendaItem, Material, Occurrence, Place, Question, Series
from digitalradar.events.services.creating import Draft, create_occurrence
from digitalradar.events.services.duplicating import duplicate
from digitalradar.events.services.editing import change_details, save_minutes
from digitalradar.events.services.publishing import delete_draft, publish, why_not_ready
from digitalradar.events.services.rescheduling import call_off, move
from digitalradar.mail.models import Message
from tests.events.back_office.host import begin, bookable, end
from tests.factories.events import book, make_occurrence, make_offer, request

pytestmark = pytest.mark.django_db


def draft(kind: str = "workshop", **more) -> Occurrence:
    starts_at = (now() + timedelta(days=20)).replace(microsecond=0)
    fields = {"title": "Übung für Größere", "summary": "Kurz.", "capacity": 5} | more
    return create_occurrence(
        kind=find_kind(kind), draft=Draft(starts_at=starts_at, ends_at=starts_at + timedelta(hours=2), **fields)
    )


def place() -> Place:
    return Place.objects.create(name="Haus", town="Musterstadt")


def mails(kind: str) -> set[str]:
    return set(Message.objects.filter(kind=f"events.{kind}").values_list("recipient", flat=True))


def test_a_new_date_takes_what_its_format_brings():
    tasting = draft("tech-tasting")
    offer = tasting.offers.get()
    assert (offer.policy, offer.max_party, offer.is_exclusive, offer.capacity) == ("automatic", 4, True, 5)
    assert (tasting.state, tasting.publish_at) == ("draft", None)
    assert tasting.slug == f"uebung-fuer-groessere-{tasting.local_start:%Y-%m-%d}"
    assert draft().slug == f"{tasting.slug}-2"
    assert [entry.action for entry in tasting.log.all()] == ["occurrence.created"]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"summary": ""}, "Worum es geht"),
        ({"place": None}, "Ort"),
        ({"starts_at": now() - timedelta(days=3)}, "Vergangenheit"),
    ],
)
def test_what_guests_need_is_asked_before_publication(change, sentence):
    occurrence = draft(more={"place": place()})
    Occurrence.objects.filter(pk=occurrence.pk).update(**change)
    with pytest.raises(DomainError, match=sentence):
        publish(occurrence=occurrence)
    occurrence.refresh_from_db()
    assert sentence in why_not_ready(occurrence)
    assert occurrence.state == "draft"


def test_publication_now_and_at_a_time():
    occurrence = draft(more={"mode": "online"})
    tomorrow = now() + timedelta(days=1)
    planned = publish(occurrence=occurrence, at=tomorrow)
    assert (planned.is_public, planned.publish_at) == (False, tomorrow)
    assert not Occurrence.objects.public().exists()
    assert publish(occurrence=occurrence).is_public
    assert Occurrence.objects.public().get() == occurrence
    with pytest.raises(DomainError, match="schon veröffentlicht"):
        publish(occurrence=occurrence)


def test_only_drafts_without_sign_ups_are_deleted():
    occurrence = draft()
    delete_draft(occurrence=occurrence)
    assert not Occurrence.objects.exists()
    with pytest.raises(DomainError, match="Löschen"):
        delete_draft(occurrence=make_occurrence())


def test_details_write_only_what_was_changed():
    occurrence = draft()
    Occurrence.objects.filter(pk=occurrence.pk).update(price="10 Euro")
    changed = change_details(occurrence=occurrence, changes={"title": "Neu"})
    assert (changed.title, changed.price) == ("Neu", "10 Euro")
    assert occurrence.log.get(action="occurrence.changed").detail == {"fields": "title"}
    with pytest.raises(DomainError, match="Verschieben"):
        change_details(occurrence=make_occurrence(), changes={"room": "2"})


def test_a_copy_takes_texts_places_and_questions_and_nobody():
    occurrence = make_occurrence(price="10 Euro", is_funded=True)
    offer = make_offer(occurrence, capacity=1, closes_at=occurrence.starts_at - timedelta(hours=1), reserved=1)
    Question.objects.create(occurrence=occurrence, text="Womit?")
    AgendaItem.objects.create(occurrence=occurrence, title="Start")
    Material.objects.create(occurrence=occurrence, title="Folien", url="https://example.org")
    request(make_offer(occurrence, title="Extra"))
    copy = duplicate(occurrence=occurrence, starts_at=occurrence.starts_at + timedelta(days=7))
    assert (copy.price, copy.is_funded, copy.state, copy.publish_at, copy.sequence) == (
        "10 Euro",
        True,
        "draft",
        None,
        0,
    )
    assert copy.ends_at - occurrence.ends_at == timedelta(days=7)
    assert copy.uid != occurrence.uid
    first = copy.offers.get(title="")
    assert (first.capacity, first.reserved, first.seats_taken) == (1, 1, 0)
    assert first.closes_at == offer.closes_at + timedelta(days=7)
    counts = (copy.questions.count(), copy.agenda.count(), copy.materials.count(), copy.registrations.count())
    assert counts == (1, 1, 0, 0)


def test_moving_keeps_places_and_tells_those_concerned():
    offer = bookable(capacity=1)
    book(offer, "Ada Beispiel")
    book(offer, "Bela Beispiel")  # waits
    request(offer, "Cem Beispiel")
    occurrence, uid = offer.occurrence, offer.occurrence.uid
    before = occurrence.starts_at
    after = before + timedelta(days=1)
    assert move(occurrence=occurrence, starts_at=after, ends_at=after + timedelta(hours=1)) == 2
    occurrence.refresh_from_db()
    assert (occurrence.uid, occurrence.sequence, occurrence.previous_starts_at) == (uid, 1, before)
    assert mails("occurrence_moved") == {"ada.beispiel@example.org", "bela.beispiel@example.org"}
    assert move(occurrence=occurrence, starts_at=after, ends_at=after + timedelta(hours=1)) == 0
    occurrence.refresh_from_db()
    assert occurrence.sequence == 1
    offer.refresh_from_db()
    assert offer.seats_taken == 1


def test_a_new_room_is_a_move_without_another_time():
    occurrence = make_occurrence()
    times = {"starts_at": occurrence.starts_at, "ends_at": occurrence.ends_at}
    move(occurrence=occurrence, **times, place={"room": "Saal 2"})
    occurrence.refresh_from_db()
    assert (occurrence.room, occurrence.sequence, occurrence.previous_starts_at) == ("Saal 2", 1, None)


def test_rounds_move_along():
    occurrence = make_occurrence()
    offer = make_offer(occurrence, starts_at=occurrence.starts_at, ends_at=occurrence.starts_at + timedelta(minutes=20))
    later = occurrence.starts_at + timedelta(hours=3)
    move(occurrence=occurrence, starts_at=later, ends_at=later + timedelta(hours=2))
    offer.refresh_from_db()
    assert (offer.starts_at, offer.ends_at) == (later, later + timedelta(minutes=20))


def test_calling_off_tells_everybody_once():
    offer = bookable(capacity=1)
    book(offer, "Ada Beispiel")
    book(offer, "Bela Beispiel")
    assert call_off(occurrence=offer.occurrence, reason="Der Referent ist krank.") == 2
    assert call_off(occurrence=offer.occurrence, reason="Noch einmal") == 0
    offer.occurrence.refresh_from_db()
    assert (offer.occurrence.state, offer.occurrence.sequence) == ("cancelled", 1)
    assert offer.occurrence.cancel_reason == "Der Referent ist krank."
    assert len(mails("occurrence_cancelled")) == 2
    assert "krank" not in str(list(offer.occurrence.log.values_list("detail", flat=True)))  # X21


def test_what_is_over_or_a_draft_is_neither_moved_nor_called_off():
    for occurrence in (end(bookable().occurrence), draft()):
        with pytest.raises(DomainError, match="Verschieben"):
            move(occurrence=occurrence, starts_at=now() + timedelta(1), ends_at=now() + timedelta(2))
        with pytest.raises(DomainError, match="Absagen"):
            call_off(occurrence=occurrence, reason="x")


def test_approved_minutes_are_never_changed_again():
    occurrence = begin(bookable().occurrence)
    save_minutes(occurrence=occurrence, text="<p>Erst</p>", state="draft")
    save_minutes(occurrence=occurrence, text="<p>Dann</p>", state="approved")
    with pytest.raises(DomainError, match="genehmigt"):
        save_minutes(occurrence=occurrence, text="<p>Nie</p>", state="draft")
    occurrence.refresh_from_db()
    assert (occurrence.minutes.text, occurrence.minutes.state) == ("<p>Dann</p>", "approved")


def test_date_that_joins_another_series_leaves_the_day_of_the_old_one():
    one, other = (Series.objects.create(kind="workshop", title=name, slug=name) for name in ("eins", "zwei"))
    day = now().date()
    make_occurrence(series=other, series_day=day)
    moved = change_details(occurrence=make_occurrence(series=one, series_day=day), changes={"series": other})
    assert (moved.series, moved.series_day) == (other, None)


def test_i18_closing_time_of_a_moved_or_copied_date_keeps_its_hour():
    zone = ZoneInfo("Europe/Berlin")
    year = now().year + 1
    autumn = datetime(year, 11, 1, tzinfo=zone) - timedelta(days=(datetime(year, 11, 1).weekday() + 1) % 7 or 7)
    before = autumn.replace(hour=17) - timedelta(days=7)  # a Sunday a week before the clocks are set back
    occurrence = make_occurrence(starts_at=before)
    make_offer(occurrence, closes_at=before - timedelta(days=2))
    after = autumn.replace(hour=17) + timedelta(days=1)
    copy = duplicate(occurrence=occurrence, starts_at=after)
    move(occurrence=occurrence, starts_at=after, ends_at=after + timedelta(hours=2))
    closing = [offer.closes_at.astimezone(zone) for offer in (copy.offers.get(), occurrence.offers.get())]
    assert closing == [after - timedelta(days=2)] * 2
    assert {moment.hour for moment in closing} == {17}
