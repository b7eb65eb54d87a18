"""Own data: what is handed over, what goes at once, and what the clock takes."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.accounts.models import Person
from digitalradar.core import due_work, retention
from digitalradar.focusgroups.emails import your_link
from digitalradar.focusgroups.models import AnonymousVersion, Contribution, Membership, Period, TopicProposal
from digitalradar.focusgroups.retention import KINDS
from digitalradar.focusgroups.services.answers import answer_session
from digitalradar.focusgroups.services.contributing import withdraw
from digitalradar.focusgroups.services.due import erase_former_members
from digitalradar.focusgroups.services.membership import leave
from digitalradar.focusgroups.services.personal_data import erase_member, export_member
from digitalradar.focusgroups.services.topics import propose
from digitalradar.mail.models import Message
from digitalradar.search.queries.search import search
from tests.factories.focusgroups import coming, make_group, make_member, make_session, tell

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANONYMOUS = {"confidentiality": "anonymous", "anonymous_text": "Ein Webstuhl stand."}
PUBLIC = {"confidentiality": "public", "public_name": "Ada Beispiel"}


def test_export_holds_everything_of_the_member_and_nothing_of_others():
    group = make_group()
    session = make_session(group)
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    topic = propose(author=ada, title="Alte Maschinen")
    answer_session(membership=ada, session=session, is_coming=True)
    tell(ada, "Mein Fehlschlag", **ANONYMOUS)
    tell(ben, "Bens Fehlschlag")
    data = export_member(ada)
    assert {name: data[name] for name in ("name", "email", "organisation", "role", "state", "standing_answer")} == {
        "name": "Ada Beispiel",
        "email": "ada.beispiel@example.org",
        "organisation": "Zwirnwerk",
        "role": "member",
        "state": "active",
        "standing_answer": "ask",
    }
    assert [row["title"] for row in data["topics"]] == data["votes"] == [topic.title]
    assert [(row["session__title"], row["is_coming"]) for row in data["answers"]] == [(session.title, True)]
    told = data["contributions"]
    assert [(row["text"], row["version_without_name"]) for row in told] == [("Mein Fehlschlag", "Ein Webstuhl stand.")]
    assert "Ben" not in str(data)


def mails_to(member: Membership) -> int:
    return Message.objects.filter(address=member.person.email, kind__startswith="focusgroups.").count()


def test_erased_member_is_gone_everywhere_at_once():
    group = make_group()
    session = make_session(group)
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    propose(author=ada, title="Alte Maschinen")
    tell(ada, "Ein Webstuhl stand still.", **PUBLIC)
    tell(ada, **ANONYMOUS)
    tell(ben, "Bens Fehlschlag")
    answer_session(membership=ada, session=session, is_coming=True)
    assert search("Webstuhl", language="de", kinds=("focus_group_text",)).total == 2
    your_link(ada)
    assert mails_to(ada) == 1
    erase_member(ada)
    assert mails_to(ada) == 0
    group.refresh_from_db()
    assert (group.seats_taken, coming(session)) == (1, [])
    assert list(Contribution.objects.values_list("text", flat=True)) == ["Bens Fehlschlag"]
    assert (AnonymousVersion.objects.count(), Period.objects.count(), Membership.objects.count()) == (0, 1, 1)
    assert [(topic.title, topic.author) for topic in TopicProposal.objects.all()] == [("Alte Maschinen", None)]
    assert search("Webstuhl", language="de", kinds=("focus_group_text",)).total == 0
    # The sign-up for the session belongs to the date; it is deleted with what the date keeps.
    assert Person.objects.filter(email=ada.person.email, registrations__isnull=False).count() == 1


def test_former_members_are_erased_by_the_clock_and_what_they_told_stays_without_name(settings):
    group = make_group()
    ada, ben = make_member(group), make_member(group, "Ben Beispiel")
    for level in ({}, ANONYMOUS, PUBLIC):
        tell(ada, **level)
    withdraw(author=ada, contribution_id=tell(ada, "Zurückgezogen").pk)
    leave(ada)
    leave(ben)
    assert erase_former_members() == 0
    long_ago = now() - timedelta(days=settings.FOCUSGROUP_LEFT_MONTHS * 31)
    Membership.objects.filter(pk=ada.pk).update(changed_at=long_ago)
    assert (erase_former_members(), erase_former_members()) == (1, 0)
    rows = Contribution.objects.order_by("pk").values_list("confidentiality", "author", "public_name")
    assert list(rows) == [("group", None, ""), ("anonymous", None, ""), ("group", None, "")]
    assert list(Person.objects.values_list("name", flat=True)) == ["Ben Beispiel"]
    assert search("Anlauf", language="de", kinds=("focus_group_text",)).total == 0


def test_work_and_retention_are_known_to_the_frame():
    names = {job.name for job in due_work.jobs()}
    assert names >= {
        "focus group requests lapsed",
        "texts of sessions erased",
        "former members erased",
        "focus group sessions announced",
        "standing answers applied",
    }
    assert set(KINDS) <= set(retention.kinds())


def test_retention_counts_what_is_there():
    group = make_group()
    session = make_session(group)
    ada = make_member(group)
    make_member(group, "Neu Beispiel", state="requested", confirmed_at=None)
    make_member(group, "Weg Beispiel", state="left")
    tell(ada)
    tell(ada, confidentiality="session", session=session)
    assert [kind.figures().count for kind in KINDS] == [1, 2, 1, 1, 1]
    assert all(kind.clock() for kind in KINDS)
