"""What the outbox makes of each answer of a mail server, over a real connection."""

from datetime import timedelta

import pytest
from django.db import connections
from django.utils.timezone import now

from digitalradar.mail.delivery import REFUSAL_PAUSES, SERVER_PAUSES, deliver, take_up_abandoned
from digitalradar.mail.models import Message, Suppression
from digitalradar.mail.services.sending import send_without_pause
from digitalradar.mail.transport import smtp
from tests.factories.mail import queued
from tests.smtp_sink import DROP, HANG

State = Message.State
pytestmark = pytest.mark.django_db


def told(message: Message) -> tuple[str, str]:
    message.refresh_from_db()
    return message.state, message.last_answer


def pause(message: Message) -> int:
    """Return the minutes until the next try."""
    return round((message.paused_until - now()) / timedelta(minutes=1))


@pytest.mark.parametrize(
    ("step", "answer", "state", "suppressed"),
    [
        ("RCPT", "550 5.1.1 no such user", State.FAILED, True),
        ("RCPT", "550 5.2.1 mailbox closed", State.FAILED, True),
        ("RCPT", "550 5.1.10 domain takes no mail", State.FAILED, True),
        ("RCPT", "550 no such user here", State.FAILED, True),
        ("RCPT", "553 mailbox name not allowed", State.FAILED, True),
        ("RCPT", "550 5.7.1 relaying denied", State.FAILED, False),
        ("RCPT", "552 5.2.2 mailbox full", State.FAILED, False),
        ("RCPT", "554 transaction failed", State.FAILED, False),
        ("RCPT", "550 5.1.8 bad sender domain", State.FAILED, False),
        ("RCPT", "450 4.2.0 greylisted", State.WAITING, False),
        ("RCPT", "452 4.5.3 too many recipients", State.WAITING, False),
        ("DATA", "554 5.5.1 no valid recipients", State.FAILED, False),
        ("DATA", "451 4.3.0 later", State.WAITING, False),
        ("END", "550 5.1.1 no such user after all", State.FAILED, False),
        ("END", "554 5.7.1 looks like spam", State.FAILED, False),
        ("END", "451 4.3.0 queue file write error", State.WAITING, False),
    ],
)
def test_refusal_is_tried_again_given_up_or_suppresses_the_address(smtp_sink, step, answer, state, suppressed):
    message, other = queued("weg@example.org"), queued("da@example.org")
    smtp_sink.rules[step] = lambda said: answer if step == "DATA" or "weg@" in said else None
    if step == "DATA":
        Message.objects.filter(pk=other.pk).delete()
    deliver()
    assert told(message) == (state, answer)
    assert list(Suppression.objects.values_list("address", "reason", "detail")) == (
        [("weg@example.org", "refused", answer)] if suppressed else []
    )
    assert [taken.recipient for taken in smtp_sink.messages] == ([] if step == "DATA" else ["da@example.org"])


def test_address_that_is_suppressed_meanwhile_is_not_written_to(smtp_sink):
    first, second = queued("Weg@example.org"), queued("weg@example.org")
    smtp_sink.rules["RCPT"] = "550 5.1.1 no such user"
    deliver()
    assert told(first) == (State.FAILED, "550 5.1.1 no such user")
    assert told(second) == (State.SUPPRESSED, "550 5.1.1 no such user")
    assert smtp_sink.reached.count("RCPT") == 1
    assert queued("weg@example.org").state == State.SUPPRESSED


def test_pauses_grow_until_the_message_is_given_up(smtp_sink):
    smtp_sink.rules["RCPT"] = "450 4.2.0 greylisted"
    message = queued()
    waited = []
    for _try in range(len(REFUSAL_PAUSES)):
        deliver()
        assert told(message) == (State.WAITING, "450 4.2.0 greylisted")
        waited.append(pause(message))
        assert deliver() == 0
        Message.objects.update(paused_until=now())
    assert waited == [1, 5, 15, 60, 180, 360, 720, 1440, 1440]
    deliver()
    assert told(message) == (State.FAILED, "450 4.2.0 greylisted")
    assert message.attempts == len(REFUSAL_PAUSES) + 1
    assert not Suppression.objects.exists()


@pytest.mark.parametrize(
    ("step", "answer"),
    [
        ("CONNECT", "554 not you"),
        ("CONNECT", DROP),
        ("EHLO", DROP),
        ("MAIL", "550 5.7.1 sender refused"),
        ("MAIL", "451 4.3.0 later"),
        ("MAIL", DROP),
        ("RCPT", "421 4.3.2 shutting down"),
        ("RCPT", DROP),
        ("DATA", DROP),
        ("BODY", DROP),
    ],
)
def test_server_that_cannot_be_used_holds_everything_back_and_loses_nothing(smtp_sink, monkeypatch, step, answer):
    if step == "BODY":
        hand_over_late(smtp_sink, monkeypatch)
    messages = [queued(f"leserin{number}@example.org") for number in range(3)]
    smtp_sink.rules[step] = answer
    assert deliver() == 0
    for message in messages:
        message.refresh_from_db()
        assert (message.state, message.refusals, pause(message)) == (State.WAITING, 0, 1)
    assert smtp_sink.connections == 1, "the others were not tried in vain"
    smtp_sink.rules.clear()
    assert (deliver(), send_without_pause(), send_without_pause()) == (0, 3, 0)
    assert len(smtp_sink.messages) == 3


def hand_over_late(sink, monkeypatch) -> None:
    """Let the last line of a message wait until the server has hung up: else nobody knows which of them was faster."""
    hand_over = smtp.SmtpTransport._hand_over

    def after_the_end(*arguments):
        sink.wait_for(lambda: not sink.rules or sink.ended == sink.connections)
        return hand_over(*arguments)

    monkeypatch.setattr(smtp.SmtpTransport, "_hand_over", after_the_end)


def test_no_server_at_all_and_wrong_password_hold_back_longer_and_longer(smtp_sink, settings):
    settings.EMAIL_PORT = 1
    message = queued()
    waited = []
    for _try in range(len(SERVER_PAUSES) + 1):
        deliver()
        message.refresh_from_db()
        waited.append(pause(message))
        Message.objects.update(paused_until=now())
    assert waited == [1, 5, 15, 60, 60]
    settings.EMAIL_PORT = smtp_sink.port
    settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "portal", "falsch"
    smtp_sink.rules["EHLO"] = "250-sink\r\n250 AUTH PLAIN"
    smtp_sink.rules["AUTH"] = "535 5.7.8 wrong password"
    deliver()
    assert told(message) == (State.WAITING, "535 5.7.8 wrong password")


@pytest.mark.parametrize("rule", [DROP, HANG])
def test_lost_answer_after_the_last_line_is_never_repeated_by_itself(smtp_sink, monkeypatch, rule):
    monkeypatch.setattr(smtp, "ANSWER", timedelta(seconds=0.3))
    message, other = queued(), queued("andere@example.org")
    smtp_sink.rules["END"] = lambda recipient: rule if recipient.startswith("leserin") else None
    deliver()
    state, answer = told(message)
    assert state == State.UNCLEAR
    assert answer
    take_up_abandoned()
    deliver()
    assert told(message)[0] == State.UNCLEAR
    assert told(other)[0] == State.SENT
    assert [taken.recipient for taken in smtp_sink.messages] == ["leserin@example.org", "andere@example.org"]


def test_server_that_ends_the_connection_between_messages_gets_another(smtp_sink):
    for number in range(3):
        queued(f"leserin{number}@example.org")
    begun = []
    smtp_sink.rules["MAIL"] = lambda _said: (begun.append(1), "421 enough" if len(begun) % 2 == 0 else None)[1]
    assert deliver() == 3
    assert smtp_sink.connections == 3


def test_lines_that_begin_with_dots_arrive_as_they_are(smtp_sink):
    message = queued()
    Message.objects.update(text=".\n..zwei\n.\nEnde\n", html="")
    assert deliver() == 1
    assert smtp_sink.messages[0].email.get_content().replace("\r\n", "\n") == ".\n..zwei\n.\nEnde\n"
    assert told(message)[0] == State.SENT


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_worker_that_lost_its_claim_breaks_off_before_the_last_line(smtp_sink):
    message = queued()

    def take_over(_said: str) -> None:
        Message.objects.update(claim="another worker's")
        connections.close_all()  # this is the thread of the server

    smtp_sink.rules["DATA"] = take_over
    assert deliver() == 0
    assert smtp_sink.messages == []
    assert told(message)[0] == State.SENDING


def test_message_that_cannot_be_composed_does_not_stop_the_others(smtp_sink):
    broken, fine = queued(), queued("andere@example.org")
    Message.objects.filter(pk=broken.pk).update(subject="a\nBcc: b@example.org")
    assert deliver() == 1
    assert told(broken)[0] == State.FAILED
    assert "newlines" in broken.last_answer
    assert told(fine)[0] == State.SENT


def test_nothing_is_sent_while_no_server_is_set(smtp_sink, settings):
    settings.EMAIL_CONFIGURED = False
    message = queued()
    assert deliver() == 0
    assert told(message) == (State.WAITING, "")
    assert smtp_sink.connections == 0


def test_task_sends_a_few_messages_at_a_time_over_one_connection(smtp_sink):
    for number in range(22):
        queued(f"leserin{number}@example.org")
    assert (deliver(), smtp_sink.connections) == (20, 1)
    assert (deliver(), deliver()) == (2, 0)
