"""The standing answer and answers to single dates (F-3): scenarios F1 and F3."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import now

from digitalradar.core.errors import DomainError
from digitalradar.events.models import Occurrence, Registration
from digitalradar.events.services.cancelling import cancel
from digitalradar.events.services.conditions import PlaceRefused
from digitalradar.events.services.personal_feeds import feed_token, renew_feed
from digitalradar.focusgroups.models import Announcement, Membership
from digitalradar.focusgroups.queries.sessions import attendance_of
from digitalradar.focusgroups.services.announcing import announce_sessions, settle_all
from digitalradar.focusgroups.services.answers import answer_session, set_standing, settle
from digitalradar.focusgroups.services.membership import leave, pause, resume
from digitalradar.focusgroups.services.personal_data import erase_member
from digitalradar.mail.models import Message
from tests.assessments.together import together
from tests.factories.events import assert_places_right, book
from tests.factories.focusgroups import coming, make_group, make_member, make_session, offer_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
YES, NO, ASK = Membership.Standing.YES, Membership.Standing.NO, Membership.Standing.ASK
ADA = ["Ada Beispiel"]


def test_f1_override_of_the_standing_answer_touches_one_date_only(client):
    group = make_group()
    first, second, third = (make_session(group, days=days) for days in (10, 20, 30))
    ada = make_member(group)
    assert set_standing(membership=ada, standing=YES) == 3
    answer_session(membership=ada, session=second, is_coming=False)
    assert [coming(session) for session in (first, second, third)] == [ADA, [], ADA]
    assert [offer_of(session).seats_taken for session in (first, second, third)] == [1, 0, 1]
    assert [(row.has_place, row.own_answer) for row in attendance_of(ada)] == [
        (True, None),
        (False, False),
        (True, None),
    ]
    settle_all()
    assert coming(second) == []
    path = reverse("events:personal_feed", args=[feed_token(renew_feed(ada.person).uid)])
    feed = client.get(path).content.decode()
    assert [str(session.uid) in feed for session in (first, second, third)] == [True, False, True]


def test_standing_yes_books_sessions_that_come_later():
    group = make_group()
    ada, ben = make_member(group, standing=YES), make_member(group, "Ben Beispiel")
    session = make_session(group)
    assert (announce_sessions(), announce_sessions(), settle_all(), settle_all()) == (1, 0, 1, 0)
    assert coming(session) == ADA
    told = Message.objects.filter(kind="focusgroups.new_session").values_list("address", flat=True)
    assert list(told) == [ben.person.email]
    assert ada.person.email in Message.objects.filter(kind="events.registered").values_list("address", flat=True)


def test_changed_standing_answer_takes_back_only_what_it_booked():
    group = make_group()
    first, second = make_session(group, days=10), make_session(group, days=20)
    ada = make_member(group)
    answer_session(membership=ada, session=second, is_coming=True)
    set_standing(membership=ada, standing=YES)
    assert (coming(first), coming(second)) == (ADA, ADA)
    set_standing(membership=ada, standing=NO)
    assert (coming(first), coming(second)) == ([], ADA)
    set_standing(membership=ada, standing=YES)
    assert (coming(first), coming(second)) == (ADA, ADA)


def test_who_cancels_on_the_page_of_the_date_is_not_booked_again():
    group = make_group()
    session = make_session(group)
    ada = make_member(group)
    set_standing(membership=ada, standing=YES)
    cancel(Registration.objects.get())
    assert settle_all() == 0
    assert coming(session) == []


def test_f3_confirmed_member_of_a_full_session_can_still_decline():
    group = make_group()
    session = make_session(group, capacity=1)
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    answer_session(membership=ada, session=session, is_coming=True)
    answer_session(membership=ben, session=session, is_coming=True)
    assert [row.is_waiting for row in attendance_of(ben)] == [True]
    answer_session(membership=ada, session=session, is_coming=False)
    assert coming(session) == ["Ben Beispiel"]
    assert [row.has_place for row in attendance_of(ben)] == [True]
    assert_places_right(session)


def test_refused_yes_changes_nothing():
    group = make_group()
    session = make_session(group, capacity=1)
    offer = offer_of(session)
    offer.policy = offer.Policy.OFF
    offer.save()
    book(offer, "Gast Beispiel")
    ada = make_member(group, standing=YES)
    with pytest.raises(PlaceRefused):
        answer_session(membership=ada, session=session, is_coming=True)
    assert not settle(ada, session)
    assert ada.answers.count() == 0
    assert coming(session) == ["Gast Beispiel"]


def test_pausing_and_leaving_free_places_and_coming_back_takes_them_again():
    group = make_group()
    session = make_session(group)
    ada = make_member(group)
    set_standing(membership=ada, standing=YES)
    pause(ada)
    assert coming(session) == []
    resume(ada)
    assert coming(session) == ADA
    leave(ada)
    assert coming(session) == []
    group.refresh_from_db()
    assert group.seats_taken == 0


@pytest.mark.parametrize("state", ["requested", "invited", "paused", "left"])
def test_only_active_members_answer(state):
    group = make_group()
    session = make_session(group)
    with pytest.raises(DomainError):
        answer_session(membership=make_member(group, state=state), session=session, is_coming=True)
    assert coming(session) == []


@pytest.mark.parametrize("away", [pause, leave])
def test_host_may_enter_somebody_who_pauses_or_has_left_as_a_guest(away):
    group = make_group()
    session, ada = make_session(group), make_member(group)
    set_standing(membership=ada, standing=YES)
    away(ada)
    assert coming(session) == []
    book(offer_of(session), "Ada Beispiel")
    settle_all()
    assert coming(session) == ADA


def test_guest_who_takes_a_request_back_keeps_the_place():
    group = make_group()
    session = make_session(group)
    book(offer_of(session), "Ada Beispiel")
    erase_member(make_member(group, state=Membership.State.REQUESTED))
    assert coming(session) == ADA


def test_answers_are_for_coming_sessions_of_the_own_group():
    group = make_group()
    ada = make_member(group)
    draft = make_session(group, state=Occurrence.State.DRAFT)
    for session in (make_session(make_group()), make_session(group, days=-1), draft):
        with pytest.raises(DomainError):
            answer_session(membership=ada, session=session, is_coming=True)


def test_sessions_are_announced_only_when_everybody_may_see_them():
    group = make_group()
    make_member(group)
    session = make_session(group, publish_at=now() + timedelta(days=1))
    make_session(make_group(state="ended"))
    assert announce_sessions() == 0
    Occurrence.objects.filter(pk=session.pk).update(publish_at=now())
    assert announce_sessions() == 1


def test_members_who_are_made_up_get_no_mail():
    group = make_group(is_example=True)
    ada = make_member(group, is_example=True)
    make_session(group)
    announce_sessions()
    set_standing(membership=ada, standing=YES)
    assert Message.objects.filter(kind__startswith="focusgroups").count() == 0


@pytest.mark.django_db(transaction=True)
def test_standing_answers_applied_twice_at_once_book_once():
    group = make_group()
    session = make_session(group, capacity=2)
    for name in ("Ada Beispiel", "Ben Beispiel", "Cem Beispiel"):
        make_member(group, name, standing=YES)
    done = together(*[lambda: (announce_sessions(), settle_all()) for _ in range(3)])
    assert [sum(column) for column in zip(*done, strict=True)] == [1, 3]
    assert (len(coming(session)), Announcement.objects.count()) == (3, 1)
    assert_places_right(session)
