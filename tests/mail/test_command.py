"""``digitalradar mail``: try the server out, send, take in what came back."""

import io

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils.timezone import now

from digitalradar.mail.models import Message, Suppression
from tests.factories.mail import queued
from tests.mail.test_bounces import report

pytestmark = pytest.mark.django_db
State = Message.State


def told(*arguments: str) -> str:
    out = io.StringIO()
    call_command("mail", *arguments, stdout=out)
    return out.getvalue().strip()


def test_test_message_is_sent_at_once_in_the_language_asked_for(smtp_sink):
    assert told("test", "betrieb@example.org", "--language", "en") == "The server took the message: 250 2.0.0 taken"
    [taken] = smtp_sink.messages
    assert (taken.recipient, taken.email["Content-Language"]) == ("betrieb@example.org", "en")


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ({"RCPT": "550 5.1.1 no such user"}, r"Not sent \(failed\): 550 5.1.1 no such user"),
        ({"RCPT": "450 4.2.0 greylisted"}, r"Not sent \(failed\): 450 4.2.0 greylisted"),
        ({"CONNECT": "554 not you"}, r"Not sent \(failed\): 554 not you"),
    ],
)
def test_failed_test_says_what_the_server_said_and_is_not_tried_again(smtp_sink, rules, sentence):
    other = queued("andere@example.org")
    smtp_sink.rules |= rules
    with pytest.raises(CommandError, match=sentence):
        told("test", "betrieb@example.org")
    assert Message.objects.get(recipient="betrieb@example.org").state == State.FAILED
    other.refresh_from_db()
    assert (other.state, other.paused_until) == (State.WAITING, None), "others are left as they were"


def test_test_needs_a_server_an_address_and_none_that_is_suppressed(smtp_sink, settings):
    with pytest.raises(CommandError, match="This is no e-mail address"):
        told("test", "betrieb")
    Suppression.objects.note("betrieb@example.org", "bounced", "550 5.1.1 gone")
    with pytest.raises(CommandError, match=r"Not sent \(suppressed\): 550 5.1.1 gone"):
        told("test", "betrieb@example.org")
    settings.EMAIL_CONFIGURED = False
    for arguments in (["test", "da@example.org"], ["send"]):
        with pytest.raises(CommandError, match="Set EMAIL_URL"):
            told(*arguments)
    assert smtp_sink.connections == 0


def test_send_tells_how_many_went_and_how_many_wait(smtp_sink):
    queued()
    paused = queued("andere@example.org")
    Message.objects.filter(pk=paused.pk).update(paused_until=now().replace(year=2099))
    assert told("send") == "1 sent, 1 waiting"
    assert told("send", "--now") == "1 sent, 0 waiting"
    assert told("send", "--now") == "0 sent, 0 waiting"


def test_bounce_is_read_from_a_file_and_from_standard_input(tmp_path, monkeypatch):
    message = queued()
    Message.objects.update(state=State.SENT, handed_over_at=now(), finished_at=now())
    file = tmp_path / "bounce.eml"
    file.write_bytes(report(message.message_id))
    assert told("bounce", str(file)).endswith("its address is not written to any more.")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Subject: Urlaub\n\nBin weg.")))
    assert told("bounce", "-") == "This is no delivery report; nothing was changed."
    with pytest.raises(CommandError, match="cannot be read: No such file"):
        told("bounce", str(tmp_path / "nothing"))


def test_bounce_without_database_asks_the_mail_server_to_come_again(tmp_path, monkeypatch):
    def refuse(_content: bytes) -> None:
        raise OperationalError("gone")

    monkeypatch.setattr("digitalradar.mail.management.commands.mail.note_bounce", refuse)
    file = tmp_path / "bounce.eml"
    file.write_bytes(b"")
    with pytest.raises(CommandError) as refusal:
        told("bounce", str(file))
    assert refusal.value.returncode == 75
