"""Messages go over a real connection to a mail server, once each, whatever it answers."""

from email.message import EmailMessage

import pytest

from digitalradar.mail.delivery import deliver
from digitalradar.mail.models import Message
from tests.factories.mail import queued

State = Message.State
pytestmark = pytest.mark.django_db


def words(mail: EmailMessage, kind: str) -> str:
    """Return one of the two bodies as it was before it went over the line."""
    return mail.get_body((kind,)).get_content().replace("\r\n", "\n")


def test_message_arrives_whole(smtp_sink):
    calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Prüfung\r\n.\r\nEND:VCALENDAR\r\n".encode()
    picture = bytes(range(256)) * 8
    files = [("termin.ics", "text/calendar; method=REQUEST", calendar), ("über.png", "image/png", picture)]
    message = queued(attachments=files, reply_to="re@example.org")
    assert deliver() == 1
    [taken] = smtp_sink.messages
    assert (taken.sender, taken.recipient) == ("digitalradar@localhost", "leserin@example.org")
    mail = taken.email
    assert {name: mail[name] for name in ("Subject", "To", "Reply-To", "Message-ID", "Auto-Submitted")} == {
        "Subject": "Digitalradar: Testnachricht",
        "To": "leserin@example.org",
        "Reply-To": "re@example.org",
        "Message-ID": message.message_id,
        "Auto-Submitted": "auto-generated",
    }
    assert words(mail, "plain") == message.text
    assert words(mail, "html") == message.html
    invitation, image = mail.iter_attachments()
    assert (invitation.get_filename(), invitation["Content-Type"].params["method"]) == ("termin.ics", "REQUEST")
    assert invitation.get_payload(decode=True) == calendar
    assert (image.get_filename(), image.get_content_type()) == ("über.png", "image/png")
    assert image.get_payload(decode=True) == picture
    assert max(map(len, taken.content.splitlines())) < 1000
    assert taken.content.isascii()
    message.refresh_from_db()
    assert (message.state, message.last_answer, message.attempts) == (State.SENT, "250 2.0.0 taken", 1)
    assert message.claim == ""
    assert deliver() == 0
