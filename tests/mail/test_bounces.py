"""A message that comes back suppresses an address only if the address is gone and the message was ours."""

from pathlib import Path

import pytest
from django.utils.timezone import now

from digitalradar.mail.models import Message, Suppression
from digitalradar.mail.services.bounces import Outcome, note_bounce
from tests.factories.mail import queued

State = Message.State
REPORTS = Path(__file__).parent / "reports"
GONE = {"action": "failed", "status": "5.1.1", "diagnostic": "smtp; 550 5.1.1 <leserin@example.org>: User unknown"}

pytestmark = pytest.mark.django_db


def report(message_id: str, file: str = "postfix.eml", **changes: str) -> bytes:
    return (REPORTS / file).read_text(encoding="utf-8").format(message_id=message_id, **GONE | changes).encode()


@pytest.fixture
def sent() -> Message:
    message = queued()
    Message.objects.update(state=State.SENT, handed_over_at=now(), finished_at=now(), last_answer="250 ok")
    return message


@pytest.mark.parametrize("file", ["postfix.eml", "headers-only.eml"])
def test_address_that_is_gone_is_suppressed(sent, file):
    assert note_bounce(report(sent.message_id, file)) == Outcome.SUPPRESSED
    sent.refresh_from_db()
    assert (sent.state, sent.last_answer) == (State.FAILED, "550 5.1.1 <leserin@example.org>: User unknown")
    assert list(Suppression.objects.values_list("address", "reason", "detail")) == [
        ("leserin@example.org", "bounced", "550 5.1.1 <leserin@example.org>: User unknown")
    ]
    assert note_bounce(report(sent.message_id, file)) == Outcome.SUPPRESSED
    assert Suppression.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({"action": "delayed", "status": "4.4.1", "diagnostic": "smtp; 451 later"}, Outcome.DELAYED),
        ({"action": "delivered", "status": "2.0.0", "diagnostic": "smtp; 250 ok"}, Outcome.DELAYED),
        ({"status": "5.2.2", "diagnostic": "smtp; 552 5.2.2 mailbox full"}, Outcome.FAILED),
        ({"status": "5.7.1", "diagnostic": "smtp; 550 5.7.1 rejected as spam"}, Outcome.FAILED),
        ({"status": "5.0.0", "diagnostic": "smtp; 550 5.7.1 rejected as spam"}, Outcome.FAILED),
        ({"status": "4.4.7", "diagnostic": "X-Notes; expired"}, Outcome.FAILED),
        ({"status": "5.0.0", "diagnostic": "smtp; 550 no such user"}, Outcome.SUPPRESSED),
        ({"status": "5.0.0", "diagnostic": "smtp;550-5.1.1 no such user"}, Outcome.SUPPRESSED),
        ({"status": "5.2.1 (closed)", "diagnostic": "x"}, Outcome.SUPPRESSED),
    ],
)
def test_only_a_final_failure_counts_and_only_a_missing_mailbox_suppresses(sent, changes, outcome):
    assert note_bounce(report(sent.message_id, **changes)) == outcome
    assert Suppression.objects.exists() is (outcome == Outcome.SUPPRESSED)
    sent.refresh_from_db()
    assert sent.state == (State.SENT if outcome == Outcome.DELAYED else State.FAILED)


def test_report_about_nothing_of_ours_changes_nothing(sent):
    waiting = queued("andere@example.org")
    for message_id in ("<made-up@example.org>", waiting.message_id, "", "' OR 1=1"):
        outcome = note_bounce(report(message_id))
        assert outcome in {Outcome.UNKNOWN, Outcome.NO_REPORT}
    assert not Suppression.objects.exists()
    assert set(Message.objects.values_list("state", flat=True)) == {State.SENT, State.WAITING}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x00\xff\xfe",
        b"Subject: Hallo\r\n\r\nIch bin im Urlaub.",
        b"Content-Type: multipart/report; report-type=delivery-status\r\n\r\nno parts",
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n--b--",
        b"Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n\r\n--b--",
    ],
)
def test_other_mails_are_left_alone(sent, content):
    assert note_bounce(content) == Outcome.NO_REPORT


def test_endless_report_does_not_take_long(sent):
    nested = report(sent.message_id, diagnostic="smtp; 550 5.1.1 " + "x" * 200_000)
    assert note_bounce(nested) == Outcome.SUPPRESSED
    assert len(Suppression.objects.get().detail) == 500
