"""Letters that time brings: who gets them, when, and that nobody gets them twice."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, now

from digitalradar.events.models import Booking, Material, Occurrence, Registration
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.closing import close
from digitalradar.events.services.reminding import ask_later, remind, thank
from digitalradar.mail.models import Message
from tests.factories.events import book, make_occurrence, make_offer

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def written(kind: str) -> list[str]:
    """Return the names in the addresses that a letter went to."""
    found = Message.objects.filter(kind=f"events.{kind}").order_by("pk")
    return [message.address.partition(".")[0] for message in found]


@pytest.fixture
def offer():
    return make_offer(make_occurrence(starts_at=now() + 10 * DAY), capacity=2)


def before(offer, moment: timedelta):
    return offer.occurrence.starts_at - moment


def after(offer, moment: timedelta):
    return offer.occurrence.ends_at + moment


def test_x18_reminder_goes_to_people_with_a_place_only(offer):
    book(offer, "Ada Beispiel")
    gone = book(offer, "Cem Beispiel")
    cancel(gone.registration)
    book(offer, "Dan Beispiel")
    book(offer, "Bea Beispiel")  # waits
    assert remind(before(offer, 49 * HOUR)) == 0
    assert remind(before(offer, 47 * HOUR)) == 2
    assert remind(before(offer, 20 * HOUR)) == 0
    assert written("reminder") == ["ada", "dan"]


def test_x18_reminder_leads_to_a_page_to_give_the_place_back(offer):
    book(offer, "Ada Beispiel")
    remind(before(offer, 47 * HOUR))
    message = Message.objects.get(kind="events.reminder")
    assert "/absagen/" in message.text
    assert "Ich kann nicht kommen" in message.html


def test_who_has_just_signed_up_is_not_reminded(offer):
    Occurrence.objects.update(starts_at=now() + 30 * HOUR, ends_at=now() + 32 * HOUR)
    offer.occurrence.refresh_from_db()
    book(offer, "Ada Beispiel")
    assert remind() == 0


@pytest.mark.parametrize("state", ["draft", "cancelled", "closed"])
def test_nobody_is_reminded_of_what_does_not_take_place(offer, state):
    book(offer, "Ada Beispiel")
    Occurrence.objects.update(state=state)
    assert remind(before(offer, 40 * HOUR)) == 0


def test_moved_date_is_reminded_of_again(offer):
    book(offer, "Ada Beispiel")
    remind(before(offer, 40 * HOUR))
    Occurrence.objects.update(
        starts_at=offer.occurrence.starts_at + 10 * DAY, ends_at=offer.occurrence.ends_at + 10 * DAY
    )
    assert remind(before(offer, 40 * HOUR)) == 0
    assert remind(before(offer, 40 * HOUR) + 10 * DAY) == 1
    assert written("reminder") == ["ada", "ada"]


def test_begun_date_is_not_reminded_of(offer):
    book(offer, "Ada Beispiel")
    assert remind(offer.occurrence.starts_at) == 0


def test_thanks_go_to_those_who_were_checked_in(offer):
    came, _missing = book(offer, "Ada Beispiel"), book(offer, "Bea Beispiel")
    arrive(came.registration, at=offer.occurrence.starts_at)
    close(offer.occurrence, at=after(offer, HOUR))
    assert thank(after(offer, 23 * HOUR)) == 0
    assert thank(after(offer, 25 * HOUR)) == 1
    assert thank(after(offer, 26 * HOUR)) == 0
    assert written("afterwards") == ["ada"]


def test_thanks_go_to_all_with_a_place_where_nobody_was_checked_in(offer):
    book(offer, "Ada Beispiel")
    book(offer, "Bea Beispiel")
    book(offer, "Cem Beispiel")  # waits
    assert thank(after(offer, 25 * HOUR)) == 2
    assert written("afterwards") == ["ada", "bea"]


def test_thanks_name_released_material_only(offer):
    book(offer, "Ada Beispiel")
    Material.objects.create(occurrence=offer.occurrence, title="Folien", released_at=localdate())
    Material.objects.create(occurrence=offer.occurrence, title="Entwurf der Folien")
    thank(after(offer, 25 * HOUR))
    message = Message.objects.get(kind="events.afterwards")
    assert "- Folien\n" in message.text
    assert "Entwurf" not in message.text + message.html


def test_thanks_come_only_while_one_can_answer(offer):
    book(offer, "Ada Beispiel")
    assert thank(after(offer, 31 * DAY)) == 0


def test_question_comes_three_months_later_where_the_format_has_it(offer):
    came = book(offer, "Ada Beispiel")
    talk = make_offer(make_occurrence(kind="vortrag", starts_at=offer.occurrence.starts_at))
    book(talk, "Bea Beispiel")
    arrive(came.registration, at=offer.occurrence.starts_at)
    assert ask_later(after(offer, 89 * DAY)) == 0
    assert ask_later(after(offer, 91 * DAY)) == 1
    Message.objects.all().delete()  # the outbox forgets
    assert ask_later(after(offer, 120 * DAY)) == 0


def test_erased_people_get_nothing(offer):
    book(offer, "Ada Beispiel")
    Registration.objects.update(person=None, erased_at=now())
    moments = (before(offer, 40 * HOUR), after(offer, 25 * HOUR), after(offer, 91 * DAY))
    assert [remind(moments[0]), thank(moments[1]), ask_later(moments[2])] == [0, 0, 0]


def test_made_up_people_get_nothing(offer):
    book(offer, "Ada Beispiel")
    Registration.objects.update(is_example=True)
    before_it = Message.objects.count()
    remind(before(offer, 40 * HOUR))
    assert Message.objects.count() == before_it


@pytest.mark.parametrize("count", [1, 3])
def test_looking_needs_a_constant_number_of_queries(count, django_assert_num_queries):
    offer = make_offer(make_occurrence(starts_at=now() + 10 * DAY), capacity=5)
    for number in range(count):
        book(offer, f"Gast{number} Beispiel")
    remind(before(offer, 40 * HOUR))
    assert Booking.objects.count() == count
    with django_assert_num_queries(1):
        assert remind(before(offer, 39 * HOUR)) == 0
