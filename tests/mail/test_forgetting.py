"""Somebody who is erased is known to the outbox no more."""

import pytest
from django.utils.timezone import now

from digitalradar.mail.delivery import deliver
from digitalradar.mail.models import Attachment, Message
from digitalradar.mail.services.bounces import Outcome, note_bounce
from digitalradar.mail.services.forgetting import forget_messages
from digitalradar.mail.services.resending import why_not
from tests.factories.mail import queued
from tests.mail.test_bounces import report

State = Message.State
pytestmark = pytest.mark.django_db
UID = "1f0c6f0e-0000-4000-8000-000000000001"


def about(uid: str = UID, *, to: str = "Leserin@example.org", state: str = State.WAITING) -> Message:
    message = queued(to=to, dedupe_key=f"events.test:{uid}:{Message.objects.count()}", attachments=[FILE])
    if state != State.WAITING:
        moment = now()
        Message.objects.filter(pk=message.pk).update(
            state=state, handed_over_at=moment, finished_at=moment, last_answer="250 to leserin@example.org"
        )
    return message


FILE = ("a.ics", "text/calendar", b"X")


def test_what_waits_is_withdrawn_and_what_was_sent_is_emptied():
    about()
    sent, other, stranger = about(state=State.SENT), about("another"), about(to="bela@example.org")
    assert forget_messages(to="leserin@EXAMPLE.org", about=UID) == 2
    assert forget_messages(to="leserin@example.org", about=UID) == 0
    assert set(Message.objects.all()) == {sent, other, stranger}
    assert set(Attachment.objects.values_list("message", flat=True)) == {other.pk, stranger.pk}
    fields = ("recipient", "address", "text", "html", "last_answer")
    assert Message.objects.values_list(*fields).get(pk=sent.pk) == ("",) * 5
    sent.refresh_from_db()
    assert (sent.is_emptied, sent.state, bool(why_not(sent))) == (True, State.SENT, True)
    other.refresh_from_db()
    assert "leserin" in other.address


def test_message_that_is_just_being_sent_is_not_handed_over():
    message = about()
    claim = Message.objects.claim(message.pk)
    forget_messages(to=message.address, about=UID)
    assert claim
    assert not Message.objects.note_handing_over(message.pk, claim)
    assert deliver() == 0


def test_late_report_names_nobody_who_was_erased():
    sent = about(state=State.SENT)
    forget_messages(to=sent.address, about=UID)
    assert note_bounce(report(sent.message_id)) == Outcome.FAILED
    assert Message.objects.values_list("state", "last_answer").get() == (State.FAILED, "")
