"""Feedback and the question months later: one answer each, in its time, without a name."""

from datetime import timedelta

import pytest
from django.utils.timezone import now

from digitalradar.core.errors import DomainError
from digitalradar.events.models import Feedback, FollowUp
from digitalradar.events.services.attendance import arrive
from digitalradar.events.services.following_up import (
    answer_follow_up,
    give_feedback,
    may_answer,
    own_feedback,
    own_follow_up,
)
from tests.factories.events import book, make_occurrence, make_offer

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def registration():
    offer = make_offer(make_occurrence(starts_at=now() + 10 * DAY))
    booking = book(offer)
    arrive(booking.registration, at=offer.occurrence.starts_at)
    return booking.registration


def after(registration, moment: timedelta):
    return registration.occurrence.ends_at + moment


def test_feedback_is_kept_once_and_may_be_changed(registration):
    give_feedback(registration, rating=4, helped=" Die Kamera ", at=after(registration, DAY))
    give_feedback(registration, rating=5, missing="Zeit", at=after(registration, 2 * DAY))
    [kept] = Feedback.objects.all()
    assert (kept.rating, kept.helped, kept.missing) == (5, "", "Zeit")
    assert own_feedback(registration) == kept


def test_receipt_does_not_tell_whose_it_is(registration):
    kept = give_feedback(registration, rating=4, at=after(registration, DAY))
    told = " ".join(str(value) for value in vars(kept).values())
    assert registration.uid.hex not in told
    assert str(registration.uid) not in told
    assert registration.token_hash not in told
    answer = answer_follow_up(registration, outcome="trying", at=after(registration, 91 * DAY))
    assert answer.receipt != kept.receipt


def test_question_months_later_is_kept_once(registration):
    answer_follow_up(registration, outcome="planned", text="Im Herbst", at=after(registration, 91 * DAY))
    answer_follow_up(registration, outcome="in_use", at=after(registration, 100 * DAY))
    [kept] = FollowUp.objects.all()
    assert (kept.outcome, kept.text) == ("in_use", "")
    assert own_follow_up(registration) == kept


@pytest.mark.parametrize(
    ("act", "days", "is_open"),
    [
        ("feedback", -1, False),
        ("feedback", 1, True),
        ("feedback", 29, True),
        ("feedback", 31, False),
        ("follow_up", 89, False),
        ("follow_up", 91, True),
        ("follow_up", 181, False),
    ],
)
def test_each_has_its_time(registration, act, days, is_open):
    at = after(registration, days * DAY)
    assert may_answer(registration, act, at) is is_open
    answers = {"feedback": lambda: give_feedback(registration, rating=3, at=at)}
    answers["follow_up"] = lambda: answer_follow_up(registration, outcome="trying", at=at)
    if is_open:
        answers[act]()
    else:
        with pytest.raises(DomainError):
            answers[act]()


def test_only_people_who_were_there_are_asked(registration):
    other = book(make_offer(registration.occurrence), "Bea Beispiel").registration
    with pytest.raises(DomainError, match="dabei"):
        give_feedback(other, rating=3, at=after(registration, DAY))
    assert not Feedback.objects.exists()
