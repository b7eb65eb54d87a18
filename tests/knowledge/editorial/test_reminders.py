"""Reminders of reviews: who gets them, when, and that each comes once."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate
from wagtail.users.models import UserProfile

from digitalradar.knowledge.models import GuidePage
from digitalradar.knowledge.services.reminders import remind_of_reviews
from digitalradar.knowledge.services.roles import EDITORS, PUBLISHERS, add_roles
from digitalradar.mail.models import Message
from tests.assessments.together import together
from tests.factories.editors import ADMINISTRATOR, person
from tests.factories.knowledge import make_guide

pytestmark = pytest.mark.django_db


def due_in(days: int) -> date:
    return localdate() + timedelta(days=days)


def written() -> list[tuple[str, str]]:
    return list(Message.objects.order_by("pk").values_list("recipient", "subject"))


@pytest.mark.parametrize(
    ("days", "subject"),
    [
        (31, None),
        (30, "Digitalradar: Die Prüfung einer Seite steht bald an"),
        (1, "Digitalradar: Die Prüfung einer Seite steht bald an"),
        (0, "Digitalradar: Die Prüfung einer Seite ist fällig"),
        (-100, "Digitalradar: Die Prüfung einer Seite ist fällig"),
    ],
)
def test_a_reminder_comes_thirty_days_before_and_when_it_is_due(roles, days, subject):
    editor = person(EDITORS)
    make_guide(next_review=due_in(days))
    assert remind_of_reviews() == (1 if subject else 0)
    assert written() == ([(editor.email, subject)] if subject else [])


def test_each_reminder_comes_once_and_another_day_is_another_reminder(roles):
    person(EDITORS)
    guide = make_guide(next_review=due_in(20))
    assert [remind_of_reviews(), remind_of_reviews()] == [1, 0]
    GuidePage.objects.filter(pk=guide.pk).update(next_review=due_in(0))
    assert [remind_of_reviews(), remind_of_reviews()] == [1, 0]
    GuidePage.objects.filter(pk=guide.pk).update(next_review=due_in(10))
    assert [remind_of_reviews(), remind_of_reviews()] == [1, 0]
    assert len(written()) == 3


def test_one_message_tells_of_all_pages_and_leads_to_them(roles):
    person(EDITORS)
    pages = [make_guide(f"leitfaden-{number}", next_review=due_in(number)) for number in (-1, 0, 12)]
    make_guide("leitfaden-4", next_review=None)
    assert remind_of_reviews() == 3
    message = Message.objects.get()
    assert message.subject == "Digitalradar: Die Prüfung von 2 Seiten ist fällig"
    for page in pages:
        assert page.title in message.text
        assert f"/verwaltung/pages/{page.pk}/edit/" in message.html
    assert "leitfaden-4" not in message.text


def test_the_responsible_person_is_told_alone_and_in_her_language(roles):
    person(EDITORS)
    responsible = person(PUBLISHERS)
    UserProfile.objects.create(user=responsible, preferred_language="en")
    make_guide(next_review=due_in(3), responsible=responsible)
    assert remind_of_reviews() == 1
    assert list(Message.objects.values_list("recipient", "language")) == [(responsible.email, "en")]


def test_without_a_responsible_person_all_editors_are_told(roles):
    first, second, gone = (person(EDITORS) for _ in range(3))
    left = person(EDITORS)
    for user in (gone, left):
        user.is_active = False
        user.save()
    make_guide(next_review=due_in(3), responsible=left)
    remind_of_reviews()
    assert sorted(recipient for recipient, _subject in written()) == [first.email, second.email]


def test_without_editors_the_administration_is_told(roles):
    administrator = person(ADMINISTRATOR)
    make_guide(next_review=due_in(3))
    remind_of_reviews()
    assert [recipient for recipient, _subject in written()] == [administrator.email]


def test_without_anybody_the_reminder_waits(roles):
    make_guide(next_review=due_in(3))
    assert (remind_of_reviews(), written()) == (0, [])
    person(EDITORS)
    assert remind_of_reviews() == 1


def test_a_retired_page_is_not_reminded_of(roles):
    person(EDITORS)
    make_guide(next_review=due_in(3)).unpublish()
    assert remind_of_reviews() == 0


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_write_one_message(emptied_roles):
    add_roles()
    person(EDITORS)
    make_guide(next_review=due_in(3))
    assert sorted(together(remind_of_reviews, remind_of_reviews)) == [0, 1]
    assert len(written()) == 1
