"""Messages are queued in the caller's transaction, once per key, in the receiver's language."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import transaction
from django.utils.timezone import now
from django_tasks_db.models import DBTaskResult

from digitalradar.mail.models import Message, Suppression
from tests.assessments.together import together
from tests.factories.mail import queued

State = Message.State
pytestmark = pytest.mark.django_db


def test_message_waits_with_everything_that_will_be_sent():
    message = queued(
        "Leserin@Example.org", reply_to="redaktion@example.org", attachments=[("a.ics", "text/calendar", b"X")]
    )
    assert Message.objects.values(
        "kind", "recipient", "address", "language", "reply_to", "subject", "state", "attempts", "dedupe_key"
    ).get() == {
        "kind": "mail.test",
        "recipient": "Leserin@Example.org",
        "address": "leserin@example.org",
        "language": "de",
        "reply_to": "redaktion@example.org",
        "subject": "Digitalradar: Testnachricht",
        "state": State.WAITING,
        "attempts": 0,
        "dedupe_key": None,
    }
    assert [(file.name, file.content_type, bytes(file.content)) for file in message.attachments.all()] == [
        ("a.ics", "text/calendar", b"X")
    ]
    assert message.message_id.endswith("@localhost>")


def test_same_reminder_is_queued_once():
    assert queued(dedupe_key="review:7:2026-11-21")
    assert queued(dedupe_key="review:7:2026-11-21") is None
    assert queued(dedupe_key="review:7:2026-12-21")
    assert Message.objects.count() == 2


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_same_reminder_queued_at_the_same_moment_is_kept_once():
    messages = together(*[lambda: queued(dedupe_key="review:7", attachments=[("a", "text/plain", b"a")])] * 4)
    assert [message for message in messages if message] == list(Message.objects.all())
    assert Message.objects.get().attachments.count() == 1


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_rolled_back_message_was_never_there_and_nothing_is_sent_before_the_commit():
    with transaction.atomic():
        queued()
        transaction.set_rollback(True)
    assert (Message.objects.count(), DBTaskResult.objects.count()) == (0, 0)
    with transaction.atomic():
        queued()
        assert DBTaskResult.objects.count() == 0
    assert (Message.objects.count(), DBTaskResult.objects.count()) == (1, 1)
    assert mail.outbox == []


@pytest.mark.django_db(transaction=True)
def test_message_for_later_and_without_a_server_brings_no_task(settings):
    queued(not_before=now() + timedelta(hours=1))
    settings.EMAIL_CONFIGURED = False
    queued()
    assert DBTaskResult.objects.count() == 0
    assert [message.state for message in Message.objects.all()] == [State.WAITING] * 2


@pytest.mark.parametrize(
    "address",
    [
        "",
        "leserin",
        "leserin@",
        "a@b@example.org",
        "a@example.org\nBcc: b@example.org",
        "jürgen@example.org",
        "x" * 400,
    ],
)
def test_what_is_no_address_is_kept_as_undeliverable(address):
    message = queued(address)
    assert (message.state, message.is_finished) == (State.FAILED, True)
    assert message.last_answer == "This is no e-mail address that a mail server could be given."


def test_suppressed_address_is_not_written_to_however_it_is_spelt():
    Suppression.objects.create(address="info@xn--mller-kva.example", reason="bounced", detail="550 5.1.1 unknown")
    message = queued(" Info@Müller.example ")
    assert (message.state, message.last_answer) == (State.SUPPRESSED, "550 5.1.1 unknown")


def test_wrong_reply_address_is_left_out():
    assert queued(reply_to="a@example.org\nBcc: b@example.org").reply_to == ""
