"""Who is forgotten: people without account to whom nothing refers any more."""

from threading import Event
from time import sleep

import pytest
from django.db import transaction

from digitalradar.accounts.models import Person, User
from digitalradar.accounts.people import forget_if_unknown
from digitalradar.events.models import Registration
from digitalradar.events.services.personal_feeds import renew_feed
from tests.assessments.together import together
from tests.factories.events import book, make_offer, request
from tests.factories.focusgroups import make_group, make_member

pytestmark = pytest.mark.django_db


def test_people_nobody_knows_are_forgotten_with_their_calendar():
    person = Person.objects.create(email="ada@example.org")
    renew_feed(person)
    assert forget_if_unknown(person)
    assert Person.objects.count() == 0


def test_people_who_signed_up_belong_to_a_group_or_have_an_account_stay():
    user = User.objects.create_user("ada@example.org", "ein langes Passwort")
    people = [
        book(make_offer()).person,
        make_member(make_group(), "Ben Beispiel").person,
        Person.objects.create(email="ada@example.org", user=user),
    ]
    assert [forget_if_unknown(person) for person in people] == [False] * 3
    assert Person.objects.count() == 3


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_person_who_signs_up_in_the_same_moment_stays_with_the_sign_up():
    person = Person.objects.create(email="ada.beispiel@example.org")
    offer, begun = make_offer(), Event()

    def sign_up() -> None:
        with transaction.atomic():
            request(offer)
            begun.set()
            sleep(0.5)

    def forget() -> bool:
        begun.wait(10)
        return forget_if_unknown(person)

    assert together(sign_up, forget)[1] is False
    assert Registration.objects.get().person == person
