"""Ways into a group, and that it never has more members than places."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core.errors import DomainError
from digitalradar.focusgroups.models import FocusGroup, Membership, Period
from digitalradar.focusgroups.services.due import lapse_requests
from digitalradar.focusgroups.services.groups import change_group
from digitalradar.focusgroups.services.joining import (
    Entry,
    accept_invitation,
    accept_request,
    ask_again,
    ask_to_join,
    confirm_request,
    decline_request,
    invite,
    send_link,
)
from digitalradar.focusgroups.services.membership import leave
from digitalradar.focusgroups.services.seats import GroupFull
from digitalradar.mail.models import Message
from tests.assessments.together import together
from tests.factories.focusgroups import make_group, make_member

pytestmark = [pytest.mark.django_db, pytest.mark.database]
State = Membership.State
ADA = Entry(name="Ada Beispiel", email="Ada@Example.org", organisation="Zwirnwerk", message="Wir fangen gerade an.")


def mails() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("pk").values_list("kind", "address"))


def now_in(group: FocusGroup) -> int:
    return FocusGroup.objects.get(pk=group.pk).seats_taken


def test_request_is_confirmed_by_mail_and_accepted_by_the_moderator():
    group = make_group()
    membership = ask_to_join(group=group, entry=ADA)
    assert (membership.state, membership.confirmed_at, now_in(group)) == (State.REQUESTED, None, 0)
    confirm_request(membership)
    accept_request(membership)
    membership.refresh_from_db()
    assert (membership.state, now_in(group), membership.periods.count()) == (State.ACTIVE, 1, 1)
    assert membership.person.verified_at is not None
    assert mails() == [
        ("focusgroups.confirm_request", "ada@example.org"),
        ("focusgroups.accepted", "ada@example.org"),
    ]


def test_mail_to_an_unconfirmed_address_holds_no_word_that_somebody_typed():
    ask_to_join(group=make_group(), entry=Entry(name="Kauft bei uns", email="fremd@example.org", message="Werbung"))
    message = Message.objects.get()
    assert "Kauft" not in message.text + message.subject + message.html
    assert "Werbung" not in message.text + message.html


def test_real_people_who_ask_a_made_up_group_get_their_mail():
    membership = ask_to_join(group=make_group(is_example=True), entry=ADA)
    assert (membership.is_example, mails()) == (False, [("focusgroups.confirm_request", "ada@example.org")])


def test_moderator_learns_of_a_request_only_once_it_is_confirmed(django_user_model):
    group = make_group()
    make_member(group, "Mo Beispiel", role=Membership.Role.MODERATOR)
    membership = ask_to_join(group=group, entry=ADA)
    assert "focusgroups.request_waiting" not in dict(mails())
    confirm_request(membership)
    confirm_request(membership)
    assert [kind for kind, to in mails() if to == "mo.beispiel@example.org"] == ["focusgroups.request_waiting"]


def test_same_person_again_stays_one_and_gets_what_helps_them():
    group = make_group()
    first = ask_to_join(group=group, entry=ADA)
    assert ask_to_join(group=group, entry=ADA).pk == first.pk
    accept_request(confirm_request(first))
    ask_to_join(group=group, entry=Entry(name="Anders", email="ada@example.org"))
    membership = Membership.objects.get()
    assert (membership.state, membership.name) == (State.ACTIVE, "Ada Beispiel")
    assert [kind for kind, _to in mails()] == [
        "focusgroups.confirm_request",
        "focusgroups.accepted",
        "focusgroups.your_link",
    ]


def test_latest_words_of_an_unconfirmed_request_count_and_those_of_a_confirmed_one_stay():
    group = make_group()
    ask_to_join(group=group, entry=Entry(name="Kauft bei uns", email="ada@example.org", message="Werbung"))
    membership = ask_to_join(group=group, entry=ADA)
    confirm_request(membership)
    ask_to_join(group=group, entry=Entry(name="Kauft bei uns", email="ada@example.org", message="Werbung"))
    membership.refresh_from_db()
    assert (membership.name, membership.organisation, membership.message) == (ADA.name, ADA.organisation, ADA.message)


def test_role_ends_with_the_membership():
    group = make_group()
    ada = make_member(group, role=Membership.Role.MODERATOR)
    leave(ada, is_by_moderator=True)
    ada = accept_request(ask_again(ada))
    assert (ada.state, ada.role) == (State.ACTIVE, Membership.Role.MEMBER)
    leave(ada)
    decline_request(invite(group=group, entry=ADA, role=Membership.Role.MODERATOR))
    assert accept_request(ask_again(ada)).role == Membership.Role.MEMBER


def test_link_is_sent_to_members_alone():
    group = make_group()
    make_member(group)
    send_link(group=group, email="niemand@example.org")
    send_link(group=group, email=" ADA.Beispiel@example.org ")
    assert mails() == [("focusgroups.your_link", "ada.beispiel@example.org")]


@pytest.mark.parametrize("closed", [{"openness": "invitation"}, {"openness": "closed"}, {"state": "ended"}])
def test_group_that_takes_no_requests_takes_none(closed):
    with pytest.raises(DomainError):
        ask_to_join(group=make_group(**closed), entry=ADA)
    assert Membership.objects.count() == 0


def test_unconfirmed_request_cannot_be_accepted():
    membership = ask_to_join(group=make_group(), entry=ADA)
    with pytest.raises(DomainError):
        accept_request(membership)


def test_declined_request_leaves_nothing():
    membership = confirm_request(ask_to_join(group=make_group(), entry=ADA))
    decline_request(membership)
    assert (Membership.objects.count(), Person.objects.count()) == (0, 0)
    assert mails()[-1] == ("focusgroups.declined", "ada@example.org")


def test_invitation_takes_a_place_when_it_is_accepted():
    group = make_group(openness="invitation")
    membership = invite(group=group, entry=ADA)
    assert (membership.state, now_in(group)) == (State.INVITED, 0)
    accept_invitation(membership)
    accept_invitation(membership)
    membership.refresh_from_db()
    assert (membership.state, now_in(group), Period.objects.count()) == (State.ACTIVE, 1, 1)


def test_full_group_refuses_and_keeps_the_request():
    group = make_group(size_limit=1)
    make_member(group, "Mo Beispiel")
    membership = confirm_request(ask_to_join(group=group, entry=ADA))
    with pytest.raises(GroupFull):
        accept_request(membership)
    membership.refresh_from_db()
    assert (membership.state, now_in(group)) == (State.REQUESTED, 1)


def test_who_left_may_ask_again_and_has_two_periods():
    group = make_group()
    membership = leave(make_member(group))
    ask_again(membership)
    accept_request(membership)
    membership.refresh_from_db()
    assert (membership.state, now_in(group)) == (State.ACTIVE, 1)
    assert [period.ended_at is None for period in membership.periods.all()] == [False, True]


def test_declining_somebody_who_was_a_member_before_keeps_what_is_theirs():
    membership = ask_again(leave(make_member(make_group())))
    decline_request(membership)
    membership.refresh_from_db()
    assert membership.state == State.LEFT


def test_requests_and_invitations_lapse(settings):
    group = make_group()
    old = ask_to_join(group=group, entry=ADA)
    invited = invite(group=group, entry=Entry(name="Ben", email="ben@example.org"))
    confirmed = confirm_request(ask_to_join(group=group, entry=Entry(name="Cem", email="cem@example.org")))
    assert lapse_requests() == 0
    Membership.objects.filter(pk__in=[old.pk, confirmed.pk]).update(created_at=now() - timedelta(hours=73))
    Membership.objects.filter(pk=invited.pk).update(changed_at=now() - timedelta(days=31))
    assert lapse_requests() == 2
    assert list(Membership.objects.values_list("name", flat=True)) == ["Cem"]
    assert list(Person.objects.values_list("email", flat=True)) == ["cem@example.org"]


def test_database_refuses_more_members_than_places_and_a_second_row():
    group = make_group(size_limit=1)
    membership = make_member(group)
    with pytest.raises(IntegrityError), transaction.atomic():
        FocusGroup.objects.filter(pk=group.pk).update(seats_taken=2)
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(group=group, person=membership.person, name="Zwei", token_hash="x")
    with pytest.raises(IntegrityError), transaction.atomic():
        Period.objects.create(membership=membership)


def test_size_limit_never_falls_below_the_members():
    group = make_group()
    stale = FocusGroup.objects.get(pk=group.pk)
    make_member(group)
    make_member(group, "Ben Beispiel")
    stale.size_limit = 1
    with pytest.raises(DomainError, match="2"):
        change_group(stale, rhythm="monatlich")
    stale.size_limit = 2
    change_group(stale, rhythm="monatlich")
    group = FocusGroup.objects.select_related("series").get(pk=group.pk)
    assert (group.size_limit, group.seats_taken, group.rhythm) == (2, 2, "monatlich")


@pytest.mark.django_db(transaction=True)
def test_parallel_joins_never_exceed_the_size_limit():
    group = make_group(size_limit=3)
    waiting = [make_member(group, f"Person {number}", state=State.REQUESTED) for number in range(8)]

    def join(membership: Membership) -> bool:
        try:
            accept_request(membership)
        except GroupFull:
            return False
        return True

    done = together(*[lambda membership=membership: join(membership) for membership in waiting])
    assert sorted(done) == [False] * 5 + [True] * 3
    assert (now_in(group), Membership.objects.seated().count(), Period.objects.count()) == (3, 3, 3)


@pytest.mark.django_db(transaction=True)
def test_double_click_makes_one_request_and_one_mail():
    group = make_group()
    together(*[lambda: ask_to_join(group=group, entry=ADA) for _ in range(4)])
    assert (Membership.objects.count(), Message.objects.count()) == (1, 1)
